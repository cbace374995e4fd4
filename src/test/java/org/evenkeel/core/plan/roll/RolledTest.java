package org.evenkeel.core.plan.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.ListingStatus;
import org.evenkeel.core.catalog.RollCadence;
import org.evenkeel.core.catalog.RollRule;
import org.evenkeel.core.catalog.RollTerms;
import org.evenkeel.core.catalog.Rolls;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.catalog.WeightRules;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.plan.TradeRule;
import org.evenkeel.core.policy.Mandates;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.OverrideScope;
import org.junit.jupiter.api.Test;

/** Which contract carries a leg: by volume, at the latest some days before the end, and not above a cost before that. */
class RolledTest {

  private static final InstrumentId NEAR = InstrumentId.of("BTC-USDT-20260327@binance");
  private static final InstrumentId NEXT = InstrumentId.of("BTC-USDT-20260626@binance");
  private static final RollRule RULE =
      new RollRule(NEAR, RollCadence.QUARTERLY, RollTerms.defaults());
  private static final Universe UNIVERSE =
      new Universe(
          Samples.USDT,
          List.of(Samples.sleeve("btc", Samples.leg(Instrument.parse(NEAR), "1"))),
          List.of(),
          WeightRules.none(),
          List.of(),
          Rolls.of(List.of(RULE)));
  private static final Standing FREE = Standing.settled(new TreeSet<>());

  private Instant now = Instant.parse("2026-03-10T00:00:00Z");
  private String nearVolume = "2";
  private String nextVolume = "1";
  private String longAgo = "1";
  private int nextBars = 24;
  private ListingStatus nextStatus = ListingStatus.TRADING;
  private boolean isNextQuoted = true;
  private static final MarginView MARGINS = MarginView.untold(List.of(NEAR, NEXT), "none");
  private String nextBid = "50400";
  private String nextAsk = "50410";
  private Standing standing = FREE;
  private final List<VenuePosition> held = new ArrayList<>();

  private RolledTest hold(InstrumentId id, String contracts) {
    held.add(
        new VenuePosition(id, Contracts.of(contracts), new BigDecimal("50000"), BigDecimal.ZERO));
    return this;
  }

  private static InstrumentSpec spec(InstrumentId id, String end) {
    return Samples.spec(Instrument.parse(id)).with(Listing.TRADING.endingAt(Instant.parse(end)));
  }

  private BarSeries bars(InstrumentId id, String volume) {
    List<Bar> bars = new ArrayList<>();
    Price price = Price.of("50000");
    for (int i = id.equals(NEXT) ? nextBars : 24; i > 0; i--) {
      Instant close = now.minus(Duration.ofHours(4L * (i - 1)));
      bars.add(
          new Bar(
              close.minus(Duration.ofHours(4)),
              close,
              price,
              price,
              price,
              price,
              new BigDecimal(id.equals(NEXT) && i > 18 ? longAgo : volume)));
    }
    return new BarSeries(id, Duration.ofHours(4), bars);
  }

  private Quote quote(InstrumentId id, String bid, String ask) {
    return new Quote(id, Price.of(bid), Price.of(ask), Price.of(bid), now, now);
  }

  private Rolled rolled() {
    InstrumentSpec next = spec(NEXT, "2026-06-26T08:00:00Z");
    List<Quote> quotes = new ArrayList<>(List.of(quote(NEAR, "50000", "50010")));
    if (isNextQuoted) {
      quotes.add(quote(NEXT, nextBid, nextAsk));
    }
    MarketSnapshot market =
        new MarketSnapshot(
                now,
                now,
                List.of(
                    spec(NEAR, "2026-03-27T08:00:00Z"), next.with(next.listing().with(nextStatus))),
                List.of(bars(NEAR, nearVolume), bars(NEXT, nextVolume)),
                quotes)
            .with(MARGINS);
    return Rolled.of(
        UNIVERSE,
        market,
        new AccountSnapshot(Samples.BINANCE, now, now, List.of(), held),
        standing);
  }

  private RollChoice choice() {
    return rolled().choices().getFirst();
  }

  @Test
  void what_the_venue_asks_for_the_size_of_a_position_is_not_lost_on_the_way() {
    assertThat(hold(NEAR, "2").rolled().market().margins()).isEqualTo(MARGINS);
  }

  @Test
  void while_the_near_contract_trades_more_it_carries_the_leg() {
    RollChoice choice = hold(NEAR, "2").choice();
    assertThat(choice.to()).isEqualTo(NEAR);
    assertThat(choice.state()).isEqualTo(RollChoice.State.STAYS);
    assertThat(choice.volumeRatio()).contains(new BigDecimal("0.500000"));
    assertThat(choice.why()).contains("at the latest it moves on 2026-03-19T08:00:00Z");
  }

