package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.spot;
import static org.evenkeel.core.data.Books.NOON;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.ListingStatus;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.Quote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From one position to its target, at a price of 100: lots of 0.1, orders of 0.2 and of a value of 50 at least. */
class LegsTest {

  private static final Instrument BTC = perpetual("BTC");
  private static final Instrument COIN = spot("BTC");

  private final TreeMap<InstrumentId, PositionInterval> unresolved = new TreeMap<>();
  private final TreeSet<InstrumentId> disputed = new TreeSet<>();
  private final TreeMap<InstrumentId, TradeRule> rules = new TreeMap<>();
  private Instrument instrument = BTC;
  private ListingStatus status = ListingStatus.TRADING;

  private InstrumentSpec spec() {
    return new InstrumentSpec(
        instrument,
        new BigDecimal("0.1"),
        new BigDecimal("0.1"),
        new BigDecimal("0.2"),
        new BigDecimal("1000"),
        new BigDecimal("50"),
        BigDecimal.ONE,
        Listing.of(status));
  }

  private String way(String current, String target) {
    return way(current, target, false);
  }

  /** The legs and what was skipped, in short. */
  private String way(String current, String target, boolean isLeft) {
    Quote quote = Books.quote(instrument, "100");
    Legs legs =
        new Legs(
            PlanSettings.defaults(),
            new Standing("", unresolved, disputed, rules),
            Books.yardstick(List.of(quote)),
            NOON);
    TargetPosition position =
        new TargetPosition(
            instrument.id(),
            Contracts.of(current),
            Contracts.of(target),
            Contracts.of(target),
            Money.of(target, "USDT").times(Ratio.of("100")));
    if (isLeft) {
      legs.leave(position, spec(), quote, "it must not be held");
    } else {
      legs.add(position, spec(), quote);
    }
    RebalancePlan plan = legs.inSequence(Money.of("100000", "USDT"), Ratio.ONE);
    StringBuilder text = new StringBuilder();
    for (PlannedLeg leg : plan.legs()) {
      text.append(leg.side()).append(' ').append(leg.quantity());
      text.append(leg.reduceOnly() ? " less " : " ");
    }
    plan.skips().forEach(skip -> text.append(skip.refusal().reason()));
    return text.toString().strip();
  }

  @Test
  void what_opens_adds_and_what_leads_toward_zero_reduces_without_anything_skipped() {
    assertThat(way("0", "5")).isEqualTo("BUY 5");
    assertThat(way("0", "-5")).isEqualTo("SELL 5");
    assertThat(way("5", "0")).isEqualTo("SELL 5 less");
    assertThat(way("-5", "-2")).isEqualTo("BUY 3 less");
    assertThat(way("-2", "-5")).isEqualTo("SELL 3");
    assertThat(way("5", "-3")).isEqualTo("SELL 5 less SELL 3");
    assertThat(way("5", "5")).isEmpty();
  }

  /** The band is 2 percent of the target, whatever its sign. */
  @Test
  void the_band_is_as_wide_around_a_short_as_around_a_long() {
    assertThat(way("98", "100")).isEqualTo("INSIDE_NO_TRADE_BAND");
    assertThat(way("-98", "-100")).isEqualTo("INSIDE_NO_TRADE_BAND");
    assertThat(way("-97.9", "-100")).isEqualTo("SELL 2.1");
  }

