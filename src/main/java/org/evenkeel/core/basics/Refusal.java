package org.evenkeel.core.basics;

/**
 * A recorded 'no': why something expected did not happen, in words an operator can act on.
 *
 * <p>For example: reason COVERAGE_TOO_LOW, detail 'SOL-USDT-PERP@binance has 81 % of 480 bars, 95 % needed'.
 *
 * @param reason the closed category
 * @param detail what was found, where, and what was expected
 */
public record Refusal(RefusalReason reason, String detail) {

  public static Refusal of(RefusalReason reason, String detail) {
    return new Refusal(reason, detail);
  }

  @Override
  public String toString() {
    return reason + ": " + detail;
  }
}
