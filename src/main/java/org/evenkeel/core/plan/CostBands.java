package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.bands.BandDecision;
import org.evenkeel.core.parity.bands.BandSettings;
import org.evenkeel.core.parity.bands.NoTradeZone;

/**
 * What of the targets is worth trading by its cost, and what is left alone and why.
 *
 * <p>It decides on instruments that are the only leg of one sleeve. The legs of other sleeves have the fixed band: one of
 * them left alone would be a bet. What is to be closed is always closed.
 *
 * <p>This class is immutable and thread-safe.
 */
final class CostBands {

  /**
   * The answer for one instrument.
   *
   * @param aim contracts to trade to; what is held if it is left alone
   * @param isTraded whether anything is traded
   * @param detail saving against cost, for people
   */
  record Answer(Contracts aim, boolean isTraded, String detail) {}

  private final SortedMap<InstrumentId, Answer> answers;

  private CostBands(SortedMap<InstrumentId, Answer> answers) {
    this.answers = Collections.unmodifiableSortedMap(answers);
  }

  static CostBands none() {
    return new CostBands(new TreeMap<>());
  }

  Optional<Answer> of(InstrumentId instrument) {
    return Optional.ofNullable(answers.get(instrument));
  }

  /** The answers for all positions that may be decided on by cost. */
  static CostBands of(
      PlanScope scope,
      List<TargetPosition> positions,
      Standing standing,
      CovarianceEstimate estimate) {
    BandSettings settings = scope.settings().bands();
    Money nav = scope.nav();
    SortedMap<InstrumentId, Sleeve> only = onlyLegs(scope.universe());
    List<TargetPosition> decided =
        positions.stream()
            .filter(position -> only.containsKey(position.instrument()))
            .filter(position -> !standing.isFrozen(position.instrument()))
            .filter(position -> !position.target().isZero())
            .filter(position -> scope.spec(position.instrument()).isTrading())
            .filter(position -> estimate.sleeves().contains(sleeve(only, position).id()))
            .toList();
    int n = decided.size();
    List<Sleeve> sleeves = decided.stream().map(one -> sleeve(only, one)).toList();
    double[][] covariance =
        NoTradeZone.covariance(
            estimate,
            sleeves.stream().map(Sleeve::id).toList(),
            sleeves.stream().map(sleeve -> new Ratio(sleeve.legs().get(0).ratio())).toList());
    double[] held = new double[n];
    double[] target = new double[n];
    double[] cost = new double[n];
    List<TradingCost> costs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      TargetPosition position = decided.get(i);
      InstrumentSpec spec = scope.spec(position.instrument());
      Quote quote = scope.quote(position.instrument());
      Money value = scope.value(position.instrument(), position.current());
      held[i] = value.over(nav).value().doubleValue();
      target[i] = position.targetNotional().over(nav).value().doubleValue();
      TradingCost parts =
          TradingCost.of(
              position.targetNotional().minus(value),
              Instrument.isFuture(position.instrument())
                  ? settings.futuresFee()
                  : settings.spotFee(),
              spec,
              quote,
              scope.market().series(position.instrument()),
              Ratio.of(BigDecimal.valueOf(StrictMath.sqrt(covariance[i][i]))));
      costs.add(parts);
      cost[i] = parts.total().value().doubleValue();
    }
    BandDecision decision = NoTradeZone.decide(covariance, held, target, cost, settings);
    TreeMap<InstrumentId, Answer> answers = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      TargetPosition position = decided.get(i);
      answers.put(
          position.instrument(), answer(position, decision.rows().get(i), costs.get(i), scope));
    }
    return new CostBands(answers);
  }

  private static Answer answer(
      TargetPosition position, BandDecision.Row row, TradingCost cost, PlanScope scope) {
    if (!row.isTraded()) {
      return new Answer(position.current(), false, inWords(row, cost, scope.nav()));
    }
    InstrumentSpec spec = scope.spec(position.instrument());
    BigDecimal share =
        Decimals.quotient(
            BigDecimal.valueOf(row.aim()), position.targetNotional().over(scope.nav()).value());
    Contracts aim =
        new Contracts(
            Decimals.nearestToStep(position.target().value().multiply(share), spec.lotSize()));
    return new Answer(
        Planner.withoutDust(aim, spec, scope.quote(position.instrument()).mark()),
        true,
        inWords(row, cost, scope.nav()));
  }

  private static String inWords(BandDecision.Row row, TradingCost cost, Money nav) {
    double value = nav.amount().doubleValue();
    return String.format(
        Locale.ROOT,
        "trading to the target would save %.4f and cost %.4f %s (%s); half-width %.2f %% of NAV",
        row.saving() * value,
        row.cost() * value,
        nav.currency(),
        cost,
        100 * row.halfWidth());
  }

  private static Sleeve sleeve(SortedMap<InstrumentId, Sleeve> only, TargetPosition position) {
    return Objects.requireNonNull(only.get(position.instrument()));
  }

  /** The instruments that are the only leg of one sleeve and no leg of another. */
  private static SortedMap<InstrumentId, Sleeve> onlyLegs(Universe universe) {
    TreeMap<InstrumentId, Integer> uses = new TreeMap<>();
    TreeMap<InstrumentId, Sleeve> only = new TreeMap<>();
    for (Sleeve sleeve : universe.sleeves()) {
      for (Leg leg : sleeve.legs()) {
        uses.merge(leg.instrument(), 1, Integer::sum);
        if (sleeve.legs().size() == 1) {
          only.put(leg.instrument(), sleeve);
        }
      }
    }
    only.keySet().removeIf(id -> uses.getOrDefault(id, 0) > 1);
    return only;
  }
}
