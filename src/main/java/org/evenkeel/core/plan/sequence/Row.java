package org.evenkeel.core.plan.sequence;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One inequality of the proof: what an instrument contributes to its left side at a position.
 *
 * <p>Every contribution is a convex function of the position and of what trading it has cost, so over an interval it is
 * largest at an end. Contributions are rounded up to eight decimals.
 */
enum Row {
  GROSS(0),
  LONG(1),
  SHORT(2),
  VENUE(3),
  INITIAL(4),
  MAINTENANCE(5),
  RISE(6),
  FALL(7),
  /** Maintenance margin at unmoved prices, for the move of a single instrument. */
  STILL(8);

  private static final int SCALE = 8;

  /** How many rows there are. */
  static final int COUNT = values().length;

  /** Its column in tables of all rows. */
  final int at;

  Row(int at) {
    this.at = at;
  }

  /** Whose sum it is part of. */
  enum Scope {
    PORTFOLIO,
    VENUE,
    POT
  }

  Scope scope() {
    return switch (this) {
      case GROSS, LONG, SHORT -> Scope.PORTFOLIO;
      case VENUE -> Scope.VENUE;
      case INITIAL, MAINTENANCE, RISE, FALL, STILL -> Scope.POT;
    };
  }

  /** True if it is about prices that have moved. */
  boolean isOfMoves() {
    return this == RISE || this == FALL || this == STILL;
  }

  /** True if closing a position may raise it by more than the cost of trading: what was closed had hedged the rest. */
  boolean isDirectional() {
    return this == LONG || this == SHORT || this == RISE || this == FALL;
  }

  /**
   * What a stake contributes.
   *
   * @param exposure position times value, signed
   * @param lost the cost of what was traded
   * @param spent what was paid out of margin for coins
   */
  BigDecimal of(
      Stake stake, SequenceBounds bounds, BigDecimal exposure, BigDecimal lost, BigDecimal spent) {
    BigDecimal exact =
        stake.isFuture()
            ? future(stake, bounds, exposure, lost)
            : coin(stake, bounds, exposure, lost, spent);
    return exact.scale() > SCALE ? exact.setScale(SCALE, RoundingMode.CEILING) : exact;
  }

  private BigDecimal future(
      Stake stake, SequenceBounds bounds, BigDecimal exposure, BigDecimal lost) {
    BigDecimal size = exposure.abs();
    return switch (this) {
      case GROSS -> size.add(lost.multiply(bounds.gross().value()));
      case LONG -> exposure.add(lost.multiply(bounds.net().value()));
      case SHORT -> lost.multiply(bounds.net().value()).subtract(exposure);
      case VENUE -> size.add(lost.multiply(bounds.venue().value()));
      case INITIAL ->
          size.divide(BigDecimal.valueOf(bounds.venueLeverage()), SCALE, RoundingMode.UP).add(lost);
      case MAINTENANCE ->
          margin(stake, bounds, size).add(lost.multiply(bounds.marginRatio().value()));
      case RISE ->
          moved(stake, bounds, size, bounds.rise())
              .add(lost)
              .subtract(exposure.multiply(bounds.distance().value()));
      case FALL ->
          moved(stake, bounds, size, bounds.fall())
              .add(lost)
              .add(exposure.multiply(bounds.distance().value()));
      case STILL -> margin(stake, bounds, size).add(lost);
    };
  }

  /** Coins are no exposure that is margined; they take money out of the margin if it pays for them. */
  private BigDecimal coin(
      Stake stake, SequenceBounds bounds, BigDecimal exposure, BigDecimal lost, BigDecimal spent) {
    BigDecimal gone = stake.isPaidFromMargin() ? spent.add(lost) : BigDecimal.ZERO;
    return switch (this) {
      case GROSS -> lost.multiply(bounds.gross().value());
      case LONG, SHORT -> lost.multiply(bounds.net().value());
      case VENUE ->
          (stake.kind() == Stake.Kind.COIN ? exposure.abs() : BigDecimal.ZERO)
              .add(lost.multiply(bounds.venue().value()));
      case MAINTENANCE -> gone.multiply(bounds.marginRatio().value());
      case INITIAL, RISE, FALL, STILL -> gone;
    };
  }

  private static BigDecimal margin(Stake stake, SequenceBounds bounds, BigDecimal notional) {
    return bounds.maintenance().margin(stake.instrument(), notional);
  }

  private static BigDecimal moved(
      Stake stake, SequenceBounds bounds, BigDecimal notional, BigDecimal factor) {
    return bounds.maintenance().moved(stake.instrument(), notional, factor);
  }
}
