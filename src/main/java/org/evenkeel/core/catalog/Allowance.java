package org.evenkeel.core.catalog;

/** What may be done with an instrument by its listing, from the freest to the strictest. */
public enum Allowance {
  /** It may be bought and sold. */
  ANY,
  /** Its position may only be brought toward zero. */
  NO_ADD,
  /** Its position must be closed now, while it still can be. */
  EXIT,
  /** It takes no orders. */
  NONE;

  /** Whether an order that only brings a position toward zero may be planned. */
  public boolean mayReduce() {
    return this != NONE;
  }
}
