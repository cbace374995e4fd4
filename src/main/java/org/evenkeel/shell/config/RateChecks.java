package org.evenkeel.shell.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.shell.config.read.ConfigError;
import org.evenkeel.shell.config.read.ConfigValues;

/** The checks of the rates against the NAV currency and the venues. */
final class RateChecks {

  private final ConfigValues values;
  private final List<String> venues;
  private final Consumer<ConfigError> errors;

  RateChecks(ConfigValues values, List<String> venues, Consumer<ConfigError> errors) {
    this.values = values;
    this.venues = venues;
    this.errors = errors;
  }

  void all() {
    for (String rate : values.elements("rates")) {
      Optional<String> currency = values.text(rate + ".currency");
      Optional<String> market = values.text(rate + ".market");
      List<String> cross = values.texts(rate + ".cross");
      if (market.isPresent() != cross.isEmpty()) {
        error(
            rate,
            "found " + (market.isPresent() ? "market and cross" : "neither market nor cross"),
            "write exactly one of them");
      } else if (currency.isPresent()) {
        market.ifPresent(text -> market(rate + ".market", text, currency.get()));
        if (!cross.isEmpty()) {
          cross(rate + ".cross", cross, currency.get());
        }
      }
    }
  }

  private void market(String path, String text, String currency) {
    Instrument market = Instrument.parse(InstrumentId.of(text));
    List<String> pair = List.of(market.base().value(), market.quote().value());
    if (!(market instanceof Instrument.Spot)
        || !pair.contains(nav())
        || !pair.contains(currency)
        || currency.equals(nav())) {
      error(path, "found " + text, "write a -SPOT market between " + nav() + " and " + currency);
    }
    atVenue(path, market);
  }

  private void cross(String path, List<String> cross, String currency) {
    List<Instrument> instruments =
        cross.stream().map(text -> Instrument.parse(InstrumentId.of(text))).toList();
    if (cross.size() != 2
        || !instruments.get(0).base().equals(instruments.get(1).base())
        || !instruments.get(0).quote().value().equals(nav())
        || !instruments.get(1).quote().value().equals(currency)) {
      error(
          path,
          "found " + String.join(", ", cross),
          "write two instruments of one asset, the first quoted in "
              + nav()
              + ", the second in "
              + currency);
    }
    instruments.forEach(instrument -> atVenue(path, instrument));
  }

  private void atVenue(String path, Instrument instrument) {
    if (!venues.isEmpty() && !venues.contains(instrument.venue().value())) {
      error(
          path,
          "found the venue " + instrument.venue(),
          "write @"
              + String.join(" or @", venues)
              + ", or name its file in venue.further_capabilities");
    }
  }

  private String nav() {
    return values.text("nav_currency").orElse("");
  }

  private void error(String path, String found, String advice) {
    errors.accept(new ConfigError(values.place(path), path, found, advice));
  }
}
