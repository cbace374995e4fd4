package org.evenkeel.shell.config;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.parity.stress.StressShock;
import org.evenkeel.shell.config.read.ConfigError;
import org.evenkeel.shell.config.read.ConfigValues;

/** The checks of sleeves, legs and stablecoins against each other and against the venue. */
final class UniverseChecks {

  private final ConfigValues values;
  private final List<ConfigValues> venues;
  private final Consumer<ConfigError> errors;

  UniverseChecks(ConfigValues values, List<ConfigValues> venues, Consumer<ConfigError> errors) {
    this.values = values;
    this.venues = venues;
    this.errors = errors;
  }

  void all() {
    Map<String, String> names = new HashMap<>();
    Map<String, String> instruments = new HashMap<>();
    for (String sleeve : values.elements("sleeves")) {
      once(names, sleeve + ".name", "two sleeves need two names");
      for (String leg : values.elements(sleeve + ".legs")) {
        once(
            instruments,
            leg + ".instrument",
            "an instrument belongs to one sleeve; give it one leg there");
        instrument(leg + ".instrument", true);
        ratio(leg + ".ratio");
        alternatives(instruments, leg);
      }
    }
    floors();
    new WeightRuleChecks(values, errors).all();
    new InverseChecks(values, venues, errors).all();
    new RollChecks(values, errors).all();
    stablecoins(instruments);
    new RateChecks(values, venueNames(), errors).all();
    shocks();
    confirmedBars();
    venueMaps();
    pegs();
  }

  /** A number for a venue that the portfolio does not have would be without effect. */
  private void venueMaps() {
    List<String> known = venueNames();
    for (String path :
        List.of(
            "plan.choice.futures_fee_fraction",
            "plan.choice.spot_fee_fraction",
            "plan.venue_cap_fraction",
            "rehearsal.funding_swing_fraction")) {
      for (String name : values.numbers(path).keySet()) {
        if (!known.isEmpty() && !known.contains(name)) {
          error(path, "found the venue " + name, "write one of " + String.join(", ", known));
        }
      }
    }
  }

  /** A coin that counts as back while it counts as off would be bought and sold in turn. */
  private void pegs() {
    Optional<BigDecimal> back = values.decimal("cash.back_at_par_fraction");
    Optional<BigDecimal> off = values.decimal("cash.depeg_fraction");
    if (back.isPresent() && off.isPresent() && back.get().compareTo(off.get()) > 0) {
      error(
          "cash.back_at_par_fraction",
          "found " + back.get().toPlainString(),
          "write at most cash.depeg_fraction, which is " + off.get().toPlainString());
    }
  }

  /** What may stand for a leg: of the same asset, and of no other leg. */
  private void alternatives(Map<String, String> instruments, String leg) {
    String path = leg + ".alternatives";
    Optional<String> first = values.text(leg + ".instrument");
    boolean isShort =
        values.decimal(leg + ".ratio").map(BigDecimal::signum).filter(sign -> sign < 0).isPresent();
    for (String name : values.texts(path)) {
      String earlier = instruments.putIfAbsent(name, path);
      if (earlier != null) {
        error(
            path,
            "found " + name + " again, first at " + values.place(earlier),
            "an instrument belongs to one leg");
      }
      quoted(path, name, true);
      first
          .flatMap(
              one -> Leg.alternativeFault(InstrumentId.of(one), isShort, InstrumentId.of(name)))
          .ifPresent(
              fault ->
                  error(
                      path, "found " + fault, "name contracts or coins of " + first.orElseThrow()));
    }
  }

  private void once(Map<String, String> seen, String path, String advice) {
    values
        .text(path)
        .ifPresent(
            text -> {
              String earlier = seen.putIfAbsent(text, path);
              if (earlier != null) {
                error(path, "found " + text + " again, first at " + values.place(earlier), advice);
              }
            });
  }

  private Optional<Instrument> instrument(String path, boolean mayBeConverted) {
    Optional<String> text = values.text(path);
    return text.map(name -> quoted(path, name, mayBeConverted));
  }

