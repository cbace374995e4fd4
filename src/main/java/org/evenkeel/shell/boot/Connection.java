package org.evenkeel.shell.boot;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.DeadManSwitch;
import org.evenkeel.cycle.KeyRights;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.SelfMatch;
import org.evenkeel.cycle.Venue;
import org.evenkeel.cycle.VenueSetup;
import org.evenkeel.cycle.VenueStatus;
import org.evenkeel.cycle.watch.DropCopy;
import org.evenkeel.shell.config.VenueSettings;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.BinanceMarketData;
import org.evenkeel.shell.xchange.binance.BinanceSettings;
import org.evenkeel.shell.xchange.binance.BinanceStatus;
import org.evenkeel.shell.xchange.binance.trade.AccountKeys;
import org.evenkeel.shell.xchange.binance.trade.BinanceVenue;
import org.evenkeel.shell.xchange.kraken.KrakenLink;
import org.evenkeel.shell.xchange.kraken.KrakenMarketData;
import org.evenkeel.shell.xchange.kraken.KrakenSettings;
import org.evenkeel.shell.xchange.kraken.KrakenStatus;
import org.evenkeel.shell.xchange.kraken.trade.KrakenKeys;
import org.evenkeel.shell.xchange.kraken.trade.KrakenVenue;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesLink;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesMarketData;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesSettings;
import org.evenkeel.shell.xchange.krakenfutures.trade.KrakenFuturesVenue;
import org.evenkeel.shell.xchange.okx.OkxLink;
import org.evenkeel.shell.xchange.okx.OkxMarketData;
import org.evenkeel.shell.xchange.okx.OkxSettings;
import org.evenkeel.shell.xchange.okx.OkxStatus;
import org.evenkeel.shell.xchange.okx.trade.OkxKeys;
import org.evenkeel.shell.xchange.okx.trade.OkxVenue;

/** The adapter of one venue: which one, its name decides, and here alone. */
interface Connection {

  MarketData market();

  Venue venue();

  DeadManSwitch deadMan(List<InstrumentId> instruments);

  /** How the account is set. */
  VenueSetup setup();

  /** What the venue says of the key. */
  KeyRights keyRights();

  /** What the venue says of its own state. */
  VenueStatus status();

  /** A second source of executions. */
  DropCopy dropCopy();

  /** What keeps the account's orders from trading with each other, where the account is set to it and not each order. */
  Optional<SelfMatch> selfMatch();

  /**
   * What a connection needs.
   *
   * @param urls where the venue's endpoints are
   * @param isTestNetwork whether the account is one of the venue's test network: at OKX every request says so, and at
   *     Binance, whose test networks have no wallet endpoints, announced ends of spot markets are not asked for
   */
  record Terms(
      VenueCapabilities capabilities,
      Urls urls,
      VenueKeys keys,
      VenueSettings settings,
      CallGate gate,
      Clock clock,
      boolean isTestNetwork) {

    /** An account that is not one of a test network. */
    Terms(
        VenueCapabilities capabilities,
        Urls urls,
        VenueKeys keys,
        VenueSettings settings,
        CallGate gate,
        Clock clock) {
      this(capabilities, urls, keys, settings, gate, clock, false);
    }
  }

  /** Where the endpoints of spot markets and of futures are; one address for both at a simulated venue. */
  record Urls(URI spot, URI futures) {

    static Urls of(URI both) {
      return new Urls(both, both);
    }

    /** The address of a venue that has one for all. */
    URI only() {
      if (!spot.equals(futures)) {
        throw new IllegalArgumentException(
            "this venue has one address: write the same for venue.spot_url and venue.futures_url");
      }
      return spot;
    }
  }

  /** The connection to a venue that an adapter exists for; throws {@link IllegalArgumentException} if none does. */
  static Connection to(Terms terms) {
    return switch (terms.capabilities().venue().value()) {
      case "binance" -> binance(terms);
      case "okx" -> okx(terms);
      case "kraken" -> kraken(terms);
      case "krakenfutures" -> krakenFutures(terms);
      default ->
          throw new IllegalArgumentException(
              "there is no adapter for " + terms.capabilities().venue());
    };
  }

