package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.parity.ExposureScale;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.SleeveAdjustments;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.statement.Cause;
import org.evenkeel.core.statement.Contribution;
import org.evenkeel.core.statement.ExplainedOrder;
import org.evenkeel.core.statement.Explanation;

/** Whatever two decisions were made from: the parts of every order add up to the order, to the last digit. */
class ExplainPropertyTest {

  private static final DecisionInputs BASE =
      DecidedExamples.inARow(1).get(0).inputs().orElseThrow();

  private static final List<InstrumentId> FUTURES = List.of(World.BTC, World.ETH);

  /** Inputs drawn from a seed: everything may be another. */
  private static DecisionInputs drawn(Random random) {
    Limits usual = BASE.rules().limits();
    Limits limits =
        new Limits(
            usual.maxOrderNotional(),
            usual.maxFirstOrderNotional(),
            usual.maxNotionalPerMinute(),
            Ratio.of(pick(random, "0.05", "0.5", "4")),
            Ratio.of(pick(random, "0.1", "3")),
            usual.maxNetLeverage(),
            Ratio.of(pick(random, "0.05", "1.5")),
            usual.priceCollar(),
            usual.maxOrdersPerCycle(),
            usual.maxClockOffset(),
            usual.maxQuoteAge());
    DecisionRules rules =
        new DecisionRules(
            BASE.rules().universe(),
            BASE.rules().estimate(),
            new ParitySettings(0.05 + random.nextDouble(), 2, 1, 1e-10, 500, 1e-10),
            new PlanSettings(
                Ratio.of(pick(random, "0", "0.02", "0.3")),
                Ratio.of(pick(random, "0.01", "0.6")),
                5),
            limits,
            BASE.rules().execution(),
            BASE.rules().cash(),
            BASE.rules().controls());
    TreeMap<String, BigDecimal> charges = new TreeMap<>();
    charges.put("FEE USDT@binance", decimal(random, 2000, 8));
    charges.put("FUNDING USDT@binance", decimal(random, 2000, 8).negate());
    return new DecisionInputs(
        rules,
        market(random),
        account(random),
        BASE.heldOut(),
        BASE.clocks(),
        adjustments(random),
        standing(random),
        BASE.score(),
        BASE.earlier(),
        Optional.empty(),
        BASE.next(),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(ExposureScale.of("drawdown", 0.5, "drawn down")),
        charges,
        BASE.pegs());
  }

  private static MarketSnapshot market(Random random) {
    MarketSnapshot market = BASE.market();
    List<BarSeries> series = new ArrayList<>();
    for (BarSeries each : market.series()) {
      List<Bar> bars = new ArrayList<>();
      for (Bar bar : each.bars()) {
        Price price = times(bar.close(), 1 + 0.02 * random.nextGaussian());
        bars.add(
            new Bar(bar.openTime(), bar.closeTime(), price, price, price, price, bar.volume()));
      }
      series.add(new BarSeries(each.instrument(), each.interval(), bars));
    }
    List<Quote> quotes = new ArrayList<>();
    for (Quote quote : market.quotes()) {
      boolean isCoin = !FUTURES.contains(quote.instrument());
      double factor = isCoin ? (random.nextInt(4) == 0 ? 0.95 : 1) : 0.5 + random.nextDouble();
      Price price = times(quote.mark(), factor);
      quotes.add(
          new Quote(
              quote.instrument(), price, price, price, quote.venueTime(), quote.receivedAt()));
    }
    return new MarketSnapshot(market.asOf(), market.receivedAt(), market.specs(), series, quotes);
  }

  private static Price times(Price price, double factor) {
    return new Price(
        price.value().multiply(BigDecimal.valueOf(factor)).setScale(4, RoundingMode.HALF_EVEN));
  }

