package org.evenkeel.shell.simvenue.okx;

import java.time.Duration;

/**
 * How the simulated account is set up and how long the venue remembers.
 *
 * @param accountLevel 2 (futures mode: coins are no collateral) or 3 (multi-currency margin)
 * @param positionMode net_mode or long_short_mode; positions are net either way
 * @param unfilledKept how long an order that was canceled without a fill can be asked for
 * @param ordersKept how long any other closed order can be asked for by its id
 * @param fillsKept how far back trade/fills reaches
 * @param billsKept how far back account/bills and orders-history reach
 * @param archiveKept how far back the archives reach
 * @param limitFactor how many times the documented rate limits are allowed
 */
public record OkxManner(
    String accountLevel,
    String positionMode,
    Duration unfilledKept,
    Duration ordersKept,
    Duration fillsKept,
    Duration billsKept,
    Duration archiveKept,
    int limitFactor) {

  private static final int COMPRESSED = 100;

  /** Futures mode, net positions, the documented times and limits. */
  public static OkxManner standard() {
    return new OkxManner(
        "2",
        "net_mode",
        Duration.ofHours(2),
        Duration.ofDays(3),
        Duration.ofDays(3),
        Duration.ofDays(7),
        Duration.ofDays(90),
        1);
  }

  /** The same with larger limits where market time runs faster than the wall. */
  public OkxManner atSpeed(double speed) {
    return withLimits(speed > 1 ? COMPRESSED : 1);
  }

  /** The same with limits that many times the documented ones. */
  public OkxManner withLimits(int factor) {
    return new OkxManner(
        accountLevel,
        positionMode,
        unfilledKept,
        ordersKept,
        fillsKept,
        billsKept,
        archiveKept,
        factor);
  }

  /** The same for an account of another level. */
  public OkxManner ofLevel(String level) {
    return new OkxManner(
        level,
        positionMode,
        unfilledKept,
        ordersKept,
        fillsKept,
        billsKept,
        archiveKept,
        limitFactor);
  }

  /** The same for an account in another position mode. */
  public OkxManner inMode(String mode) {
    return new OkxManner(
        accountLevel,
        mode,
        unfilledKept,
        ordersKept,
        fillsKept,
        billsKept,
        archiveKept,
        limitFactor);
  }
}
