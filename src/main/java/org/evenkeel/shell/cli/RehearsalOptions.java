package org.evenkeel.shell.cli;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about the simulated market, shared by 'run' and 'venue-sim'. */
final class RehearsalOptions {

  @Option(
      names = {"--market-data", "--market"},
      paramLabel = "DIR",
      description = "Folder of CSV files with real prices, instead of a generated market.")
  @Nullable Path marketData;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description =
          "First day of the market, UTC, or 'now': with --speed 1 the market then keeps the wall's time.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day of the market, UTC.")
  @Nullable String to;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the generated market.")
  @Nullable String seed;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "Market seconds in a second between decisions.")
  @Nullable String speed;

  /** Whether the market was asked to begin at this moment. */
  boolean isFromNow() {
    return from != null && Times.isNow(from);
  }

  void addTo(Settings settings, Instant now) {
    if (marketData != null) {
      settings.put("rehearsal.market", "files", "--market-data");
      settings.put("rehearsal.data_directory", marketData, "--market-data");
    }
    settings.put("rehearsal.start", from == null ? null : Times.from(from, now), "--from");
    settings.put("rehearsal.end", to == null ? null : Times.to(to), "--to");
    settings.put("rehearsal.seed", seed, "--seed");
    settings.put("rehearsal.speed_market_seconds_per_second", speed, "--speed");
  }
}
