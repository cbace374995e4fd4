package org.evenkeel.shell.boot;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.DeadManSwitch;
import org.evenkeel.cycle.KeyRights;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Venue;
import org.evenkeel.shell.config.VenueSettings;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.BinanceMarketData;
import org.evenkeel.shell.xchange.binance.BinanceSettings;
import org.evenkeel.shell.xchange.binance.trade.AccountKeys;
import org.evenkeel.shell.xchange.binance.trade.BinanceVenue;

/** The adapter of one venue: which one, its name decides, and here alone. */
interface Connection {

  MarketData market();

  Venue venue();

  DeadManSwitch deadMan(List<InstrumentId> instruments);

  Result<Boolean> prepare(List<InstrumentId> instruments, int leverage);

  /** What the venue says of the key; empty if the adapter cannot ask. */
  default Optional<KeyRights> keyRights() {
    return Optional.empty();
  }

  /**
   * What a connection needs.
   *
   * @param url where all of the venue's endpoints are
   */
  record Terms(
      VenueCapabilities capabilities,
      URI url,
      RehearsalKeys keys,
      VenueSettings settings,
      CallGate gate,
      Clock clock) {}

  /** The connection to a venue that an adapter exists for; throws {@link IllegalArgumentException} if none does. */
  static Connection to(Terms terms) {
    return switch (terms.capabilities().venue().value()) {
      case "binance" -> binance(terms);
      default ->
          throw new IllegalArgumentException(
              "there is no adapter for " + terms.capabilities().venue());
    };
  }

  /** Those of the instruments that a venue trades. */
  static List<InstrumentId> at(Venue venue, List<InstrumentId> instruments) {
    return instruments.stream()
        .filter(id -> Instrument.parse(id).venue().equals(venue.capabilities().venue()))
        .toList();
  }

  private static Connection binance(Terms terms) {
    BinanceSettings defaults = BinanceSettings.at(terms.url(), terms.url());
    BinanceSettings settings =
        new BinanceSettings(
            terms.url(),
            terms.url(),
            terms.settings().connectTimeout(),
            terms.settings().readTimeout(),
            defaults.specificationAge(),
            defaults.readWindow());
    BinanceLink link =
        new BinanceLink(terms.capabilities().venue(), settings, terms.gate(), terms.clock());
    BinanceVenue venue =
        new BinanceVenue(
            link,
            terms.capabilities(),
            new AccountKeys(terms.keys().apiKey(), terms.keys().apiSecret()));
    MarketData market = new BinanceMarketData(link);
    return new Connection() {
      @Override
      public MarketData market() {
        return market;
      }

      @Override
      public Venue venue() {
        return venue;
      }

      @Override
      public DeadManSwitch deadMan(List<InstrumentId> instruments) {
        return venue.deadMan(instruments);
      }

      @Override
      public Result<Boolean> prepare(List<InstrumentId> instruments, int leverage) {
        return venue.setup().prepare(instruments, leverage);
      }

      @Override
      public Optional<KeyRights> keyRights() {
        return Optional.of(venue.keyRights());
      }
    };
  }
}
