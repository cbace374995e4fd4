package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.core.data.FundingView;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.junit.jupiter.api.Test;

/** Long bitcoin for 40,000 of 100,000 USDT, in a perpetual here, one elsewhere, or coins; a day until the next cycle. */
class InstrumentChoiceTest {

  private static final Money NAV = Money.of("100000", "USDT");
  private static final SleeveId SLEEVE = SleeveId.of("btc");
  private static final Instrument HERE = Samples.perpetual("BTC");
  private static final Instrument THERE =
      new Instrument.LinearPerpetual(Currency.of("BTC"), Samples.USDT, VenueId.of("okx"));
  private static final Instrument COIN =
      new Instrument.Spot(Currency.of("BTC"), Samples.USDT, Samples.BINANCE);
  private static final Instant NEXT = Books.NOON.plus(Duration.ofDays(1));
  private static final String USUAL_FUNDING = "0.0001";

  private final TreeMap<InstrumentId, String> funding = new TreeMap<>();
  private final TreeMap<InstrumentId, String> missing = new TreeMap<>();
  private final TreeMap<InstrumentId, String> held = new TreeMap<>();
  private final TreeSet<InstrumentId> unpriced = new TreeSet<>();
  private final TreeSet<InstrumentId> frozen = new TreeSet<>();
  private String spread = "10";
  private String moneyThere = "50000";
  private String coinsMoney = "90000";
  private String heldCoins = "0";
  private ChoiceSettings settings = ChoiceSettings.defaults();

  InstrumentChoiceTest() {
    funding.put(HERE.id(), USUAL_FUNDING);
    funding.put(THERE.id(), USUAL_FUNDING);
  }

  private static Universe universe(String ratio) {
    return new Universe(
        Samples.USDT,
        List.of(
            Samples.sleeve(
                "btc",
                new Leg(
                    HERE.id(),
                    new BigDecimal(ratio),
                    ratio.startsWith("-") ? List.of(THERE.id()) : List.of(THERE.id(), COIN.id())))),
        List.of());
  }

  private Quote quote(Instrument instrument) {
    BigDecimal half = new BigDecimal(spread).multiply(new BigDecimal("0.5"));
    BigDecimal middle = new BigDecimal("50000");
    return new Quote(
        instrument.id(),
        new Price(middle.subtract(half)),
        new Price(middle.add(half)),
        new Price(middle),
        Books.NOON,
        Books.NOON);
  }

  private MarketSnapshot market() {
    List<Instrument> all =
        new ArrayList<>(List.of(HERE, THERE, COIN))
            .stream().filter(one -> !unpriced.contains(one.id())).toList();
    List<FundingOutlook> ahead = new ArrayList<>();
    funding.forEach(
        (id, rate) ->
            ahead.add(
                new FundingOutlook(
                    id,
                    new BigDecimal(rate),
                    Books.NOON.plus(Duration.ofHours(4)),
                    Duration.ofHours(8))));
    return new MarketSnapshot(
            Books.NOON,
            Books.NOON,
            all.stream().map(Samples::spec).toList(),
            List.of(),
            all.stream().map(this::quote).toList())
        .with(new FundingView(ahead, List.of(), missing));
  }

  private AccountSnapshot account() {
    List<VenuePosition> positions = new ArrayList<>();
    held.forEach(
        (id, contracts) ->
            positions.add(
                new VenuePosition(
                    id, Contracts.of(contracts), new BigDecimal("50000"), BigDecimal.ZERO)));
    return new AccountSnapshot(
        Samples.BINANCE,
        Books.NOON,
        Books.NOON,
        List.of(
            money("FUTURES@binance", "USDT", "50000"),
            money("SPOT@binance", "USDT", coinsMoney),
            money("SPOT@binance", "BTC", heldCoins),
            money("FUTURES@okx", "USDT", moneyThere)),
        positions);
  }

  private static Balance money(String wallet, String currency, String total) {
    BigDecimal amount = new BigDecimal(total);
    return new Balance(new Wallet(wallet), Currency.of(currency), amount, amount);
  }

  private Result<RebalancePlan> planned(String ratio, boolean maySwitch) {
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    exposures.put(SLEEVE, Ratio.of("0.4"));
    LotBasis basis =
        new LotBasis(
            CovarianceEstimate.given(List.of(SLEEVE), new double[][] {{0.25}}),
            Ratio.of("2"),
            NEXT);
    Planner planner = new Planner(universe(ratio), PlanSettings.defaults().with(settings));
    return (maySwitch ? planner : planner.withoutSwitches())
        .plan(exposures, market(), account(), NAV, Standing.settled(frozen), Optional.of(basis));
  }

