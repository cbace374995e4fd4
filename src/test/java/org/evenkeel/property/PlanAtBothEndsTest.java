package org.evenkeel.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.Planner;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.policy.PlanWithinLimits;

/** Whatever is held, wanted and unresolved: a plan keeps every limit at both ends after each of its steps. */
class PlanAtBothEndsTest {

  private static final List<String> BASES = List.of("ADA", "BTC", "ETH", "SOL", "XRP");
  private static final BigDecimal NAV = new BigDecimal("100000");

  /** One random situation; the same seed gives the same again. */
  private static final class Situation {
    final Random random;
    final List<InstrumentSpec> specs = new ArrayList<>();
    final List<Quote> quotes = new ArrayList<>();
    final List<Object> holdings = new ArrayList<>();
    final TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    final TreeMap<InstrumentId, PositionInterval> unresolved = new TreeMap<>();
    final TreeMap<InstrumentId, Contracts> held = new TreeMap<>();
    final Universe universe;
    final Limits limits;
    final PlanSettings settings = PlanSettings.defaults();

    Situation(long seed) {
      random = new Random(seed);
      List<Sleeve> sleeves = new ArrayList<>();
      for (String base : BASES) {
        Instrument future = Samples.perpetual(base);
        String name = base.toLowerCase(Locale.ROOT);
        String sign = random.nextBoolean() ? "1" : "-1";
        sleeves.add(Samples.sleeve(name, Samples.leg(future, sign)));
        specs.add(Samples.spec(future, "0.01", "0.001", "5"));
        quotes.add(Books.quote(future, Integer.toString(10 + random.nextInt(5000))));
        exposures.put(SleeveId.of(name), Ratio.of(tenths(12)));
        hold(future);
      }
      holdings.add(Books.futures("USDT", Integer.toString(5_000 + random.nextInt(200_000))));
      universe = new Universe(Samples.USDT, sleeves, List.of());
      Limits usual = Limits.defaults();
      limits =
          new Limits(
              usual.maxOrderNotional(),
              usual.maxFirstOrderNotional(),
              usual.maxNotionalPerMinute(),
              Ratio.of("0." + (1 + random.nextInt(9))),
              Ratio.of(1 + random.nextInt(3) + "." + random.nextInt(10)),
              Ratio.of("1." + random.nextInt(10)),
              Ratio.of("0." + (3 + random.nextInt(7))),
              usual.priceCollar(),
              usual.maxOrdersPerCycle(),
              usual.maxClockOffset(),
              usual.maxQuoteAge());
    }

    private String tenths(int most) {
      return BigDecimal.valueOf(random.nextInt(most + 1), 1).toPlainString();
    }

    private void hold(Instrument future) {
      BigDecimal price = quotes.get(quotes.size() - 1).mark().value();
      BigDecimal most = NAV.divideToIntegralValue(price).add(BigDecimal.ONE);
      Contracts position =
          random.nextInt(3) == 0
              ? Contracts.ZERO
              : Contracts.of(
                  BigDecimal.valueOf(
                      random.nextInt(most.intValue() * 1000 + 1) - 500L * most.intValue(), 3));
      held.put(future.id(), position);
      if (!position.isZero()) {
        holdings.add(Books.position(future, position.toString(), "0"));
      }
      PositionInterval possible = PositionInterval.at(future.id(), position);
      for (int i = random.nextInt(5) - 2; i > 0; i--) {
        possible =
            possible.after(
                random.nextBoolean() ? Side.BUY : Side.SELL,
                Contracts.of(BigDecimal.valueOf(1 + random.nextInt(most.intValue() * 300 + 1), 3)));
        unresolved.put(future.id(), possible);
      }
    }

    RebalancePlan plan() {
      MarketSnapshot market = new MarketSnapshot(Books.NOON, Books.NOON, specs, List.of(), quotes);
      AccountSnapshot account = Books.account(holdings.toArray());
      Standing standing = new Standing("ledger", unresolved, new TreeSet<>());
      RebalancePlan plan =
          new Planner(universe, settings)
              .plan(exposures, market, account, new Money(NAV, Samples.USDT), standing)
              .orThrow();
      return new PlanWithinLimits(universe, limits, settings, market, account)
          .cut(plan, new TreeMap<>());
    }

    BigDecimal value(InstrumentId id, Contracts contracts) {
      BigDecimal price =
          quotes.stream()
              .filter(quote -> quote.instrument().equals(id))
              .map(quote -> quote.mark().value())
              .findFirst()
              .orElseThrow();
      return contracts.value().multiply(price);
    }

    SortedMap<InstrumentId, PositionInterval> start() {
      TreeMap<InstrumentId, PositionInterval> now = new TreeMap<>();
      held.forEach((id, position) -> now.put(id, PositionInterval.at(id, position)));
      now.putAll(unresolved);
      return now;
    }
  }

