package org.evenkeel.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A configuration for a bot under test: four futures and a stablecoin, at a venue of the test.
 *
 * @param venue the venue's base URL
 * @param venueDirectory where its key lies
 * @param database the lines of the section 'database'
 * @param extra more sections, or nothing
 */
record RehearsalFile(String venue, Path venueDirectory, String database, String extra) {

  private static final Path CAPABILITIES = Path.of("config", "venues", "binance.yml");

  /** A bot with an embedded server of its own. */
  static RehearsalFile embedded(VenueRig venue, Path server) {
    return new RehearsalFile(
        venue.url(), venue.directory(), "embedded_directory: " + server.toAbsolutePath(), "");
  }

  RehearsalFile with(String more) {
    return new RehearsalFile(venue, venueDirectory, database, extra + more);
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
            - { name: sol, class: alts, legs: [ { instrument: SOL-USDT-PERP@binance } ] }
            - { name: xrp, class: alts, legs: [ { instrument: XRP-USDT-PERP@binance } ] }
          stablecoins:
            - { instrument: USDC-USDT-SPOT@binance, share_of_spot_wallet_fraction: 0.4 }
          plan:
            no_trade_band_fraction: 0
          venue:
            capabilities: %s
          database:
            %s
          web:
            enabled: false
          rehearsal:
            start: %s
            venue_directory: %s
            external_url: %s
          %s"""
              .formatted(
                  CAPABILITIES.toAbsolutePath(),
                  database,
                  VenueRig.START,
                  venueDirectory.toAbsolutePath(),
                  venue,
                  extra));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
