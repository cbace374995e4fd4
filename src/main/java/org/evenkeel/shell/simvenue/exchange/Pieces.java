package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders whose fills come as many small executions, as against a book of many small offers.
 *
 * <p>Each execution is an event of its own, so the account is the same after a restart. Not thread-safe.
 */
final class Pieces {

  private int next = 1;

  /** From now on immediate orders are executed in about so many pieces; in one for each level if 1. */
  void orderNext(int pieces) {
    next = pieces;
  }

  /** The same fills in pieces of whole lots. */
  List<Matching.Fill> cut(List<Matching.Fill> fills, BigDecimal lot) {
    if (next <= 1 || fills.isEmpty()) {
      return fills;
    }
    BigDecimal lots =
        Matching.total(fills)
            .divide(lot.multiply(BigDecimal.valueOf(next)), 0, RoundingMode.DOWN)
            .max(BigDecimal.ONE);
    BigDecimal size = lot.multiply(lots);
    List<Matching.Fill> pieces = new ArrayList<>();
    for (Matching.Fill fill : fills) {
      BigDecimal left = fill.qty();
      while (left.signum() > 0) {
        BigDecimal piece = left.min(size);
        pieces.add(new Matching.Fill(fill.price(), piece));
        left = left.subtract(piece);
      }
    }
    return List.copyOf(pieces);
  }
}
