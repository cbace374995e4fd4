package org.evenkeel.core.plan.sequence;

import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.core.basics.Ratio;

/**
 * The move of prices at which the worst book of one pot is liquidated.
 *
 * @param stakes the instruments that it carries
 * @param paths the places where each may be
 * @param equity what carries them
 * @param bounds the maintenance margin
 */
record Moves(List<Stake> stakes, List<List<Node>> paths, BigDecimal equity, SequenceBounds bounds) {

  /** A thousandth: moves of prices are not known better. */
  private static final int STEPS = 1000;

  /** The largest move that is told. */
  static final BigDecimal MOST = BigDecimal.valueOf(STEPS - 1, 3);

  /** True if a move of this size leaves maintenance margin. */
  boolean isSurvived(BigDecimal move) {
    return need(move).compareTo(equity) <= 0;
  }

  /**
   * The largest move, in thousandths and rounded down, of all prices at once or of any single one, either way, that
   * leaves maintenance margin; zero if not even none does, 0.999 if none is too large.
   *
   * <p>What is left of equity is concave in the move and is asked at both signs, so it is enough to halve the interval.
   */
  BigDecimal distance() {
    int survives = 0;
    int breaks = STEPS;
    while (breaks - survives > 1) {
      int middle = (survives + breaks) / 2;
      if (isSurvived(BigDecimal.valueOf(middle, 3))) {
        survives = middle;
      } else {
        breaks = middle;
      }
    }
    return BigDecimal.valueOf(survives, 3);
  }

  private BigDecimal need(BigDecimal move) {
    SequenceBounds moved =
        new SequenceBounds(
            bounds.gross(),
            bounds.net(),
            bounds.venue(),
            bounds.marginRatio(),
            new Ratio(move),
            bounds.venueLeverage(),
            bounds.maintenance());
    BigDecimal rise = BigDecimal.ZERO;
    BigDecimal fall = BigDecimal.ZERO;
    BigDecimal still = BigDecimal.ZERO;
    BigDecimal largest = BigDecimal.ZERO;
    for (int i = 0; i < stakes.size(); i++) {
      BigDecimal up = most(Row.RISE, i, moved);
      BigDecimal down = most(Row.FALL, i, moved);
      BigDecimal rest = most(Row.STILL, i, moved);
      rise = rise.add(up);
      fall = fall.add(down);
      still = still.add(rest);
      largest = largest.max(up.max(down).subtract(rest));
    }
    return rise.max(fall).max(still.add(largest));
  }

  private BigDecimal most(Row row, int i, SequenceBounds moved) {
    List<Node> path = paths.get(i);
    BigDecimal most = path.get(0).of(row, stakes.get(i), moved);
    for (int n = 1; n < path.size(); n++) {
      most = most.max(path.get(n).of(row, stakes.get(i), moved));
    }
    return most;
  }
}
