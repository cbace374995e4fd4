package org.evenkeel.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.TargetPosition;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.policy.PlanWithinLimits;

/** Exposures that move from one instrument to another under limits that leave room for a part of the plan. */
class HandoverCutTest {

  private static final BigDecimal NAV = new BigDecimal("100000");
  private static final List<String> BASES = List.of("ADA", "BTC", "ETH", "SOL");
  private static final VenueId OKX = VenueId.of("okx");

  /** Of every coin a position moves from here to there, whole, growing or shrinking; of one more something is only bought. */
  private static final class Moves {
    final Random random;
    final TreeMap<InstrumentId, BigDecimal> price = new TreeMap<>();
    final TreeMap<InstrumentId, BigDecimal> lot = new TreeMap<>();
    final TreeMap<InstrumentId, InstrumentId> moves = new TreeMap<>();
    final TreeMap<InstrumentId, BigDecimal> held = new TreeMap<>();
    final List<InstrumentSpec> specs = new ArrayList<>();
    final List<Quote> quotes = new ArrayList<>();
    final List<PlannedLeg> legs = new ArrayList<>();
    final List<Sleeve> sleeves = new ArrayList<>();
    final Limits limits;
    final RebalancePlan cut;
    final boolean isPure;

    Moves(long seed, boolean isPure) {
      this.random = new Random(seed);
      this.isPure = isPure;
      for (String base : BASES) {
        boolean isLong = random.nextBoolean();
        Instrument old =
            isLong && random.nextInt(3) == 0 ? Samples.spot(base) : Samples.perpetual(base);
        Instrument fresh = new Instrument.LinearPerpetual(Currency.of(base), Samples.USDT, OKX);
        String name = base.toLowerCase(java.util.Locale.ROOT);
        sleeves.add(
            Samples.sleeve(
                name, new Leg(old.id(), isLong ? BigDecimal.ONE : BigDecimal.ONE.negate())));
        sleeves.add(Samples.sleeve(name + "2", Samples.leg(fresh, "1")));
        BigDecimal at = BigDecimal.valueOf(10 + random.nextInt(5000));
        list(old, at);
        list(fresh, at);
        move(old, fresh, at, isLong);
      }
      Instrument other = Samples.perpetual("XRP");
      sleeves.add(Samples.sleeve("xrp", Samples.leg(other, "1")));
      list(other, BigDecimal.ONE);
      leg(other.id(), Side.BUY, BigDecimal.valueOf(1 + random.nextInt(60_000)), false);
      limits = drawn();
      cut = cut();
    }

    private void list(Instrument instrument, BigDecimal at) {
      String step = List.of("0.001", "0.01", "0.1").get(random.nextInt(3));
      lot.put(instrument.id(), new BigDecimal(step));
      price.put(instrument.id(), at);
      specs.add(Samples.spec(instrument, "0.01", step, "5"));
      quotes.add(Books.quote(instrument.id(), at.toString(), at.toString(), at.toString()));
    }

    private void move(Instrument old, Instrument fresh, BigDecimal at, boolean isLong) {
      BigDecimal size = lots(old.id(), BigDecimal.valueOf(100L + random.nextInt(40_000)), at);
      BigDecimal factor =
          isPure ? BigDecimal.ONE : BigDecimal.valueOf(500L + random.nextInt(1000), 3);
      BigDecimal other = lots(fresh.id(), size.multiply(at).multiply(factor), at);
      if (size.signum() == 0 || other.multiply(at).compareTo(new BigDecimal("5")) < 0) {
        return;
      }
      held.put(old.id(), isLong ? size : size.negate());
      leg(old.id(), isLong ? Side.SELL : Side.BUY, size, Instrument.isFuture(old.id()));
      leg(fresh.id(), isLong ? Side.BUY : Side.SELL, other, false);
      moves.put(old.id(), fresh.id());
    }

    private BigDecimal lots(InstrumentId id, BigDecimal value, BigDecimal at) {
      return value
          .divide(at, 12, RoundingMode.HALF_EVEN)
          .divide(lot.get(id), 0, RoundingMode.HALF_EVEN)
          .multiply(lot.get(id));
    }

    private void leg(InstrumentId id, Side side, BigDecimal size, boolean reduces) {
      legs.add(
          new PlannedLeg(
              legs.size(),
              id,
              side,
              new Contracts(size),
              reduces,
              new Price(price.get(id)),
              new Money(size.multiply(price.get(id)), Samples.USDT),
              "test"));
    }

