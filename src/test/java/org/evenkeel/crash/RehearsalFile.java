package org.evenkeel.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.evenkeel.shell.jdbc.DatabaseSettings;

/**
 * A configuration for a bot under test: some futures and a stablecoin, at a venue of the test.
 *
 * <p>Market time runs fast, so the patience on the bot's clock is long and the histories are short.
 *
 * @param venue the venue's base URL
 * @param venueDirectory where its key lies
 * @param database the lines of the section 'database'
 * @param more sleeves beside the first two
 */
record RehearsalFile(String venue, Path venueDirectory, String database, List<String> more) {

  private static final Path CAPABILITIES = Path.of("config", "venues", "binance.yml");

  /** A bot with an embedded server of its own. */
  static RehearsalFile embedded(VenueRig venue, Path server) {
    return new RehearsalFile(
        venue.url(),
        venue.directory(),
        "embedded_directory: " + server.toAbsolutePath(),
        List.of(sleeve("SOL"), sleeve("XRP")));
  }

  /** A bot on a server that somebody else runs; its password is written to a file. */
  static RehearsalFile given(VenueRig venue, DatabaseSettings settings, Path passwordFile) {
    try {
      Files.writeString(passwordFile, settings.password());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RehearsalFile(
        venue.url(),
        venue.directory(),
        "jdbc_url: %s\n  user: %s\n  password: { file: %s }"
            .formatted(settings.jdbcUrl(), settings.user(), passwordFile),
        embedded(venue, passwordFile).more());
  }

  /** The same with fewer orders. */
  RehearsalFile ofTwoFutures() {
    return new RehearsalFile(venue, venueDirectory, database, List.of());
  }

  private static String sleeve(String coin) {
    return "- { name: %s, class: alts, legs: [ { instrument: %s-USDT-PERP@binance } ] }"
        .formatted(coin.toLowerCase(Locale.ROOT), coin);
  }

  /** Writes the file; decisions are due every six hours of the market. */
  Path writeTo(Path file) {
    try {
      return Files.writeString(
          file,
          """
          mode: rehearsal
          strategy: crash
          schedule:
            period_hours: 6
            grace_minutes: 360
            reconcile_every_seconds: 1
            heartbeat_every_seconds: 1
            lease_seconds: 3
          sleeves:
            - { name: btc, class: majors, legs: [ { instrument: BTC-USDT-PERP@binance } ] }
            - { name: eth, class: majors, legs: [ { instrument: ETH-USDT-PERP@binance } ] }
            %s
          stablecoins:
            - { instrument: USDC-USDT-SPOT@binance, share_of_spot_wallet_fraction: 0.4 }
          estimate:
            lookback_bars: 120
            volatility_half_life_bars: 20
            correlation_half_life_bars: 60
          execution:
            resolve_timeout_seconds: 900
          plan:
            no_trade_band_fraction: 0
          venue:
            capabilities: %s
          database:
            %s
          web:
            enabled: false
          runs:
            max_interrupted_starts: 1000000
          rehearsal:
            start: %s
            history_days: 40
            venue_directory: %s
            external_url: %s
          """
              .formatted(
                  String.join("\n  ", more),
                  CAPABILITIES.toAbsolutePath(),
                  database,
                  VenueRig.START,
                  venueDirectory.toAbsolutePath(),
                  venue));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
