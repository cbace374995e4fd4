package org.evenkeel.shell.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.shell.config.read.ConfigError;
import org.evenkeel.shell.config.read.ConfigValues;

/** The checks of contracts that are not settled in their quote: the venue must trade them, and something must price the coin. */
final class InverseChecks {

  private final ConfigValues values;
  private final List<ConfigValues> venues;
  private final Consumer<ConfigError> errors;

  InverseChecks(ConfigValues values, List<ConfigValues> venues, Consumer<ConfigError> errors) {
    this.values = values;
    this.venues = venues;
    this.errors = errors;
  }

  void all() {
    for (String sleeve : values.elements("sleeves")) {
      for (String leg : values.elements(sleeve + ".legs")) {
        instrument(leg + ".instrument")
            .filter(instrument -> instrument instanceof Instrument.Inverse)
            .ifPresent(inverse -> check(leg + ".instrument", inverse));
        instrument(leg + ".instrument").ifPresent(found -> quanto(leg + ".instrument", found));
        alternatives(leg);
      }
    }
  }

  /** One that may be chosen needs all that a fixed one needs, and coins of its own. */
  private void alternatives(String leg) {
    List<String> names = values.texts(leg + ".alternatives");
    if (names.isEmpty()) {
      return;
    }
    for (String name : names) {
      quanto(leg + ".alternatives", Instrument.parse(InstrumentId.of(name)));
      if (Instrument.parse(InstrumentId.of(name)) instanceof Instrument.Inverse inverse) {
        check(leg + ".alternatives", inverse);
        ownCoins(leg + ".alternatives", inverse);
      }
    }
    instrument(leg + ".instrument")
        .filter(found -> found instanceof Instrument.Inverse)
        .ifPresent(found -> ownCoins(leg + ".instrument", (Instrument.Inverse) found));
  }

  private void quanto(String path, Instrument instrument) {
    if (instrument instanceof Instrument.QuantoPerpetual quanto) {
      error(
          path,
          "found "
              + quanto.id()
              + ", which settles in "
              + quanto.settlement()
              + ": no venue of this version lists such a contract",
          "write one that settles in its quote or its base, such as "
              + quanto.base()
              + "-USDT-PERP");
    }
  }

  private void ownCoins(String path, Instrument.Inverse inverse) {
    for (InstrumentId other : traded()) {
      inverse
          .coinFault(Instrument.parse(other))
          .ifPresent(
              fault -> error(path, "found " + fault, "leave " + other + " or the alternative out"));
    }
  }

  private List<InstrumentId> traded() {
    List<InstrumentId> all = new ArrayList<>();
    for (String sleeve : values.elements("sleeves")) {
      for (String leg : values.elements(sleeve + ".legs")) {
        values.text(leg + ".instrument").map(InstrumentId::of).ifPresent(all::add);
        values.texts(leg + ".alternatives").stream().map(InstrumentId::of).forEach(all::add);
      }
    }
    for (String coin : values.elements("stablecoins")) {
      values.text(coin + ".instrument").map(InstrumentId::of).ifPresent(all::add);
    }
    return all;
  }

  private Optional<Instrument> instrument(String path) {
    return values.text(path).map(text -> Instrument.parse(InstrumentId.of(text)));
  }

  private void check(String path, Instrument inverse) {
    boolean isTraded =
        venues.stream()
            .filter(
                venue -> venue.text("venue").filter(inverse.venue().value()::equals).isPresent())
            .allMatch(venue -> venue.flag("inverse_contracts").orElse(false));
    if (!isTraded) {
      error(
          path,
          "found "
              + inverse.id()
              + ", and inverse contracts cannot be traded at "
              + inverse.venue()
              + ": the margin accounts that they lie in are not read there",
          "write a contract that is margined in its quote, such as "
              + inverse.base()
              + (inverse.venue().value().startsWith("kraken") ? "-USD-PERP" : "-USDT-PERP"));
    }
    String nav = values.text("nav_currency").orElse("");
    String coin = inverse.base().value();
    if (!coin.equals(nav) && !isPriced(coin, nav)) {
      error(
          path,
          "found "
              + inverse.id()
              + ", whose margin and profit are in "
              + coin
              + ", and nothing prices "
              + coin
              + " in "
              + nav,
          "add a rate of "
              + coin
              + ", such as the market "
              + coin
              + "-"
              + nav
              + "-SPOT, or a leg in that market");
    }
  }

  private boolean isPriced(String coin, String nav) {
    for (String rate : values.elements("rates")) {
      if (values.text(rate + ".currency").filter(coin::equals).isPresent()) {
        return true;
      }
    }
    for (String sleeve : values.elements("sleeves")) {
      for (String leg : values.elements(sleeve + ".legs")) {
        boolean isMarket =
            instrument(leg + ".instrument")
                .filter(found -> found instanceof Instrument.Spot)
                .filter(spot -> spot.base().value().equals(coin))
                .filter(spot -> spot.quote().value().equals(nav))
                .isPresent();
        if (isMarket) {
          return true;
        }
      }
    }
    return false;
  }

  private void error(String path, String found, String advice) {
    errors.accept(new ConfigError(values.place(path), path, found, advice));
  }
}
