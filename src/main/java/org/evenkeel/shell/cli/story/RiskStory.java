package org.evenkeel.shell.cli.story;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.estimate.gate.GateSettings;
import org.evenkeel.core.estimate.gate.GatedEstimate;
import org.evenkeel.core.estimate.gate.Permission;
import org.evenkeel.core.estimate.gate.QualityGate;
import org.evenkeel.core.estimate.regime.RegimeDetectors;
import org.evenkeel.core.parity.ParityDecision;
import org.evenkeel.core.parity.RiskContributions;
import org.evenkeel.core.parity.RiskParity;
import org.evenkeel.core.parity.SleeveAdjustments;
import org.evenkeel.core.parity.TargetWeights;
import org.evenkeel.core.parity.stress.RiskOverlay;
import org.evenkeel.core.parity.stress.StressTest;
import org.evenkeel.shell.cli.table.PriceTable;

/**
 * A book of equal risk budgets, walked through past days with one decision at the end of each.
 *
 * <p>One sleeve per asset, long its perpetual. The book follows the gate: on trade it goes to the targets, on reduce
 * only it takes of them what is less than it holds, on hold it stays. Costs, lots and bands are left out.
 *
 * <p>Single-threaded; one per story.
 */
public final class RiskStory {

  private static final Duration DAY = Duration.ofDays(1);

  private final PriceTable prices;
  private final StoryKnobs knobs;
  private final TreeMap<String, Double> book = new TreeMap<>();
  private double forecast = 0;

  private RiskStory(PriceTable prices, StoryKnobs knobs) {
    this.prices = prices;
    this.knobs = knobs;
  }