  private static Connection binance(Terms terms) {
    BinanceSettings settings =
        BinanceSettings.at(terms.urls().futures(), terms.urls().spot())
            .within(terms.settings().connectTimeout(), terms.settings().readTimeout());
    BinanceLink link =
        new BinanceLink(terms.capabilities().venue(), settings, terms.gate(), terms.clock());
    BinanceVenue venue =
        new BinanceVenue(
            link,
            terms.capabilities(),
            new AccountKeys(terms.keys().apiKey(), terms.keys().apiSecret()));
    MarketData market = new BinanceMarketData(link);
    return new Bound(
        terms.isTestNetwork() ? market : venue.withDelistSchedule(market),
        venue,
        venue::deadMan,
        venue.setup(),
        venue.keyRights(),
        new BinanceStatus(link),
        Optional.empty(),
        venue.dropCopy());
  }

  private static Connection okx(Terms terms) {
    OkxSettings defaults = OkxSettings.at(terms.urls().only());
    OkxSettings settings =
        new OkxSettings(
            defaults.url(),
            defaults.isDemo(),
            terms.settings().connectTimeout(),
            terms.settings().readTimeout(),
            defaults.specificationAge());
    OkxLink link =
        new OkxLink(
            terms.capabilities().venue(),
            terms.isTestNetwork() ? settings.demo() : settings,
            terms.gate(),
            terms.clock());
    OkxVenue venue =
        new OkxVenue(
            link,
            terms.capabilities(),
            new OkxKeys(
                terms.keys().apiKey(), terms.keys().apiSecret(), terms.keys().passphrase()));
    return new Bound(
        new OkxMarketData(link),
        venue,
        instruments -> venue.deadMan(),
        venue.setup(),
        venue.keyRights(),
        new OkxStatus(link),
        Optional.empty(),
        venue.dropCopy());
  }

  private static Connection kraken(Terms terms) {
    KrakenSettings settings =
        new KrakenSettings(
            terms.urls().spot(),
            terms.settings().connectTimeout(),
            terms.settings().readTimeout(),
            KrakenSettings.at(terms.urls().spot()).specificationAge());
    KrakenLink link =
        new KrakenLink(terms.capabilities().venue(), settings, terms.gate(), terms.clock());
    KrakenVenue venue = new KrakenVenue(link, terms.capabilities(), krakenKeys(terms));
    return new Bound(
        new KrakenMarketData(link),
        venue,
        instruments -> venue.deadMan(),
        // The spot market has neither leverage nor position modes.
        (instruments, leverage) -> Result.ok(true),
        venue.keyRights(),
        new KrakenStatus(link),
        Optional.empty(),
        venue.dropCopy());
  }

  private static Connection krakenFutures(Terms terms) {
    KrakenFuturesSettings settings =
        new KrakenFuturesSettings(
            terms.urls().futures(),
            terms.settings().connectTimeout(),
            terms.settings().readTimeout(),
            KrakenFuturesSettings.at(terms.urls().futures()).specificationAge());
    KrakenFuturesLink link =
        new KrakenFuturesLink(terms.capabilities().venue(), settings, terms.gate(), terms.clock());
    KrakenFuturesVenue venue =
        new KrakenFuturesVenue(link, terms.capabilities(), krakenKeys(terms));
    return new Bound(
        new KrakenFuturesMarketData(link),
        venue,
        instruments -> venue.deadMan(),
        venue.setup(),
        venue.keyRights(),
        // It tells of single contracts only, in their listing.
        VenueStatus.UNTOLD,
        Optional.of(venue.selfMatch()),
        venue.dropCopy());
  }

  private static KrakenKeys krakenKeys(Terms terms) {
    return new KrakenKeys(terms.keys().apiKey(), terms.keys().apiSecret());
  }

  /** The parts of a connection. */
  record Bound(
      MarketData market,
      Venue venue,
      Function<List<InstrumentId>, DeadManSwitch> countdown,
      VenueSetup setup,
      KeyRights keyRights,
      VenueStatus status,
      Optional<SelfMatch> selfMatch,
      DropCopy dropCopy)
      implements Connection {

    @Override
    public DeadManSwitch deadMan(List<InstrumentId> instruments) {
      return countdown.apply(instruments);
    }
  }
}