  private RebalancePlan plan() {
    return planned("1", true).orThrow();
  }

  private static InstrumentChoice choice(RebalancePlan plan) {
    assertThat(plan.choices()).hasSize(1);
    return plan.choices().get(0);
  }

  private static CandidateCost of(InstrumentChoice choice, Instrument instrument) {
    return choice.candidates().stream()
        .filter(one -> one.instrument().equals(instrument.id()))
        .findFirst()
        .orElseThrow();
  }

  /** Three settlements until noon tomorrow at 0.01 %: 12 of 40,000; coins pay none, but 0.1 % instead of 0.05 % as fee. */
  @Test
  void the_items_of_a_cost_are_fee_spread_impact_and_funding_until_the_next_cycle() {
    CandidateCost here = of(choice(plan()), HERE);
    assertThat(here.fee()).isEqualByComparingTo("20");
    assertThat(here.spread()).isEqualByComparingTo("4");
    assertThat(here.impact()).isEqualByComparingTo("4");
    assertThat(here.funding()).isEqualByComparingTo("12");
    assertThat(here.leaving()).isEqualByComparingTo("0");
    assertThat(here.total()).isEqualByComparingTo("40");
    assertThat(of(choice(plan()), COIN).total()).isEqualByComparingTo("48");
  }

  @Test
  void an_exposure_that_is_not_held_yet_goes_where_it_costs_least() {
    assertThat(choice(plan()).chosen()).isEqualTo(HERE.id());
    funding.put(HERE.id(), "0.0002");
    assertThat(choice(plan()).chosen()).isEqualTo(THERE.id());
    funding.put(THERE.id(), "0.0002");
    assertThat(choice(plan()).chosen()).isEqualTo(COIN.id());
  }

  @Test
  void a_short_prefers_the_perpetual_that_pays_it_most_and_takes_no_coins() {
    funding.put(THERE.id(), "0.0002");
    InstrumentChoice choice = choice(planned("-1", true).orThrow());
    assertThat(choice.chosen()).isEqualTo(THERE.id());
    assertThat(of(choice, THERE).funding()).isEqualByComparingTo("-24");
  }

  /** To move 40,000 costs 28 here and 28 there; three settlements save it from a difference of 0.0004667 on. */
  @Test
  void a_position_moves_only_if_that_saves_more_than_both_sides_of_the_move_cost() {
    held.put(HERE.id(), "0.8");
    funding.put(THERE.id(), "0");
    funding.put(HERE.id(), "0.0004");
    assertThat(choice(plan()).chosen()).isEqualTo(HERE.id());
    assertThat(plan().legs()).isEmpty();
    funding.put(HERE.id(), "0.0005");
    RebalancePlan moved = plan();
    assertThat(choice(moved).chosen()).isEqualTo(THERE.id());
    assertThat(of(choice(moved), THERE).leaving()).isEqualByComparingTo("28");
    assertThat(moved.legs())
        .extracting(
            leg ->
                leg.instrument() + " " + leg.side() + " " + leg.quantity().value().toPlainString())
        .containsExactly(
            HERE.id() + " " + Side.SELL + " 0.8", THERE.id() + " " + Side.BUY + " 0.8");
  }

  @Test
  void what_has_just_moved_stays_where_it_is_if_nothing_changes() {
    funding.put(HERE.id(), "0.0005");
    funding.put(THERE.id(), "0");
    assertThat(choice(plan()).chosen()).isEqualTo(THERE.id());
    held.put(THERE.id(), "0.8");
    funding.put(THERE.id(), "0.0004");
    funding.put(HERE.id(), "0.0001");
    assertThat(choice(plan()).chosen()).isEqualTo(THERE.id());
  }

  @Test
  void an_alternative_without_price_or_funding_is_not_chosen_and_says_why() {
    funding.put(HERE.id(), "0.01");
    funding.remove(THERE.id());
    missing.put(THERE.id(), "no funding rate: the venue is silent");
    unpriced.add(COIN.id());
    InstrumentChoice choice = choice(plan());
    assertThat(choice.chosen()).isEqualTo(HERE.id());
    assertThat(of(choice, THERE).fault()).contains("the venue is silent");
    assertThat(of(choice, COIN).fault()).contains("no price");
  }

  @Test
  void a_position_in_an_alternative_without_a_price_holds_the_whole_plan() {
    held.put(THERE.id(), "0.8");
    unpriced.add(THERE.id());
    assertThat(planned("1", true)).isInstanceOf(Result.Refused.class);
  }

