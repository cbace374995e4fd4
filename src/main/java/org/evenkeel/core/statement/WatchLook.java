package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One look of the independent watcher, as it is shown and kept.
 *
 * @param verdict WITHIN, BREACH, MISBOOKED, DISAGREES or BLIND
 * @param words what was found, with the numbers
 * @param row how many looks in a row have found the same
 * @param action what was done; empty if nothing
 * @param engine what the database says of the engine, or why it does not answer
 * @param intervalSeconds how often is looked, in seconds on the wall
 * @param currency of the figures
 * @param nav value of the account; with the other figures empty if nothing was seen
 * @param gross gross exposure at worst
 * @param net net exposure at worst
 * @param largestName what bears the largest exposure
 * @param largest its exposure at worst
 * @param marginRatio the margin ratio nearest to liquidation
 * @param executions how executions compare with a second source, venue by venue
 */
public record WatchLook(
    String verdict,
    String words,
    int row,
    String action,
    String engine,
    int intervalSeconds,
    String currency,
    Optional<BigDecimal> nav,
    Optional<BigDecimal> gross,
    Optional<BigDecimal> net,
    Optional<String> largestName,
    Optional<BigDecimal> largest,
    Optional<BigDecimal> marginRatio,
    String executions) {

  /** How an engine is described that the database says nothing of. */
  public static final String UNKNOWN = "unknown";

  /** Whether the database said something of the engine. */
  public boolean isEngineKnown() {
    return !engine.startsWith(UNKNOWN);
  }
}
