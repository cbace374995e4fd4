package org.evenkeel.core.plan.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.EndNotice;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.RollCadence;
import org.evenkeel.core.catalog.RollRule;
import org.evenkeel.core.catalog.RollTerms;
import org.evenkeel.core.catalog.Rolls;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.catalog.WeightRules;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.core.data.FundingView;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.plan.CandidateCost;
import org.evenkeel.core.plan.Handovers;
import org.evenkeel.core.plan.InstrumentChoice;
import org.evenkeel.core.plan.LotBasis;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.plan.Planner;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.Standing;
import org.junit.jupiter.api.Test;

/** 40,000 of 100,000 USDT in bitcoin: in a series of quarterly contracts, of which the near one ends, or in a perpetual. */
class RollAndChoiceTest {

  private static final InstrumentId NEAR = InstrumentId.of("BTC-USDT-20260327@binance");
  private static final InstrumentId NEXT = InstrumentId.of("BTC-USDT-20260626@binance");
  private static final InstrumentId ENDLESS = InstrumentId.of("BTC-USDT-PERP@binance");
  private static final SleeveId SLEEVE = SleeveId.of("btc");
  private static final Instant DUE = Instant.parse("2026-03-20T00:00:00Z");
  private static final Instant EARLY = Instant.parse("2026-02-20T00:00:00Z");
  private static final Universe UNIVERSE =
      new Universe(
          Samples.USDT,
          List.of(Samples.sleeve("btc", new Leg(NEAR, BigDecimal.ONE, List.of(ENDLESS)))),
          List.of(),
          WeightRules.none(),
          List.of(),
          Rolls.of(List.of(new RollRule(NEAR, RollCadence.QUARTERLY, RollTerms.defaults()))));

  private Instant now = DUE;
  private String funding = "0";
  private String nextMark = "50000";
  private final TreeMap<InstrumentId, String> held = new TreeMap<>();

  private static InstrumentSpec spec(InstrumentId id, String end) {
    return Samples.spec(Instrument.parse(id)).with(Listing.TRADING.endingAt(Instant.parse(end)));
  }

  private Quote quote(InstrumentId id, String mark) {
    BigDecimal at = new BigDecimal(mark);
    return new Quote(
        id,
        new Price(at.subtract(BigDecimal.ONE)),
        new Price(at.add(BigDecimal.ONE)),
        new Price(at),
        Price.of("50000"),
        now,
        now);
  }

  private RebalancePlan plan() {
    MarketSnapshot market =
        new MarketSnapshot(
                now,
                now,
                List.of(
                    spec(NEAR, "2026-03-27T08:00:00Z"),
                    spec(NEXT, "2026-06-26T08:00:00Z"),
                    Samples.spec(Instrument.parse(ENDLESS))),
                List.of(),
                List.of(quote(NEAR, "50000"), quote(NEXT, nextMark), quote(ENDLESS, "50000")))
            .with(
                new FundingView(
                    List.of(
                        new FundingOutlook(
                            ENDLESS,
                            new BigDecimal(funding),
                            now.plus(Duration.ofHours(8)),
                            Duration.ofHours(8))),
                    List.of(),
                    new TreeMap<>()));
    List<VenuePosition> positions = new ArrayList<>();
    held.forEach(
        (id, size) ->
            positions.add(
                new VenuePosition(
                    id, Contracts.of(size), new BigDecimal("50000"), BigDecimal.ZERO)));
    AccountSnapshot account =
        new AccountSnapshot(
            Samples.BINANCE, now, now, List.of(Books.futures("USDT", "100000")), positions);
    Standing free = Standing.settled(new TreeSet<>());
    Rolled rolled = Rolled.of(UNIVERSE, market, account, free);
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    exposures.put(SLEEVE, Ratio.of("0.4"));
    RebalancePlan plan =
        new Planner(rolled.universe(), PlanSettings.defaults())
            .plan(
                exposures,
                rolled.market(),
                account,
                Money.of("100000", "USDT"),
                free,
                Optional.of(
                    new LotBasis(
                        CovarianceEstimate.given(List.of(SLEEVE), new double[][] {{0.25}}),
                        Ratio.of("2"),
                        now.plus(Duration.ofDays(1)))))
            .orThrow();
    SortedMap<InstrumentId, InstrumentId> moves =
        Handovers.of(plan, rolled.universe().rolls(), market, EndNotice.NONE, new TreeMap<>());
    moves.forEach((from, to) -> assertThat(to).isEqualTo(plan.choices().getFirst().chosen()));
    return RollLegs.named(plan, rolled.universe().rolls());
  }