    private RebalancePlan cut() {
      List<TargetPosition> targets = new ArrayList<>();
      for (InstrumentId id : price.keySet()) {
        Contracts now = new Contracts(held.getOrDefault(id, BigDecimal.ZERO));
        Contracts then = now;
        for (PlannedLeg leg : legs) {
          then = leg.instrument().equals(id) ? then.plus(leg.side().signed(leg.quantity())) : then;
        }
        targets.add(
            new TargetPosition(
                id,
                now,
                then,
                then,
                new Money(then.value().multiply(price.get(id)), Samples.USDT)));
      }
      RebalancePlan plan =
          new RebalancePlan(
              new Money(NAV, Samples.USDT),
              Ratio.ONE,
              targets,
              legs,
              List.of(),
              List.of(),
              "ledger");
      return new PlanWithinLimits(
              new Universe(Samples.USDT, sleeves, List.of()),
              limits,
              PlanSettings.defaults(),
              new MarketSnapshot(Books.NOON, Books.NOON, specs, List.of(), quotes),
              Books.account(Books.futures("USDT", "100000")))
          .cut(plan, moves);
    }

    private Limits drawn() {
      Limits usual = Limits.defaults();
      return new Limits(
          usual.maxOrderNotional(),
          usual.maxFirstOrderNotional(),
          usual.maxNotionalPerMinute(),
          Ratio.of("0." + (1 + random.nextInt(9))),
          Ratio.of("0." + (2 + random.nextInt(8))),
          Ratio.of("0." + (2 + random.nextInt(8))),
          Ratio.of("0." + (1 + random.nextInt(5))),
          usual.priceCollar(),
          usual.maxOrdersPerCycle(),
          usual.maxClockOffset(),
          usual.maxQuoteAge());
    }

    BigDecimal traded(List<PlannedLeg> some, InstrumentId id) {
      return some.stream()
          .filter(leg -> leg.instrument().equals(id))
          .map(leg -> leg.side().signed(leg.quantity()).value().multiply(price.get(id)))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal net(List<PlannedLeg> some, InstrumentId old) {
      return traded(some, old).add(traded(some, moves.get(old)));
    }

    /** The value of the coarser of the two lots. */
    BigDecimal oneLot(InstrumentId old) {
      return lot.get(old).max(lot.get(moves.get(old))).multiply(price.get(old));
    }
  }

  @Property(tries = 150)
  void a_cut_never_changes_what_a_move_leaves_in_all_by_more_than_one_lot(@ForAll long seed) {
    Moves now = new Moves(seed, true);
    for (InstrumentId old : now.moves.keySet()) {
      BigDecimal change = now.net(now.cut.legs(), old).subtract(now.net(now.legs, old)).abs();
      assertThat(change)
          .as(seed + " " + old + now.cut.skips())
          .isLessThanOrEqualTo(now.oneLot(old));
    }
  }

  /** What leaves beyond the move is a reduction and happens; what comes beyond it may be cut, and never turns round. */
  @Property(tries = 150)
  void where_a_move_shrinks_all_of_that_happens_and_where_it_grows_no_more_than_that(
      @ForAll long seed) {
    Moves now = new Moves(seed, false);
    for (InstrumentId old : now.moves.keySet()) {
      BigDecimal sign = BigDecimal.valueOf(now.held.get(old).signum());
      BigDecimal before = now.net(now.legs, old).multiply(sign);
      BigDecimal after = now.net(now.cut.legs(), old).multiply(sign);
      BigDecimal lot = now.oneLot(old);
      BigDecimal most = before.max(BigDecimal.ZERO).add(lot);
      BigDecimal least = before.min(BigDecimal.ZERO).subtract(lot);
      assertThat(after).as("seed " + seed + " " + old).isBetween(least, most);
      // A sale of coins has no flag at the venue that it only reduces, and counts in turnover like
      // any order.
      if (Instrument.isFuture(old) && before.compareTo(new BigDecimal("-300")) < 0) {
        assertThat(after).as("seed " + seed + " " + old).isBetween(least, before.add(lot));
      }
    }
  }

  @Property(tries = 100)
  void turnover_counts_both_halves_and_keeps_to_its_limit(@ForAll long seed) {
    Moves now = new Moves(seed, true);
    BigDecimal all =
        now.cut.legs().stream()
            .map(leg -> leg.quantity().value().multiply(now.price.get(leg.instrument())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal most = NAV.multiply(now.limits.maxCycleTurnover().value());
    assertThat(all).as("seed " + seed).isLessThanOrEqualTo(most);
  }
}