  @Test
  void once_the_next_one_trades_more_the_position_moves_and_the_near_one_is_left() {
    nextVolume = "2.2";
    Rolled rolled = hold(NEAR, "2").rolled();
    assertThat(rolled.choices().getFirst().state()).isEqualTo(RollChoice.State.ROLLS);
    assertThat(rolled.universe().estimatedInstruments()).containsExactly(NEXT);
    assertThat(rolled.universe().riskInstruments()).containsExactly(NEAR, NEXT);
    assertThat(rolled.universe().rolls().beside()).isEqualTo(Map.of(NEAR, NEXT));
    assertThat(rolled.universe().rolls().reasons().get(NEAR)).contains("1.1").contains("it costs");
  }

  /** (50405 / 50005 - 1) of 91 days is 3.21 % a year; spreads of 10 each and two fees of 5 bp are 0.12 %. */
  @Test
  void basis_and_cost_are_measured_and_recorded() {
    RollChoice choice = hold(NEAR, "2").choice();
    assertThat(choice.basisAnnual().orElseThrow().doubleValue())
        .isCloseTo((50405.0 / 50005 - 1) * 365 / 91, org.assertj.core.data.Offset.offset(1e-6));
    assertThat(choice.cost().orElseThrow().doubleValue())
        .isCloseTo(5 / 50005.0 + 5 / 50405.0 + 0.001, org.assertj.core.data.Offset.offset(1e-6));
  }

  @Test
  void a_basis_beyond_the_cap_holds_a_roll_back_until_the_latest_moment() {
    nextVolume = "3";
    nextBid = "58000";
    nextAsk = "58010";
    assertThat(hold(NEAR, "2").choice())
        .satisfies(choice -> assertThat(choice.state()).isEqualTo(RollChoice.State.HELD_BACK))
        .satisfies(choice -> assertThat(choice.to()).isEqualTo(NEAR))
        .satisfies(choice -> assertThat(choice.why()).contains("beyond the cap of 0.3"));
    now = Instant.parse("2026-03-19T08:00:00Z");
    assertThat(choice().state()).isEqualTo(RollChoice.State.ROLLS);
  }

  @Test
  void a_book_that_is_too_wide_holds_a_roll_back() {
    nextVolume = "3";
    nextAsk = "50700";
    assertThat(hold(NEAR, "2").choice().why()).contains("above the cap of 0.002");
  }

  @Test
  void near_the_end_it_moves_whatever_the_volume() {
    now = Instant.parse("2026-03-19T07:59:59Z");
    assertThat(hold(NEAR, "2").choice().to()).isEqualTo(NEAR);
    now = Instant.parse("2026-03-19T08:00:00Z");
    assertThat(choice().to()).isEqualTo(NEXT);
  }

  @Test
  void what_has_moved_does_not_move_back_and_the_rest_is_left() {
    nextVolume = "0.1";
    Rolled rolled = hold(NEAR, "1").hold(NEXT, "1").rolled();
    assertThat(rolled.choices().getFirst().state()).isEqualTo(RollChoice.State.ROLLED);
    assertThat(rolled.universe().rolls().beside()).isEqualTo(Map.of(NEAR, NEXT));
  }

  @Test
  void what_an_operator_does_not_leave_free_is_not_moved_and_the_order_holds_for_every_contract() {
    nextVolume = "3";
    standing = FREE.under(new TreeMap<>(Map.of(NEAR, TradeRule.KEEP)));
    Rolled rolled = hold(NEAR, "2").rolled();
    assertThat(rolled.choices().getFirst().why()).contains("freeze-weight");
    assertThat(rolled.universe().estimatedInstruments()).containsExactly(NEAR);
    held.clear();
    hold(NEXT, "2");
    assertThat(rolled().spread(UNIVERSE, standing).rule(NEXT)).isEqualTo(TradeRule.KEEP);
  }

  @Test
  void while_the_fate_of_an_order_is_open_nothing_is_begun() {
    nextVolume = "3";
    standing = Standing.settled(new TreeSet<>(List.of(NEAR)));
    assertThat(hold(NEAR, "2").choice().state()).isEqualTo(RollChoice.State.HELD_BACK);
  }

  @Test
  void without_a_position_the_contract_that_trades_more_is_chosen_at_any_cost() {
    nextVolume = "3";
    nextAsk = "50700";
    assertThat(choice().to()).isEqualTo(NEXT);
    assertThat(rolled().universe().rolls().beside()).isEmpty();
  }

  @Test
  void without_a_position_an_operators_rule_holds_nothing_back() {
    nextVolume = "3";
    standing = FREE.under(new TreeMap<>(Map.of(NEAR, TradeRule.KEEP)));
    assertThat(choice().state()).isEqualTo(RollChoice.State.ROLLED);
    assertThat(choice().to()).isEqualTo(NEXT);
  }

  /** Bars of four hours and a window of three days: what is older than 18 of them does not count. */
  @Test
  void volumes_are_those_of_the_window_and_as_much_is_not_more() {
    nextVolume = "2";
    longAgo = "1000";
    RollChoice choice = hold(NEAR, "2").choice();
    assertThat(choice.volumeRatio()).contains(new BigDecimal("1.000000"));
    assertThat(choice.state()).isEqualTo(RollChoice.State.STAYS);
    nextVolume = "2.001";
    assertThat(choice().state()).isEqualTo(RollChoice.State.ROLLS);
  }

