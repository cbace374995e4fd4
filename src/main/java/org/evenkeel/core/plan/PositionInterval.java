package org.evenkeel.core.plan;

import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;

/**
 * The positions that are possible in one instrument while the fate of some of its orders is open.
 *
 * <p>For example, long 3 with an unanswered buy of 2 and an open sale of 4 is anything from short 1 to long 5.
 * Whatever is planned or permitted must be right at both ends.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param instrument what is held
 * @param low the least position, in contracts; negative is short
 * @param high the greatest position, not below {@code low}
 */
public record PositionInterval(InstrumentId instrument, Contracts low, Contracts high) {

  public PositionInterval {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          instrument + " cannot be between " + low + " and " + high + " contracts");
    }
  }

  /** A position that is known. */
  public static PositionInterval at(InstrumentId instrument, Contracts position) {
    return new PositionInterval(instrument, position, position);
  }

  /** The positions possible once an order may or may not trade what it still can. */
  public PositionInterval after(Side side, Contracts leaves) {
    return switch (side) {
      case BUY -> new PositionInterval(instrument, low, high.plus(leaves));
      case SELL -> new PositionInterval(instrument, low.minus(leaves), high);
    };
  }

  /** The narrowest interval that also has a position in it. */
  public PositionInterval including(Contracts position) {
    return new PositionInterval(
        instrument,
        low.compareTo(position) <= 0 ? low : position,
        high.compareTo(position) >= 0 ? high : position);
  }

  /** True if only one position is possible. */
  public boolean isCertain() {
    return low.equals(high);
  }

  /** The largest possible position without its sign. */
  public Contracts worst() {
    return low.abs().compareTo(high.abs()) >= 0 ? low.abs() : high.abs();
  }

  /**
   * The change of position that leads toward a target and neither turns the position nor goes beyond the target at
   * either end; zero if there is none.
   *
   * <p>For example, from 3 to 5 toward 1 it is -2: what is left is 1 to 3.
   */
  public Contracts safeReductionToward(Contracts target) {
    if (low.value().signum() > 0) {
      Contracts floor = target.value().signum() > 0 ? target : Contracts.ZERO;
      return low.compareTo(floor) > 0 ? floor.minus(low) : Contracts.ZERO;
    }
    if (high.value().signum() < 0) {
      Contracts ceiling = target.value().signum() < 0 ? target : Contracts.ZERO;
      return high.compareTo(ceiling) < 0 ? ceiling.minus(high) : Contracts.ZERO;
    }
    return Contracts.ZERO;
  }

  @Override
  public String toString() {
    return low + " to " + high;
  }
}
