package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Walks a book: which fills an order gets, best price first. Stateless and thread-safe. */
final class Matching {

  /** One fill before fees. */
  record Fill(BigDecimal price, BigDecimal qty) {}

  private Matching() {}

  /** Returns the fills of an immediate order, each at the level's own price. */
  static List<Fill> take(Book book, OrderRequest order, BigDecimal cap) {
    List<Fill> fills = new ArrayList<>();
    BigDecimal left = order.qty().min(cap);
    for (Book.Level level : book.against(order.side())) {
      if (left.signum() == 0 || !reaches(order, level.price())) {
        break;
      }
      BigDecimal qty = left.min(level.qty());
      fills.add(new Fill(level.price(), qty));
      left = left.subtract(qty);
    }
    return fills;
  }

  /** Returns how much a resting order gets now; a resting order fills at its own price. */
  static BigDecimal available(Book book, OrderRequest order) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Book.Level level : book.against(order.side())) {
      if (!reaches(order, level.price())) {
        break;
      }
      sum = sum.add(level.qty());
    }
    return sum;
  }

  /** Returns whether the order would trade at once. */
  static boolean crosses(Book book, OrderRequest order) {
    return !book.against(order.side()).isEmpty()
        && reaches(order, book.against(order.side()).getFirst().price());
  }

  static BigDecimal total(List<Fill> fills) {
    return fills.stream().map(Fill::qty).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal notional(List<Fill> fills) {
    return fills.stream()
        .map(f -> f.price().multiply(f.qty()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean reaches(OrderRequest order, BigDecimal level) {
    if (order.type() == OrderType.MARKET) {
      return true;
    }
    int priceAgainstLevel = order.price().compareTo(level);
    return switch (order.side()) {
      case BUY -> priceAgainstLevel >= 0;
      case SELL -> priceAgainstLevel <= 0;
    };
  }
}