  @Test
  void a_near_contract_without_volume_is_no_measure() {
    nearVolume = "0";
    RollChoice choice = hold(NEAR, "2").choice();
    assertThat(choice.state()).isEqualTo(RollChoice.State.STAYS);
    assertThat(choice.why()).startsWith("volumes were not measured");
  }

  @Test
  void nothing_moves_into_what_has_no_price_or_takes_no_orders() {
    nextVolume = "3";
    isNextQuoted = false;
    assertThat(hold(NEAR, "2").choice().state()).isEqualTo(RollChoice.State.STAYS);
    isNextQuoted = true;
    nextStatus = ListingStatus.NOT_YET;
    assertThat(choice().why()).isEqualTo("no contract after it trades yet");
    now = Instant.parse("2026-03-19T08:00:00Z");
    assertThat(choice().to()).as("not even at the latest moment").isEqualTo(NEAR);
    nextStatus = ListingStatus.TRADING;
    assertThat(choice().to()).isEqualTo(NEXT);
  }

  @Test
  void a_discount_beyond_the_cap_holds_a_roll_back_like_a_premium() {
    nextVolume = "3";
    nextBid = "44000";
    nextAsk = "44010";
    assertThat(hold(NEAR, "2").choice().why()).contains("basis is -0.4", "beyond the cap of 0.3");
  }

  @Test
  void once_the_near_one_has_ended_the_next_is_the_near_one() {
    now = Instant.parse("2026-03-27T07:59:59Z");
    assertThat(choice().state()).isEqualTo(RollChoice.State.ROLLED);
    now = Instant.parse("2026-03-27T08:00:00Z");
    assertThat(choice().state()).isEqualTo(RollChoice.State.STAYS);
    assertThat(choice().from()).isEqualTo(NEXT);
  }

  @Test
  void only_what_is_held_of_the_series_is_left_beside_the_leg() {
    nextVolume = "2.2";
    hold(NEAR, "2").hold(Samples.perpetual("ETH").id(), "1");
    assertThat(rolled().universe().rolls().beside()).isEqualTo(Map.of(NEAR, NEXT));
    held.clear();
    hold(NEXT, "2").hold(NEAR, "0");
    assertThat(rolled().universe().rolls().beside()).isEmpty();
  }

  @Test
  void a_young_contract_has_the_prices_of_the_one_before_it_in_front() {
    nextBars = 6;
    nextVolume = "7";
    assertThat(hold(NEAR, "2").choice().state()).isEqualTo(RollChoice.State.ROLLS);
    assertThat(rolled().market().series(NEXT).orElseThrow().bars()).hasSize(24);
  }

  @Test
  void a_decided_universe_is_decided() {
    nextVolume = "3";
    Rolled once = hold(NEAR, "2").rolled();
    assertThat(
            Rolled.of(
                    once.universe(),
                    once.market(),
                    new AccountSnapshot(Samples.BINANCE, now, now, List.of(), held),
                    standing)
                .universe())
        .isEqualTo(once.universe());
  }

  @Test
  void the_contract_of_a_day_is_the_first_that_ends_on_it_or_after() {
    assertThat(RULE.near(LocalDate.parse("2025-01-01"))).isEqualTo(NEAR);
    assertThat(RULE.near(LocalDate.parse("2026-03-27"))).isEqualTo(NEAR);
    assertThat(RULE.near(LocalDate.parse("2026-03-28"))).isEqualTo(NEXT);
    assertThat(RULE.after(InstrumentId.of("BTC-USDT-20261225@binance")))
        .isEqualTo(InstrumentId.of("BTC-USDT-20270326@binance"));
    assertThat(RULE.has(InstrumentId.of("BTC-USDT-20260424@binance"))).isFalse();
    assertThat(RollCadence.MONTHLY.after(LocalDate.parse("2026-03-27")))
        .isEqualTo(LocalDate.parse("2026-04-24"));
  }

  @Test
  void an_override_of_any_contract_of_the_series_is_one_of_the_leg() {
    OperatorOverride override =
        new OperatorOverride(
            1,
            new OverrideScope(OverrideScope.Level.INSTRUMENT, NEAR.value()),
            OperatorOverride.Kind.NO_TRADE,
            Ratio.ZERO,
            "ann",
            "thin book",
            now,
            now.plus(Duration.ofDays(90)));
    Universe later = UNIVERSE.live(LocalDate.parse("2026-05-01"));
    assertThat(Mandates.of(later, List.of(override)).rules())
        .containsEntry(NEXT, TradeRule.NO_TRADE)
        .containsEntry(InstrumentId.of("BTC-USDT-20260925@binance"), TradeRule.NO_TRADE);
  }
}
