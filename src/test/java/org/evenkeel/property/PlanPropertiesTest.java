package org.evenkeel.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
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
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.bands.BandSettings;
import org.evenkeel.core.plan.LotBasis;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.Planner;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.plan.TargetPosition;

/** Whatever the market, the account and the targets: what a plan must never do. */
class PlanPropertiesTest {

  private static final List<String> BASES = List.of("ADA", "BTC", "ETH", "XRP");
  private static final List<String> LOTS = List.of("0.001", "0.01", "0.1", "1", "10");
  private static final List<String> MINIMUMS = List.of("0", "5", "20", "100");

  private static final List<BandSettings> BANDS =
      List.of(
          BandSettings.usual(),
          BandSettings.usual().byCost(BandSettings.Destination.CENTRE),
          BandSettings.usual().byCost(BandSettings.Destination.EDGE));

  /** One random situation, drawn from a seed so that it can be drawn again. */
  private static final class Situation {
    final Random random;
    final List<InstrumentSpec> specs = new ArrayList<>();
    final List<Quote> quotes = new ArrayList<>();
    final List<Object> holdings = new ArrayList<>();
    final TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    final TreeSet<InstrumentId> frozen = new TreeSet<>();
    final Universe universe;
    final PlanSettings settings;
    final Money nav;
    final Optional<LotBasis> basis;

    Situation(long seed) {
      random = new Random(seed);
      List<Sleeve> sleeves = new ArrayList<>();
      nav = Money.of(number(1_000, 2_000_000, 2), "USDT");
      settings =
          new PlanSettings(Ratio.of(pick(List.of("0", "0.02", "0.2"))), Ratio.of("0.6"), 5)
              .with(pick(BANDS));
      for (String base : BASES) {
        Instrument perpetual = Samples.perpetual(base);
        String ratio = pick(List.of("1", "-1", "0.5"));
        sleeves.add(Samples.sleeve(base.toLowerCase(Locale.ROOT), Samples.leg(perpetual, ratio)));
        String lot = pick(LOTS);
        specs.add(Samples.spec(perpetual, "0.01", lot, pick(MINIMUMS)));
        quotes.add(Books.quote(perpetual, number(1, 60_000, 2)));
        if (random.nextBoolean()) {
          BigDecimal held =
              new BigDecimal(lot).multiply(BigDecimal.valueOf(random.nextInt(2001) - 1000));
          if (held.signum() != 0) {
            holdings.add(Books.position(perpetual, held.toPlainString(), "0"));
          }
        }
        exposures.put(SleeveId.of(base.toLowerCase(Locale.ROOT)), Ratio.of(number(0, 1, 4)));
        if (random.nextInt(6) == 0) {
          frozen.add(perpetual.id());
        }
      }
      specs.add(Samples.usdc());
      quotes.add(Books.quote(Samples.spot("USDC"), number(0.95, 1.01, 4)));
      holdings.add(Books.futures("USDT", number(0, 500_000, 2)));
      holdings.add(Books.spot("USDT", number(0, 500_000, 2)));
      holdings.add(Books.spot("USDC", number(0, pick(List.of("10", "500000")), 6)));
      universe =
          new Universe(Samples.USDT, sleeves, List.of(Samples.share("USDC", number(0, 1, 2))));
      basis = basis();
    }

    private String number(double from, String to, int scale) {
      return number(from, Double.parseDouble(to), scale);
    }

    private String number(double from, double to, int scale) {
      return BigDecimal.valueOf(from + random.nextDouble() * (to - from))
          .setScale(scale, RoundingMode.HALF_UP)
          .toPlainString();
    }

    private <T> T pick(List<T> from) {
      return from.get(random.nextInt(from.size()));
    }

    AccountSnapshot account() {
      return Books.account(holdings.toArray());
    }

    RebalancePlan plan() {
      MarketSnapshot market = new MarketSnapshot(Books.NOON, Books.NOON, specs, List.of(), quotes);
      return new Planner(universe, settings)
          .plan(exposures, market, account(), nav, Standing.settled(frozen), basis)
          .orThrow();
    }