  private static List<String> legs(RebalancePlan plan) {
    return plan.legs().stream()
        .map(leg -> leg.side() + " " + leg.quantity() + " " + leg.instrument())
        .toList();
  }

  private static CandidateCost of(RebalancePlan plan, InstrumentId id) {
    InstrumentChoice choice = plan.choices().getFirst();
    return choice.candidates().stream()
        .filter(one -> one.instrument().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Both would have to leave the near contract: 0.05 % of 40,000, and twice half a spread of 1 in 25,000. */
  @Test
  void a_roll_that_is_due_goes_to_the_next_contract_where_the_perpetual_costs_more() {
    held.put(NEAR, "0.8");
    funding = "0.0001";
    RebalancePlan plan = plan();
    assertThat(legs(plan)).containsExactly("SELL 0.8 " + NEAR, "BUY 0.8 " + NEXT);
    assertThat(plan.choices().getFirst().before()).as("the roll is decided").isEqualTo(NEXT);
    assertThat(of(plan, NEXT).leaving()).isEqualByComparingTo("21.6");
    assertThat(of(plan, ENDLESS).leaving()).isEqualByComparingTo("21.6");
    assertThat(of(plan, ENDLESS).funding()).isEqualByComparingTo("12");
    assertThat(plan.legs().getFirst().reason()).startsWith("roll to " + NEXT);
  }

  @Test
  void a_roll_that_is_due_goes_to_the_perpetual_where_that_costs_less_and_says_so() {
    held.put(NEAR, "0.8");
    funding = "-0.0001";
    RebalancePlan plan = plan();
    assertThat(legs(plan)).containsExactly("SELL 0.8 " + NEAR, "BUY 0.8 " + ENDLESS);
    assertThat(plan.legs().getFirst().reason())
        .startsWith(
            "move to " + ENDLESS + " instead of the roll to " + NEXT + ": " + NEAR + " ends");
    assertThat(plan.legs().getLast().reason()).isEqualTo("move from " + NEAR);
  }

  @Test
  void
      what_the_perpetual_carries_comes_back_into_the_contract_of_the_series_when_that_saves_the_move() {
    held.put(ENDLESS, "0.8");
    funding = "0.0003";
    assertThat(legs(plan())).as("36 do not pay for 43.2").isEmpty();
    funding = "0.0004";
    assertThat(legs(plan())).containsExactly("SELL 0.8 " + ENDLESS, "BUY 0.8 " + NEXT);
    now = EARLY;
    assertThat(legs(plan())).containsExactly("SELL 0.8 " + ENDLESS, "BUY 0.8 " + NEAR);
  }

  @Test
  void before_the_roll_is_due_the_near_contract_stands_in_the_choice() {
    now = EARLY;
    held.put(NEAR, "0.8");
    assertThat(legs(plan())).isEmpty();
    funding = "-0.0005";
    assertThat(legs(plan())).containsExactly("SELL 0.8 " + NEAR, "BUY 0.8 " + ENDLESS);
  }

  /** Two thirds have rolled when the perpetual becomes the cheaper one: all of it moves there. */
  @Test
  void a_roll_that_was_interrupted_is_one_position_that_moves_whole() {
    held.put(NEAR, "0.3");
    held.put(NEXT, "0.5");
    assertThat(legs(plan())).containsExactly("SELL 0.3 " + NEAR, "BUY 0.3 " + NEXT);
    funding = "-0.0006";
    assertThat(legs(plan()))
        .containsExactly("SELL 0.5 " + NEXT, "SELL 0.3 " + NEAR, "BUY 0.8 " + ENDLESS);
  }
}
