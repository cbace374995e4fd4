package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A rehearsal of the kill switch: a book flattened at a simulated venue, again and again.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param bookOf the moment of the statement whose book it was
 * @param runs how many flattens, every fifth answer of the venue wrong
 * @param calm market time until flat at a venue without faults: what is expected
 * @param median the median of the runs
 * @param worst the longest of the runs
 * @param allowed the longest that is allowed
 * @param assets what each position has taken in the worst run
 */
public record KillDrill(
    Instant bookOf,
    int runs,
    Duration calm,
    Duration median,
    Duration worst,
    Duration allowed,
    List<Asset> assets) {

  public KillDrill {
    assets = List.copyOf(assets);
  }

  /**
   * What one position has taken.
   *
   * @param subject the instrument, or the wallet and the coin
   * @param quantity what was held
   * @param value its value in NAV currency
   * @param orders orders sent for it
   * @param cost fees and distance from the middle of the book, in NAV currency
   * @param predicted what the planner expects of such a trade: fee, half spread and impact, in NAV currency
   */
  public record Asset(
      String subject,
      BigDecimal quantity,
      BigDecimal value,
      int orders,
      BigDecimal cost,
      BigDecimal predicted) {}

  /** Whether even the longest run was short enough. */
  public boolean isPassed() {
    return worst.compareTo(allowed) <= 0;
  }

  /** A drill that is kept, with its number and when it was made. */
  public record Kept(long number, Instant at, KillDrill drill, String author, String reason) {}
}
