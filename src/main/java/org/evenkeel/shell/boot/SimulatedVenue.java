package org.evenkeel.shell.boot;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.simvenue.DialectName;
import org.evenkeel.shell.simvenue.SimVenueServer;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Fault;
import org.evenkeel.shell.simvenue.market.AssetSpec;
import org.evenkeel.shell.simvenue.market.DatedMarket;
import org.evenkeel.shell.simvenue.market.FileMarket;
import org.evenkeel.shell.simvenue.market.GeneratedMarket;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.SimClock;
import org.evenkeel.shell.simvenue.market.StablecoinSpec;
import org.evenkeel.shell.simvenue.market.SwingingFunding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a rehearsal's simulated venue as the configuration says. */
final class SimulatedVenue {

  private static final Logger LOG = LoggerFactory.getLogger(SimulatedVenue.class);

  private SimulatedVenue() {}

  /** Starts every venue of the configuration on one clock; market time is at least {@code notBefore}. */
  static List<SimVenueServer> startAll(
      AppConfig config, ModeSettings.Rehearsal rehearsal, Optional<Instant> notBefore) {
    List<SimVenueServer> started = new ArrayList<>();
    try {
      for (VenueCapabilities venue : config.venue().capabilities()) {
        SimVenueServer.Manner manner = manner(rehearsal, dialect(venue), List.of());
        started.add(
            started.isEmpty()
                ? start(config, rehearsal, place(config, rehearsal, venue), notBefore, manner)
                : beside(config, rehearsal, place(config, rehearsal, venue), started, manner));
      }
      return List.copyOf(started);
    } catch (RuntimeException e) {
      started.forEach(SimVenueServer::close);
      throw e;
    }
  }

  /** Where a venue keeps its key, its log and its address: in the configured folder, or in one of its own below. */
  static Path place(AppConfig config, ModeSettings.Rehearsal rehearsal, VenueCapabilities venue) {
    return config.venue().capabilities().size() == 1
        ? rehearsal.venueDirectory()
        : rehearsal.venueDirectory().resolve(venue.venue().value());
  }

  /**
   * How a venue talks and what goes wrong with it: the faults of the configuration, then those of the command line.
   *
   * @throws CommandFailed if one of them cannot be read
   */
  static SimVenueServer.Manner manner(
      ModeSettings.Rehearsal rehearsal, DialectName dialect, List<String> more) {
    try {
      return new SimVenueServer.Manner(
          dialect,
          Stream.concat(rehearsal.faults().stream(), more.stream())
              .map(Fault.Order::parse)
              .toList());
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(
          ExitCode.USAGE, e.getMessage() + " (--fault, or rehearsal.faults of the configuration)");
    }
  }

  private static DialectName dialect(VenueCapabilities venue) {
    return dialect(venue.venue().value());
  }

  private static DialectName dialect(String name) {
    return DialectName.of(name.equals("krakenfutures") ? "kraken-futures" : name);
  }

  private static SimVenueServer start(
      AppConfig config,
      ModeSettings.Rehearsal rehearsal,
      Path place,
      Optional<Instant> notBefore,
      SimVenueServer.Manner manner) {
    return start(
        config,
        rehearsal,
        place,
        rehearsal.venuePort(),
        notBefore,
        manner,
        from -> new SimClock(from, rehearsal.speed().doubleValue(), System::nanoTime));
  }

  /** A further venue in the same market time. */
  private static SimVenueServer beside(
      AppConfig config,
      ModeSettings.Rehearsal rehearsal,
      Path place,
      List<SimVenueServer> started,
      SimVenueServer.Manner manner) {
    SimClock clock = started.get(0).clock();
    int port = rehearsal.venuePort() == 0 ? 0 : rehearsal.venuePort() + started.size();
    return start(
        config,
        rehearsal,
        place,
        port,
        Optional.of(Instant.ofEpochMilli(clock.nowMs())),
        manner,
        from -> clock);
  }

  /** Starts a venue of a manner of its own. */
  static SimVenueServer start(
      AppConfig config, ModeSettings.Rehearsal rehearsal, SimVenueServer.Manner manner) {
    return start(config, rehearsal, rehearsal.venueDirectory(), Optional.empty(), manner);
  }

  /** Starts a venue whose market time begins with the wall's at the moment at which it is ready. */
  static SimVenueServer startNow(
      AppConfig config, ModeSettings.Rehearsal rehearsal, SimVenueServer.Manner manner) {
    return start(
        config,
        rehearsal,
        rehearsal.venueDirectory(),
        rehearsal.venuePort(),
        Optional.empty(),
        manner,
        earliest ->
            new SimClock(
                Math.max(earliest, System.currentTimeMillis()),
                rehearsal.speed().doubleValue(),
                System::nanoTime));
  }

