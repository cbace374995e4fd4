package org.evenkeel.shell.config;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.shell.config.secret.SecretReference;

/**
 * The world the bot works in; only {@link Live} can hold a reference to a key.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public sealed interface ModeSettings {

  /** The mode's name in files and reports. */
  default String label() {
    return switch (this) {
      case Rehearsal r -> "rehearsal";
      case Paper p -> "paper";
      case Live l -> "live";
    };
  }

  /**
   * A simulated venue over HTTP.
   *
   * @param market where its prices come from
   * @param seed seed of the generated market and of the venue's chances
   * @param start market time at the first start
   * @param speed market seconds per second between decisions, at least 1
   * @param venuePort TCP port of the venue, 0 for any free one
   * @param venueDirectory folder of the venue's event log and API key
   * @param externalUrl a simulated venue that runs elsewhere and replaces the one in this process
   * @param faults what goes wrong at the venues from the start, as the command line takes it
   * @param opening what the account holds at the first start
   * @param fundingSwing by venue how far its funding lies beside that of the market, per settlement
   */
  record Rehearsal(
      MarketSource market,
      long seed,
      Instant start,
      BigDecimal speed,
      int venuePort,
      Path venueDirectory,
      Optional<URI> externalUrl,
      List<String> faults,
      OpeningBalances opening,
      SortedMap<String, BigDecimal> fundingSwing)
      implements ModeSettings {

    public Rehearsal {
      fundingSwing = Collections.unmodifiableSortedMap(new TreeMap<>(fundingSwing));
      faults = List.copyOf(faults);
    }
  }

  /**
   * Live prices and a simulated account.
   *
   * @param urls where the prices are read
   * @param topOfBookNotional what is assumed to stand at the best price of each side, in quote currency
   * @param opening what the account holds at the first start
   */
  record Paper(VenueUrls urls, BigDecimal topOfBookNotional, OpeningBalances opening)
      implements ModeSettings {}

  /**
   * Live prices and a real account.
   *
   * @param passphrase what OKX wants besides; empty elsewhere
   */
  record Live(
      VenueUrls urls,
      SecretReference apiKey,
      SecretReference apiSecret,
      Optional<SecretReference> passphrase)
      implements ModeSettings {}

  /** Where the prices of a simulated venue come from. */
  sealed interface MarketSource {

    /** Generated from the seed, without end, with so many days before the start and coins beside the usual ones. */
    record Generated(int historyDays, Optional<Depeg> depeg, int furtherCoins)
        implements MarketSource {}

    /** A day on which USDC loses its peg for certain, and the lowest price of that day. */
    record Depeg(LocalDate day, BigDecimal lowest) {}

    /** Read from the files of a folder, up to an instant. */
    record Files(Path directory, Instant end) implements MarketSource {}
  }

  /** The base URLs of a venue's spot and futures endpoints. */
  record VenueUrls(URI spot, URI futures) {}
}
