package org.evenkeel.core.estimate.gate;

/** What the quality of the data allows, from the most to the least. */
public enum Permission {
  /** Everything within limits. */
  TRADE,
  /** Only what brings a position toward zero: the targets are not believed enough to add risk for them. */
  REDUCE_ONLY,
  /** Nothing: what is held stays, because not even the direction of a trade is known to be right. */
  HOLD;

  /** The stricter of two. */
  public Permission and(Permission other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** How it is written for people: 'trade', 'reduce only', 'hold'. */
  public String words() {
    return switch (this) {
      case TRADE -> "trade";
      case REDUCE_ONLY -> "reduce only";
      case HOLD -> "hold";
    };
  }
}