  private Instrument quoted(String path, String name, boolean mayBeConverted) {
    Instrument instrument = Instrument.parse(InstrumentId.of(name));
    Optional<String> nav = values.text("nav_currency");
    boolean isPriced = mayBeConverted && rated().contains(instrument.quote().value());
    if (nav.isPresent() && !isPriced && !instrument.quote().value().equals(nav.get())) {
      error(
          path,
          "found " + name + ", which is quoted in " + instrument.quote(),
          "write an instrument quoted in the NAV currency "
              + nav.get()
              + (mayBeConverted ? ", or say under 'rates' what prices " + instrument.quote() : ""));
    }
    List<String> known = venueNames();
    if (!known.isEmpty() && !known.contains(instrument.venue().value())) {
      error(
          path,
          "found the venue " + instrument.venue(),
          "write @"
              + String.join(" or @", known)
              + ", or name its file in venue.further_capabilities");
    }
    return instrument;
  }

  private List<String> venueNames() {
    return venues.stream().flatMap(one -> one.text("venue").stream()).toList();
  }

  private List<String> rated() {
    return values.elements("rates").stream()
        .flatMap(rate -> values.text(rate + ".currency").stream())
        .toList();
  }

  private void ratio(String path) {
    if (values.decimal(path).map(BigDecimal::signum).orElse(1) == 0) {
      error(path, "found 0", "leave the leg out");
    }
  }

  /** A floor for a class that no sleeve has is a mistyped class. */
  private void floors() {
    Set<String> classes = new TreeSet<>();
    for (String sleeve : values.elements("sleeves")) {
      values.text(sleeve + ".class").ifPresent(classes::add);
    }
    String path = "estimate.volatility_floor_annual_fraction";
    for (String name : values.numbers(path).keySet()) {
      if (!name.equals(SettingsFromValues.DEFAULT_CLASS) && !classes.contains(name)) {
        error(
            path,
            "found a floor for the class '" + name + "', which no sleeve has",
            "write default or one of " + String.join(", ", classes));
      }
    }
  }

  /** A shock of something that nobody has would never be felt. */
  private void shocks() {
    Set<String> known = new TreeSet<>(Set.of(StressShock.DEFAULT));
    for (String sleeve : values.elements("sleeves")) {
      values.text(sleeve + ".class").ifPresent(known::add);
      values.text(sleeve + ".name").ifPresent(known::add);
    }
    for (String shock : values.elements("stress.shocks")) {
      String path = shock + ".moves";
      for (String name : values.numbers(path).keySet()) {
        if (!known.contains(name)) {
          error(
              path,
              "found a move of '" + name + "', which is no sleeve and no class",
              "write one of " + String.join(", ", known));
        }
      }
    }
  }

  /** A word about a bar of something that is not held would never be heard. */
  private void confirmedBars() {
    Set<String> legs = new TreeSet<>();
    for (String sleeve : values.elements("sleeves")) {
      for (String leg : values.elements(sleeve + ".legs")) {
        values.text(leg + ".instrument").ifPresent(legs::add);
      }
    }
    for (String bar : values.elements("gate.confirmed_bars")) {
      String path = bar + ".instrument";
      values
          .text(path)
          .filter(name -> !legs.contains(name))
          .ifPresent(
              name ->
                  error(
                      path,
                      "found " + name + ", which is no sleeve's leg",
                      "write one of " + String.join(", ", legs)));
    }
  }

  private void stablecoins(Map<String, String> instruments) {
    Map<VenueId, BigDecimal> sums = new TreeMap<>();
    for (String coin : values.elements("stablecoins")) {
      String path = coin + ".instrument";
      once(instruments, path, "name it once");
      Optional<Instrument> instrument = instrument(path, false);
      if (instrument.isPresent() && !(instrument.get() instanceof Instrument.Spot)) {
        error(
            path,
            "found " + instrument.get().id() + ", which is not a spot market",
            "write the -SPOT market on which the coin is bought");
      }
      BigDecimal share =
          values.decimal(coin + ".share_of_spot_wallet_fraction").orElse(BigDecimal.ZERO);
      instrument.ifPresent(found -> sums.merge(found.venue(), share, BigDecimal::add));
    }
    sums.forEach(
        (venue, sum) -> {
          if (sum.compareTo(BigDecimal.ONE) > 0) {
            error(
                "stablecoins",
                "the shares at " + venue + " add up to " + sum.toPlainString(),
                "write shares that add up to at most 1");
          }
        });
  }

  private void error(String path, String found, String advice) {
    errors.accept(new ConfigError(values.place(path), path, found, advice));
  }
}