  @ParameterizedTest
  @CsvSource({"KEEP", "NO_TRADE", "LEFT_OUT"})
  void what_a_person_keeps_is_left_as_it_is_and_named(TradeRule rule) {
    rules.put(BTC.id(), rule);
    assertThat(way("2", "5")).isEqualTo("OVERRIDE");
    assertThat(way("5", "0")).isEqualTo("OVERRIDE");
    assertThat(way("5", "5")).as("nothing is kept from it").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"FREE", "REDUCE_ONLY", "CLOSE"})
  void what_a_person_wants_smaller_is_made_smaller(TradeRule rule) {
    rules.put(BTC.id(), rule);
    assertThat(way("5", "2")).isEqualTo("SELL 3 less");
  }

  /** At the smallest quantity and value an order goes; under either of them only what closes a contract whole. */
  @Test
  void an_order_is_at_least_the_smallest_and_only_a_whole_close_of_a_contract_may_be_less() {
    assertThat(way("0", "0.5")).as("a value of 50").isEqualTo("BUY 0.5");
    assertThat(way("0", "0.4")).isEqualTo("BELOW_VENUE_MINIMUM");
    assertThat(way("0.1", "0")).isEqualTo("SELL 0.1 less");
    assertThat(way("5", "4.7")).as("a part").isEqualTo("BELOW_VENUE_MINIMUM");
    assertThat(way("0.05", "0")).as("less than a lot").isEqualTo("BELOW_VENUE_MINIMUM");
    instrument = COIN;
    assertThat(way("0.4", "0")).as("a coin").isEqualTo("BELOW_VENUE_MINIMUM");
    assertThat(way("0.5", "0")).as("coins have no such flag").isEqualTo("SELL 0.5");
  }

  @Test
  void of_a_future_whose_order_is_open_only_what_is_safe_at_both_ends_is_closed() {
    unresolved.put(BTC.id(), new PositionInterval(BTC.id(), Contracts.of("3"), Contracts.of("5")));
    assertThat(way("3", "1")).isEqualTo("SELL 2 less");
    assertThat(way("3", "4")).isEqualTo("INSTRUMENT_FROZEN");
    status = ListingStatus.PAUSED;
    assertThat(way("3", "1")).isEqualTo("INSTRUMENT_FROZEN");
    status = ListingStatus.TRADING;
    disputed.add(BTC.id());
    assertThat(way("3", "1")).isEqualTo("INSTRUMENT_FROZEN");
  }

  @Test
  void a_coin_whose_order_is_open_is_left_alone() {
    instrument = COIN;
    unresolved.put(
        COIN.id(), new PositionInterval(COIN.id(), Contracts.of("3"), Contracts.of("5")));
    assertThat(way("3", "1")).isEqualTo("INSTRUMENT_FROZEN");
  }

  /** Held is 0.1 to 0.3: closing 0.1 is no whole close if there may be more. */
  @Test
  void what_is_not_certain_is_not_closed_whole_under_the_smallest_order() {
    unresolved.put(
        BTC.id(), new PositionInterval(BTC.id(), Contracts.of("0.1"), Contracts.of("0.3")));
    assertThat(way("0.1", "0")).isEqualTo("BELOW_VENUE_MINIMUM");
  }

  @ParameterizedTest
  @EnumSource(value = ListingStatus.class)
  void what_takes_no_orders_is_named(ListingStatus each) {
    status = each;
    boolean takes = each == ListingStatus.TRADING || each == ListingStatus.REDUCE_ONLY;
    assertThat(way("5", "2")).isEqualTo(takes ? "SELL 3 less" : "INSTRUMENT_NOT_TRADING");
  }

  @Test
  void what_must_not_be_held_is_sold_whole_unless_a_rule_an_order_or_the_venue_forbids() {
    instrument = COIN;
    assertThat(way("100", "0", true)).isEqualTo("SELL 100");
    assertThat(way("0", "0", true)).isEmpty();
    status = ListingStatus.PAUSED;
    assertThat(way("100", "0", true)).isEqualTo("INSTRUMENT_NOT_TRADING");
    status = ListingStatus.TRADING;
    rules.put(COIN.id(), TradeRule.NO_TRADE);
    assertThat(way("100", "0", true)).isEqualTo("OVERRIDE");
    rules.clear();
    disputed.add(COIN.id());
    assertThat(way("100", "0", true)).isEqualTo("INSTRUMENT_FROZEN");
  }
}