    /** One correlation for all, or no estimate, which leaves lots to plain rounding. */
    private Optional<LotBasis> basis() {
      List<SleeveId> sleeves = universe.sleeves().stream().map(Sleeve::id).toList();
      double[][] covariance = new double[sleeves.size()][sleeves.size()];
      for (int i = 0; i < covariance.length; i++) {
        for (int j = 0; j < covariance.length; j++) {
          covariance[i][j] = (0.5 + 0.1 * i) * (0.5 + 0.1 * j) * (i == j ? 1 : 0.5);
        }
      }
      LotBasis known =
          new LotBasis(
              CovarianceEstimate.given(sleeves, covariance),
              Ratio.of("5"),
              Books.NOON.plusSeconds(3600));
      return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(known);
    }

    InstrumentSpec spec(InstrumentId id) {
      return specs.stream().filter(spec -> spec.id().equals(id)).findFirst().orElseThrow();
    }

    Quote quote(InstrumentId id) {
      return quotes.stream()
          .filter(quote -> quote.instrument().equals(id))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<PlannedLeg> legsOf(RebalancePlan plan, InstrumentId id) {
    return plan.legs().stream().filter(leg -> leg.instrument().equals(id)).toList();
  }

  private static Contracts after(RebalancePlan plan, TargetPosition target) {
    Contracts position = target.current();
    for (PlannedLeg leg : legsOf(plan, target.instrument())) {
      position = position.plus(leg.side().signed(leg.quantity()));
    }
    return position;
  }

  @Property(tries = 300)
  void every_leg_is_whole_lots_and_at_least_the_minimum_or_a_full_close(@ForAll long seed) {
    Situation now = new Situation(seed);
    RebalancePlan plan = now.plan();
    for (PlannedLeg leg : plan.legs()) {
      InstrumentSpec spec = now.spec(leg.instrument());
      assertThat(leg.quantity().value()).isPositive();
      assertThat(Decimals.isMultipleOf(leg.quantity().value(), spec.lotSize())).isTrue();
      Contracts held = now.account().position(leg.instrument());
      boolean isFullClose = leg.reduceOnly() && leg.quantity().equals(held.abs());
      BigDecimal notional =
          leg.quantity().value().multiply(now.quote(leg.instrument()).mark().value());
      assertThat(
              isFullClose
                  || (leg.quantity().value().compareTo(spec.minQty()) >= 0
                      && notional.compareTo(spec.minNotional()) >= 0))
          .as(leg.toString())
          .isTrue();
    }
  }

  @Property(tries = 300)
  void after_all_legs_the_position_lies_between_what_was_and_what_is_wanted(@ForAll long seed) {
    RebalancePlan plan = new Situation(seed).plan();
    for (TargetPosition target : plan.targets()) {
      BigDecimal from = target.current().value();
      BigDecimal to = target.target().value();
      assertThat(after(plan, target).value())
          .as(target + " " + legsOf(plan, target.instrument()))
          .isBetween(from.min(to), from.max(to));
    }
  }

  /** The second, independent way to the sign (fault 29): by the distance to the target, not by the sides. */
  @Property(tries = 300)
  void every_leg_brings_the_position_nearer_to_its_target(@ForAll long seed) {
    RebalancePlan plan = new Situation(seed).plan();
    for (TargetPosition target : plan.targets()) {
      BigDecimal position = target.current().value();
      for (PlannedLeg leg : legsOf(plan, target.instrument())) {
        BigDecimal next =
            leg.side() == Side.BUY
                ? position.add(leg.quantity().value())
                : position.subtract(leg.quantity().value());
        assertThat(next.subtract(target.target().value()).abs())
            .isLessThan(position.subtract(target.target().value()).abs());
        position = next;
      }
    }
  }

  @Property(tries = 300)
  void a_reduce_only_leg_never_leaves_more_or_the_other_side(@ForAll long seed) {
    RebalancePlan plan = new Situation(seed).plan();
    for (TargetPosition target : plan.targets()) {
      Contracts position = target.current();
      for (PlannedLeg leg : legsOf(plan, target.instrument())) {
        Contracts next = position.plus(leg.side().signed(leg.quantity()));
        if (leg.reduceOnly()) {
          assertThat(next.abs()).isLessThan(position.abs());
          assertThat(next.value().signum() * position.value().signum()).isNotNegative();
        } else {
          assertThat(position.value().signum() * next.value().signum()).isNotNegative();
        }
        position = next;
      }
    }
  }

  @Property(tries = 300)
  void reducing_legs_come_first_and_numbers_count_up(@ForAll long seed) {
    RebalancePlan plan = new Situation(seed).plan();
    boolean isAdding = false;
    for (int i = 0; i < plan.legs().size(); i++) {
      PlannedLeg leg = plan.legs().get(i);
      assertThat(leg.number()).isEqualTo(i);
      isAdding |= !leg.reduceOnly();
      assertThat(leg.reduceOnly() && isAdding).isFalse();
    }
  }

  @Property(tries = 300)
  void no_leg_leaves_dust_behind_that_was_not_there(@ForAll long seed) {
    Situation now = new Situation(seed);
    RebalancePlan plan = now.plan();
    for (TargetPosition target : plan.targets()) {
      if (legsOf(plan, target.instrument()).isEmpty()) {
        continue;
      }
      InstrumentSpec spec = now.spec(target.instrument());
      Contracts left = after(plan, target);
      BigDecimal value = left.value().abs().multiply(now.quote(target.instrument()).mid().value());
      boolean canBeSold =
          left.abs().value().compareTo(spec.minQty()) >= 0
              && value.compareTo(spec.minNotional()) >= 0;
      boolean isLessThanALot = left.abs().value().compareTo(spec.lotSize()) < 0;
      assertThat(left.isZero() || canBeSold || isLessThanALot)
          .as(target + " " + plan.legs())
          .isTrue();
    }
  }

  @Property(tries = 300)
  void whatever_is_not_traded_has_its_reason_and_frozen_is_untouched(@ForAll long seed) {
    Situation now = new Situation(seed);
    RebalancePlan plan = now.plan();
    TreeSet<InstrumentId> skipped = new TreeSet<>();
    plan.skips().forEach(skip -> skipped.add(skip.instrument()));
    for (TargetPosition target : plan.targets()) {
      boolean isDone = target.current().equals(target.target());
      boolean isTraded = !legsOf(plan, target.instrument()).isEmpty();
      assertThat(isDone || isTraded || skipped.contains(target.instrument())).isTrue();
      assertThat(isTraded && now.frozen.contains(target.instrument())).isFalse();
    }
  }

  @Property(tries = 300)
  void the_margin_of_all_futures_fits_and_proportions_are_kept(@ForAll long seed) {
    Situation now = new Situation(seed);
    RebalancePlan plan = now.plan();
    BigDecimal gross = BigDecimal.ZERO;
    for (TargetPosition target : plan.targets()) {
      if (!target.instrument().value().contains("PERP")) {
        continue;
      }
      BigDecimal price = now.quote(target.instrument()).mark().value();
      gross = gross.add(target.exact().value().abs().multiply(price));
      String base = target.instrument().value().substring(0, 3).toLowerCase(Locale.ROOT);
      Sleeve sleeve =
          now.universe.sleeves().stream()
              .filter(s -> s.id().value().equals(base))
              .findFirst()
              .orElseThrow();
      BigDecimal wanted =
          now.exposures
              .get(sleeve.id())
              .value()
              .multiply(sleeve.legs().get(0).ratio())
              .multiply(now.nav.amount())
              .multiply(plan.marginScale().value());
      assertThat(target.exact().value().multiply(price).subtract(wanted).abs())
          .isLessThan(new BigDecimal("0.000001"));
    }
    BigDecimal wallet = now.account().total(Wallets.FUTURES, Samples.USDT);
    assertThat(gross.divide(BigDecimal.valueOf(5), Decimals.PRECISION))
        .isLessThanOrEqualTo(
            wallet.multiply(new BigDecimal("0.6")).add(new BigDecimal("0.000001")));
  }

  @Property(tries = 300)
  void the_order_in_which_facts_arrive_changes_nothing(@ForAll long seed) {
    Situation one = new Situation(seed);
    Situation other = new Situation(seed);
    Collections.reverse(other.specs);
    Collections.reverse(other.quotes);
    Collections.reverse(other.holdings);
    assertThat(other.plan().hash()).isEqualTo(one.plan().hash());
    assertThat(other.plan()).isEqualTo(one.plan());
  }
}