  private static Contracts end(PositionInterval interval, boolean isHigh) {
    return isHigh ? interval.high() : interval.low();
  }

  private record Totals(BigDecimal gross, BigDecimal netLow, BigDecimal netHigh) {}

  private static Totals totals(Situation now, SortedMap<InstrumentId, PositionInterval> positions) {
    BigDecimal gross = BigDecimal.ZERO;
    BigDecimal low = BigDecimal.ZERO;
    BigDecimal high = BigDecimal.ZERO;
    for (PositionInterval interval : positions.values()) {
      BigDecimal one = now.value(interval.instrument(), end(interval, false));
      BigDecimal other = now.value(interval.instrument(), end(interval, true));
      gross = gross.add(one.abs().max(other.abs()));
      low = low.add(one);
      high = high.add(other);
    }
    return new Totals(gross, low, high);
  }

  @Property(tries = 500)
  void after_every_addition_the_limits_hold_at_both_ends(@ForAll long seed) {
    Situation now = new Situation(seed);
    RebalancePlan plan = now.plan();
    SortedMap<InstrumentId, PositionInterval> positions = now.start();
    BigDecimal gross = NAV.multiply(now.limits.maxGrossLeverage().value());
    BigDecimal net = NAV.multiply(now.limits.maxNetLeverage().value());
    BigDecimal one = NAV.multiply(now.limits.maxInstrumentExposure().value());
    BigDecimal turnover = BigDecimal.ZERO;
    for (PlannedLeg leg : plan.legs()) {
      InstrumentId id = leg.instrument();
      Contracts change = leg.side().signed(leg.quantity());
      turnover = turnover.add(now.value(id, leg.quantity()));
      if (now.unresolved.containsKey(id)) {
        assertThat(leg.reduceOnly()).as("seed " + seed + " " + leg).isTrue();
        continue;
      }
      Contracts after = positions.get(id).low().plus(change);
      positions.put(id, PositionInterval.at(id, after));
      if (!leg.reduceOnly()) {
        Totals totals = totals(now, positions);
        String what = "seed " + seed + " after " + leg;
        assertThat(totals.gross()).as(what).isLessThanOrEqualTo(gross);
        assertThat(now.value(id, after).abs()).as(what).isLessThanOrEqualTo(one);
        assertThat(turnover)
            .as(what)
            .isLessThanOrEqualTo(NAV.multiply(now.limits.maxCycleTurnover().value()));
        BigDecimal reached =
            change.value().signum() > 0 ? totals.netHigh() : totals.netLow().negate();
        assertThat(reached).as(what).isLessThanOrEqualTo(net);
      }
    }
  }

  @Property(tries = 500)
  void what_is_unresolved_is_only_reduced_and_never_turned_at_either_end(@ForAll long seed) {
    Situation now = new Situation(seed);
    for (PlannedLeg leg : now.plan().legs()) {
      PositionInterval possible = now.unresolved.get(leg.instrument());
      if (possible != null) {
        Contracts change = leg.side().signed(leg.quantity());
        for (boolean isHigh : new boolean[] {false, true}) {
          BigDecimal before = end(possible, isHigh).value();
          BigDecimal after = before.add(change.value());
          assertThat(after.abs()).as("seed " + seed).isLessThan(before.abs());
          assertThat(after.signum() * before.signum()).as("seed " + seed).isNotNegative();
        }
      }
    }
  }

  /** Without anything uncertain and under wide limits nothing is cut. */
  @Property(tries = 100)
  void the_margin_of_all_that_is_possible_fits_the_wallet_after_an_addition(@ForAll long seed) {
    Situation now = new Situation(seed);
    RebalancePlan plan = now.plan();
    boolean adds = plan.legs().stream().anyMatch(leg -> !leg.reduceOnly());
    if (!adds || now.unresolved.isEmpty()) {
      return;
    }
    SortedMap<InstrumentId, PositionInterval> positions = now.start();
    for (PlannedLeg leg : plan.legs()) {
      if (!now.unresolved.containsKey(leg.instrument())) {
        Contracts after =
            positions.get(leg.instrument()).low().plus(leg.side().signed(leg.quantity()));
        positions.put(leg.instrument(), PositionInterval.at(leg.instrument(), after));
      }
    }
    BigDecimal wallet =
        Books.account(now.holdings.toArray())
            .total(org.evenkeel.core.data.Wallets.FUTURES, Samples.USDT);
    assertThat(totals(now, positions).gross())
        .as("seed " + seed)
        .isLessThanOrEqualTo(wallet.multiply(new BigDecimal("0.6")).multiply(new BigDecimal("5")));
  }

  /** Invariant 23. */
  @Property(tries = 100)
  void the_same_inputs_give_the_same_plan(@ForAll long seed) {
    assertThat(new Situation(seed).plan().hash()).isEqualTo(new Situation(seed).plan().hash());
  }
}
