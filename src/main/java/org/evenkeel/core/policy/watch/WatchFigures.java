package org.evenkeel.core.policy.watch;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Universe;

/**
 * What all venues together carry at worst, in NAV currency: every working order counts in full at whichever end is worse.
 *
 * <p>Coins that are no money count like contracts, so that a coin held against a short contract is gross twice and net
 * nothing.
 * For example, long 3 with an open sale of 7 is exposure to 4 at worst, whether or not the venue calls the sale
 * reduce-only.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param currency the NAV currency
 * @param nav balances and unrealized profits of all venues
 * @param gross sum of the worst exposures
 * @param net largest sum with signs: all at their high ends, or all at their low ones, without its sign
 * @param venues gross exposure by venue
 * @param margins by venue and currency of settlement
 * @param carried everything that bears risk, in order of name
 */
public record WatchFigures(
    Currency currency,
    BigDecimal nav,
    BigDecimal gross,
    BigDecimal net,
    SortedMap<VenueId, BigDecimal> venues,
    List<Margin> margins,
    List<Carried> carried) {

  public WatchFigures {
    venues = Collections.unmodifiableSortedMap(new TreeMap<>(venues));
    margins = List.copyOf(margins);
    carried = List.copyOf(carried);
  }

  /**
   * The figures of a look; refused if anything that is held or ordered has no price or no specification.
   *
   * @param claim names what else is to be listed, even if none of it is held
   */
  public static Result<WatchFigures> of(
      Universe universe, Sighting sighting, Optional<EngineClaim> claim, Ratio maintenanceRate) {
    return Appraisal.of(universe, sighting, claim)
        .then(
            appraisal ->
                appraisal
                    .nav()
                    .then(
                        nav ->
                            appraisal
                                .carried()
                                .then(
                                    carried ->
                                        appraisal
                                            .margins(carried, maintenanceRate)
                                            .map(
                                                margins ->
                                                    summed(
                                                        universe.navCurrency(),
                                                        nav,
                                                        carried,
                                                        margins)))));
  }

  static WatchFigures summed(
      Currency currency, BigDecimal nav, List<Carried> carried, List<Margin> margins) {
    BigDecimal gross = BigDecimal.ZERO;
    BigDecimal high = BigDecimal.ZERO;
    BigDecimal low = BigDecimal.ZERO;
    TreeMap<VenueId, BigDecimal> venues = new TreeMap<>();
    for (Carried each : carried) {
      gross = gross.add(each.worst());
      high = high.add(each.high());
      low = low.add(each.low());
      venues.merge(each.venue(), each.worst(), BigDecimal::add);
    }
    return new WatchFigures(
        currency, nav, gross, high.abs().max(low.abs()), venues, margins, carried);
  }

  /** What bears the largest exposure; empty if nothing does. */
  public Optional<Carried> largest() {
    return carried.stream().max(Comparator.comparing(Carried::worst));
  }

  /** The margin that is nearest to liquidation; empty if no contract is held or ordered. */
  public Optional<Margin> tightest() {
    return margins.stream()
        .max(
            Comparator.comparing(
                margin ->
                    margin.ratio().map(Ratio::value).orElse(BigDecimal.valueOf(Long.MAX_VALUE))));
  }
}