  private static AccountSnapshot account(Random random) {
    AccountSnapshot account = BASE.account();
    List<Balance> balances = new ArrayList<>();
    for (Balance balance : account.balances()) {
      BigDecimal total = balance.total().add(decimal(random, 100_000, 6));
      balances.add(new Balance(balance.wallet(), balance.currency(), total, total));
    }
    List<VenuePosition> positions = new ArrayList<>();
    for (InstrumentId id : FUTURES) {
      if (random.nextBoolean()) {
        positions.add(
            new VenuePosition(
                id,
                new Contracts(decimal(random, 8, 3).subtract(BigDecimal.ONE)),
                BigDecimal.ONE,
                decimal(random, 100, 2)));
      }
    }
    return new AccountSnapshot(
        account.venue(), account.venueTime(), account.receivedAt(), balances, positions);
  }

  private static SleeveAdjustments adjustments(Random random) {
    TreeMap<SleeveId, Ratio> caps = new TreeMap<>();
    TreeMap<SleeveId, Ratio> multipliers = new TreeMap<>();
    TreeSet<SleeveId> excluded = new TreeSet<>();
    switch (random.nextInt(5)) {
      case 0 -> caps.put(SleeveId.of("btc"), Ratio.of("0.03"));
      case 1 -> multipliers.put(SleeveId.of("eth"), Ratio.of("0.37"));
      case 2 -> excluded.add(SleeveId.of("btc"));
      default -> {}
    }
    return new SleeveAdjustments(caps, multipliers, excluded);
  }

  private static Standing standing(Random random) {
    TreeMap<InstrumentId, PositionInterval> open = new TreeMap<>();
    TreeSet<InstrumentId> disputed = new TreeSet<>();
    switch (random.nextInt(6)) {
      case 0 ->
          open.put(
              World.BTC,
              new PositionInterval(World.BTC, Contracts.of("0.5"), Contracts.of("3.125")));
      case 1 -> disputed.add(World.ETH);
      default -> {}
    }
    return new Standing("ledger", open, disputed);
  }

  private static BigDecimal decimal(Random random, int most, int scale) {
    return BigDecimal.valueOf(random.nextDouble() * most).setScale(scale, RoundingMode.HALF_EVEN);
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static Result<Decided> decided(int number, DecisionInputs inputs) {
    Slot slot = Slot.scheduled("default", Instant.EPOCH.plusSeconds(number));
    return Decided.again(slot.cycleId(), inputs, DecisionStages.SILENT);
  }

  private static final TreeSet<Cause> SEEN = new TreeSet<>();

  @Property(tries = 300)
  void the_parts_of_every_order_add_up_to_it(@ForAll long seed) {
    Random random = new Random(seed);
    if (!(decided(1, drawn(random)) instanceof Result.Ok<Decided> before)
        || !(decided(2, drawn(random)) instanceof Result.Ok<Decided> now)) {
      return;
    }
    Explanation explanation = Explainer.of(before.value(), now.value());
    TreeMap<String, BigDecimal> left = new TreeMap<>();
    for (PlannedLeg leg : now.value().decision().plan().legs()) {
      BigDecimal quantity = leg.quantity().value();
      left.merge(
          leg.instrument().value(),
          leg.side() == Side.BUY ? quantity : quantity.negate(),
          BigDecimal::add);
    }
    for (ExplainedOrder order : explanation.orders()) {
      for (Contribution part : order.contributions()) {
        left.merge(order.instrument(), part.contracts().negate(), BigDecimal::add);
        SEEN.add(part.cause());
      }
    }
    assertThat(left.values()).allSatisfy(rest -> assertThat(rest).isZero());
    assertThat(explanation.remarks()).isEmpty();
  }

  /** A part that never comes about would have been proven of nothing. */
  @net.jqwik.api.lifecycle.AfterContainer
  static void every_cause_has_come_about() {
    assertThat(SEEN)
        .containsExactlyInAnyOrder(
            Cause.COVARIANCE,
            Cause.LEVERAGE,
            Cause.OVERRIDE,
            Cause.CHARGES,
            Cause.EQUITY,
            Cause.PRICE,
            Cause.CAP,
            Cause.LOTS,
            Cause.BAND,
            Cause.HELD_BACK,
            Cause.UNFILLED);
  }
}