  /** The days from the first to the last; the book is that of a decision on the evening before. */
  public static List<StoryDay> tell(
      PriceTable prices, StoryKnobs knobs, LocalDate from, LocalDate to) {
    RiskStory story = new RiskStory(prices, knobs);
    story.day(from.minusDays(1));
    List<StoryDay> days = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      days.add(story.day(day));
    }
    return days;
  }

  private StoryDay day(LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    double dayReturn = dayReturn(end);
    double expected = forecast / StrictMath.sqrt(365);
    double before = gross(book);
    MarketSnapshot market = market(end);
    Universe universe = universe();
    GatedEstimate gated = judged(universe, market, knobs.badSleeve());
    Optional<StoryDay.Sized> decision = sized(gated);
    decision.ifPresent(targets -> follow(gated.verdict().permission(), targets));
    forecast = volatility(gated).orElse(forecast);
    return new StoryDay(
        day,
        end,
        listed(end),
        dayReturn,
        expected,
        gated.verdict(),
        decision,
        decision.isPresent() ? Optional.empty() : aside(universe, market),
        before,
        gross(book));
  }

  private GatedEstimate judged(
      Universe universe, MarketSnapshot market, GateSettings.BadSleeve policy) {
    return new QualityGate(knobs.estimate(), knobs.controls().gate().with(policy))
        .judge(universe, market);
  }

  private Optional<StoryDay.Aside> aside(Universe universe, MarketSnapshot market) {
    GatedEstimate rest = judged(universe, market, GateSettings.BadSleeve.SET_ASIDE);
    return rest.verdict().setAside().isEmpty()
        ? Optional.empty()
        : Optional.of(new StoryDay.Aside(rest.verdict(), sized(rest)));
  }

  private Optional<StoryDay.Sized> sized(GatedEstimate gated) {
    Result<ParityDecision> solved =
        gated
            .decided()
            .then(
                estimate ->
                    RiskParity.decide(
                        gated.universe(), estimate, knobs.parity(), SleeveAdjustments.none()));
    return switch (solved) {
      case Result.Ok<ParityDecision> ok -> Optional.of(overlaid(gated, ok.value().targets()));
      case Result.Refused<ParityDecision> refused -> Optional.empty();
    };
  }

  private StoryDay.Sized overlaid(GatedEstimate gated, TargetWeights targets) {
    StressTest test =
        new StressTest(
            gated.universe(),
            gated.estimate().orElseThrow(),
            gated.returns().orElseThrow(),
            knobs.estimate().barsPerYear(),
            knobs.controls().stress());
    RiskOverlay overlay =
        RiskOverlay.of(
            targets,
            test.of(targets, knobs.targetVolatility()),
            RegimeDetectors.read(gated.returns().orElseThrow(), knobs.controls().regime()),
            knobs.controls().regime(),
            RiskOverlay.reservedFor(universe(), gated.verdict()).stream().toList());
    TargetWeights after = overlay.applyTo(targets);
    TreeMap<String, Double> exposures = new TreeMap<>();
    after
        .sleeves()
        .forEach(
            target ->
                exposures.put(target.sleeve().value(), target.exposure().value().doubleValue()));
    return new StoryDay.Sized(
        overlay,
        exposures,
        after.grossLeverage().value().doubleValue(),
        targets.forecastVolatilityAnnual().value().doubleValue(),
        after.forecastVolatilityAnnual().value().doubleValue());
  }

  private void follow(Permission permission, StoryDay.Sized targets) {
    targets
        .exposures()
        .forEach(
            (sleeve, target) -> {
              double held = book.getOrDefault(sleeve, 0.0);
              book.put(sleeve, permission == Permission.TRADE ? target : Math.min(held, target));
            });
  }

  /** The volatility of the book by the newest covariance, where there is one of all that is held. */
  private Optional<Double> volatility(GatedEstimate gated) {
    TreeMap<SleeveId, Ratio> held = new TreeMap<>();
    book.forEach((sleeve, exposure) -> held.put(SleeveId.of(sleeve), ratio(exposure)));
    return gated
        .estimate()
        .filter(estimate -> estimate.sleeves().containsAll(held.keySet()))
        .map(
            estimate ->
                RiskContributions.of(estimate, held).volatilityAnnual().value().doubleValue());
  }

  private static Ratio ratio(double value) {
    return Ratio.of(BigDecimal.valueOf(value));
  }

  /** The day's return of the book; an asset without a price at either end adds nothing. */
  private double dayReturn(Instant end) {
    double sum = 0;
    for (int asset = 0; asset < prices.names().size(); asset++) {
      double move = close(end, asset) / close(end.minus(DAY), asset) - 1;
      double held = book.getOrDefault(sleeveOf(prices.names().get(asset)), 0.0);
      sum += Double.isNaN(move) ? 0 : held * move;
    }
    return sum;
  }

  private StoryDay.Listed listed(Instant end) {
    int present = 0;
    for (int asset = 0; asset < prices.names().size(); asset++) {
      present += Double.isNaN(close(end, asset)) ? 0 : 1;
    }
    return new StoryDay.Listed(present, prices.names().size());
  }

  /** The close at an instant: a row is named by the beginning of its bar. */
  private double close(Instant at, int asset) {
    int row = prices.times().indexOf(at.minus(knobs.bar()));
    return row < 0 ? Double.NaN : prices.close(row, asset);
  }

  private MarketSnapshot market(Instant end) {
    List<BarSeries> series = new ArrayList<>();
    for (int asset = 0; asset < prices.names().size(); asset++) {
      InstrumentId instrument = instrumentOf(prices.names().get(asset));
      List<Bar> bars = new ArrayList<>();
      for (int row = 0; row < prices.times().size(); row++) {
        Instant opened = prices.times().get(row);
        boolean isWanted =
            !opened.isBefore(end.minus(DAY.multipliedBy(knobs.lookbackDays() + 2L)))
                && opened.isBefore(end);
        if (isWanted && !Double.isNaN(prices.close(row, asset))) {
          Price close = Price.of(BigDecimal.valueOf(prices.close(row, asset)));
          bars.add(
              new Bar(
                  opened, opened.plus(knobs.bar()), close, close, close, close, BigDecimal.ZERO));
        }
      }
      series.add(new BarSeries(instrument, knobs.bar(), bars));
    }
    return new MarketSnapshot(end, end, List.of(), series, List.of());
  }

  private Universe universe() {
    List<Sleeve> sleeves = new ArrayList<>();
    for (String name : prices.names()) {
      sleeves.add(
          new Sleeve(
              SleeveId.of(sleeveOf(name)),
              SleeveClass.of("crypto"),
              BigDecimal.ONE,
              List.of(new Leg(instrumentOf(name), BigDecimal.ONE))));
    }
    return new Universe(Currency.of("USDT"), sleeves, List.of());
  }

  private static String base(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.endsWith("USDT") && upper.length() > 4
        ? upper.substring(0, upper.length() - 4)
        : upper;
  }

  private static String sleeveOf(String name) {
    return base(name).toLowerCase(Locale.ROOT);
  }

  private static InstrumentId instrumentOf(String name) {
    return InstrumentId.of(base(name) + "-USDT-PERP@prices");
  }

  private static double gross(SortedMap<String, Double> book) {
    double gross = 0;
    for (double exposure : book.values()) {
      gross += Math.abs(exposure);
    }
    return gross;
  }
}
