package org.evenkeel.shell.simvenue.market;

import java.time.Instant;

/**
 * Hours for which a file has no bar, between the first and the last instant of the market.
 *
 * <p>For example SPOT BTCUSDT from 2021-04-25T04:00:00Z until 2021-04-25T08:00:00Z: four hours without price.
 * Immutable and thread-safe.
 *
 * @param series the series
 * @param from first instant without data
 * @param to first instant with data again, or the end of the market
 */
public record Gap(SeriesId series, Instant from, Instant to) {

  /** The number of hours missing. */
  public long hours() {
    return (to.toEpochMilli() - from.toEpochMilli()) / Hours.MS;
  }

  @Override
  public String toString() {
    return "%s %s has no prices from %s until %s (%d hours)"
        .formatted(series.kind(), series.symbol(), from, to, hours());
  }
}