  @Test
  void what_the_margin_or_the_money_of_a_venue_does_not_carry_is_not_chosen() {
    funding.put(HERE.id(), "0.01");
    moneyThere = "10000";
    coinsMoney = "40400";
    InstrumentChoice choice = choice(plan());
    assertThat(choice.chosen()).isEqualTo(HERE.id());
    assertThat(of(choice, THERE).fault()).contains("carries 30000");
    assertThat(of(choice, COIN).fault()).contains("39996");
  }

  @Test
  void nothing_moves_while_an_order_is_open_or_nothing_may_be_added() {
    held.put(HERE.id(), "0.8");
    funding.put(HERE.id(), "0.01");
    assertThat(choice(planned("1", false).orThrow()).chosen()).isEqualTo(HERE.id());
    frozen.add(THERE.id());
    assertThat(choice(plan()).chosen()).isEqualTo(HERE.id());
    assertThat(choice(plan()).reason()).contains("open");
  }

  @Test
  void fees_of_a_venue_and_the_cost_of_money_count() {
    TreeMap<String, Ratio> fees = new TreeMap<>();
    fees.put("okx", Ratio.of("0.0002"));
    settings = new ChoiceSettings(fees, new TreeMap<>(), Ratio.of("0.365"));
    InstrumentChoice choice = choice(plan());
    assertThat(choice.chosen()).isEqualTo(THERE.id());
    assertThat(of(choice, THERE).fee()).isEqualByComparingTo("8");
    assertThat(of(choice, COIN).borrow()).isEqualByComparingTo("40");
  }

  /** Every candidate is priced by itself here, from the same inputs and without the chooser. */
  @Test
  void the_chosen_one_is_the_cheapest_of_all_that_can_be_chosen_and_items_add_up() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      held.clear();
      funding.put(HERE.id(), rate(random));
      funding.put(THERE.id(), rate(random));
      spread = String.valueOf(1 + random.nextInt(60));
      heldCoins = random.nextInt(3) == 0 ? "0.8" : "0";
      if (random.nextBoolean()) {
        held.put(random.nextBoolean() ? HERE.id() : THERE.id(), "0." + (1 + random.nextInt(9)));
      }
      InstrumentChoice choice = choice(plan());
      BigDecimal least =
          choice.candidates().stream()
              .filter(CandidateCost::isFit)
              .map(this::again)
              .min(Comparator.naturalOrder())
              .orElseThrow();
      CandidateCost chosen =
          choice.candidates().stream()
              .filter(one -> one.instrument().equals(choice.chosen()))
              .findFirst()
              .orElseThrow();
      assertThat(again(chosen).subtract(least).abs()).isLessThan(new BigDecimal("0.000001"));
      assertThat(chosen.total().subtract(again(chosen)).abs())
          .isLessThan(new BigDecimal("0.000001"));
    }
  }

  private static String rate(Random random) {
    return BigDecimal.valueOf(random.nextInt(2001) - 1000L, 6).toPlainString();
  }

  /** With no volume known, fee, half the spread, and half the spread once more for the impact. */
  private BigDecimal again(CandidateCost one) {
    BigDecimal total = BigDecimal.ZERO;
    for (Instrument each : List.of(HERE, THERE, COIN)) {
      boolean isIt = each.id().equals(one.instrument());
      BigDecimal has =
          new BigDecimal(each.equals(COIN) ? heldCoins : held.getOrDefault(each.id(), "0"))
              .multiply(new BigDecimal("50000"));
      BigDecimal trade = new BigDecimal(isIt ? "40000" : "0").subtract(has).abs();
      BigDecimal rate =
          new BigDecimal(each.equals(COIN) ? "0.001" : "0.0005")
              .add(new BigDecimal(spread).divide(new BigDecimal("50000")));
      total = total.add(trade.multiply(rate));
      if (isIt && !each.equals(COIN)) {
        total =
            total.add(new BigDecimal(funding.get(each.id())).multiply(new BigDecimal("120000")));
      }
    }
    return total;
  }

  @Test
  void an_instrument_belongs_to_one_leg_and_an_alternative_to_the_same_asset() {
    assertThatThrownBy(
            () ->
                new Universe(
                    Samples.USDT,
                    List.of(
                        universe("1").sleeves().get(0),
                        Samples.sleeve("x", Samples.leg(THERE, "1"))),
                    List.of()))
        .hasMessageContaining("to another leg");
    assertThatThrownBy(
            () -> new Leg(HERE.id(), BigDecimal.ONE, List.of(InstrumentId.of("ETH-USDT-PERP@okx"))))
        .hasMessageContaining("another asset");
    assertThatThrownBy(() -> new Leg(HERE.id(), BigDecimal.ONE.negate(), List.of(COIN.id())))
        .hasMessageContaining("short");
  }
}