  private static SimVenueServer start(
      AppConfig config,
      ModeSettings.Rehearsal rehearsal,
      Path directory,
      int port,
      Optional<Instant> notBefore,
      SimVenueServer.Manner manner,
      LongFunction<SimClock> clockFrom) {
    Market market =
        swinging(
            DatedMarket.from(market(config, rehearsal), rehearsal.start().toEpochMilli()),
            rehearsal,
            manner.dialect());
    VenueKeys keys = VenueKeys.in(directory);
    VenueKeys watcher = VenueKeys.ofWatcherIn(directory);
    long start =
        Math.max(
            rehearsal.start().toEpochMilli(),
            notBefore.map(time -> time.toEpochMilli() + 1).orElse(Long.MIN_VALUE));
    SimVenueServer.Options options =
        new SimVenueServer.Options(
            market,
            clockFrom,
            start,
            directory.resolve("events.ndjson"),
            new Credentials(keys.apiKey().reveal(), keys.apiSecret().reveal())
                .and(new Credentials(watcher.apiKey().reveal(), watcher.apiSecret().reveal())),
            new OpeningBalances(
                codes(rehearsal.opening().spot(), manner.dialect()),
                codes(margin(config, rehearsal, manner.dialect()), manner.dialect())),
            port);
    try {
      return SimVenueServer.start(options, manner);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      throw new CommandFailed(
          ExitCode.VENUE,
          e.getMessage()
              + ": a bot or a venue runs there already; stop it, or choose another"
              + " rehearsal.venue_directory");
    } catch (UncheckedIOException e) {
      throw new CommandFailed(
          ExitCode.USAGE, e.getMessage() + " (rehearsal.venue_directory, rehearsal.venue_port)");
    }
  }

  /** When the market's data end, if they do. */
  static Optional<Instant> end(ModeSettings.Rehearsal rehearsal) {
    return switch (rehearsal.market()) {
      case ModeSettings.MarketSource.Generated generated -> Optional.empty();
      case ModeSettings.MarketSource.Files files -> Optional.of(files.end());
    };
  }

  private static Market swinging(
      Market market, ModeSettings.Rehearsal rehearsal, DialectName dialect) {
    return rehearsal.fundingSwing().entrySet().stream()
        .filter(swing -> dialect == dialect(swing.getKey()))
        .findFirst()
        .<Market>map(
            swing ->
                new SwingingFunding(market, swing.getValue(), rehearsal.start().toEpochMilli()))
        .orElse(market);
  }

  private static Market market(AppConfig config, ModeSettings.Rehearsal rehearsal) {
    return switch (rehearsal.market()) {
      case ModeSettings.MarketSource.Generated generated ->
          new GeneratedMarket(
              rehearsal.seed(),
              rehearsal.start().toEpochMilli(),
              Duration.ofDays(generated.historyDays()).toMillis(),
              Stream.concat(
                      AssetSpec.DEFAULTS.stream(),
                      AssetSpec.madeUp(generated.furtherCoins()).stream())
                  .toList(),
              generated
                  .depeg()
                  .map(depeg -> StablecoinSpec.depegOn(depeg.day(), depeg.lowest()))
                  .orElse(StablecoinSpec.DEFAULT));
      case ModeSettings.MarketSource.Files files -> files(config, rehearsal, files);
    };
  }

  private static Market files(
      AppConfig config, ModeSettings.Rehearsal rehearsal, ModeSettings.MarketSource.Files files) {
    TreeSet<String> symbols = new TreeSet<>();
    config
        .universe()
        .instruments()
        .forEach(
            id -> {
              Instrument instrument = Instrument.parse(id);
              // The files have linear prices only; the simulated venue derives its inverse
              // contracts from them.
              String quote =
                  instrument instanceof Instrument.Inverse ? "USDT" : instrument.quote().value();
              symbols.add(instrument.base().value() + quote);
            });
    Duration window =
        config.estimate().barLength().multipliedBy(config.estimate().lookbackBars() + 2L);
    FileMarket market =
        FileMarket.load(
            files.directory(), List.copyOf(symbols), rehearsal.start().minus(window), files.end());
    market.notices().forEach(notice -> LOG.info("event=market_file message=\"{}\"", notice));
    market.gaps().forEach(gap -> LOG.info("event=market_gap message=\"{}\"", gap));
    return market;
  }

  /** What opens the futures wallet: a coin that is margin of inverse contracts lies where these are, and nowhere else. */
  private static SortedMap<Currency, BigDecimal> margin(
      AppConfig config, ModeSettings.Rehearsal rehearsal, DialectName dialect) {
    TreeMap<Currency, BigDecimal> margin = new TreeMap<>(rehearsal.opening().futures());
    TreeSet<Currency> here = new TreeSet<>();
    TreeSet<Currency> elsewhere = new TreeSet<>();
    for (InstrumentId id : config.universe().instruments()) {
      if (Instrument.parse(id) instanceof Instrument.Inverse inverse) {
        boolean isHere = dialect == dialect(inverse.venue().value());
        (isHere ? here : elsewhere).add(inverse.settlement());
      }
    }
    elsewhere.removeAll(here);
    margin.keySet().removeAll(elsewhere);
    return margin;
  }

  private static SortedMap<String, BigDecimal> codes(
      SortedMap<Currency, BigDecimal> amounts, DialectName dialect) {
    TreeMap<String, BigDecimal> codes = new TreeMap<>();
    amounts.forEach((currency, amount) -> codes.put(currency.value(), amount));
    return dialect.opening(codes);
  }
}
