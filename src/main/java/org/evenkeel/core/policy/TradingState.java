package org.evenkeel.core.policy;

/** How far the bot may act; set by an operator or by a safety rule, and kept across restarts. */
public enum TradingState {
  /** Everything within limits. */
  ACTIVE,
  /** No new cycles; what is open is looked after. */
  PAUSED,
  /** Only orders that bring a position toward zero. */
  REDUCE_ONLY,
  /** No orders at all; working orders are canceled. */
  HALTED,
  /** Working orders are canceled and every position is closed; ends as HALTED once the venue is flat. */
  FLATTENING;

  /** True if an order may enlarge a position. */
  public boolean mayAddRisk() {
    return this == ACTIVE;
  }

  /** True if an order that only reduces may be sent. */
  public boolean mayReduce() {
    return this == ACTIVE || this == REDUCE_ONLY;
  }

  /** True if working orders are canceled. */
  public boolean isKilled() {
    return this == HALTED || this == FLATTENING;
  }

  /**
   * True if a safety rule may replace it by another state: never one that is as strict already, and never what stops all
   * trading.
   *
   * @throws IllegalArgumentException if the other one is no state that a safety rule sets while it decides
   */
  public boolean yieldsTo(TradingState stricter) {
    return switch (stricter) {
      case REDUCE_ONLY -> this == ACTIVE;
      case HALTED, FLATTENING -> !isKilled();
      case ACTIVE, PAUSED -> throw new IllegalArgumentException("no safety rule sets " + stricter);
    };
  }

  /** True if the schedule starts cycles. */
  public boolean runsCycles() {
    return this == ACTIVE || this == REDUCE_ONLY;
  }
}
