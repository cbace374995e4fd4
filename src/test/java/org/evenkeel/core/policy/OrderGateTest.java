package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.spot;
import static org.evenkeel.core.data.Books.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.Quote;
import org.junit.jupiter.api.Test;

/** Each limit with a case just inside and one just outside. */
class OrderGateTest {

  private static final Instrument BTC = perpetual("BTC");
  private static final InstrumentSpec BTC_SPEC = Samples.spec(BTC);
  private static final InstrumentSpec ETH_SPEC = Samples.spec(perpetual("ETH"));

  private static final Limits LIMITS =
      new Limits(
          new BigDecimal("50000"),
          new BigDecimal("50"),
          new BigDecimal("70000"),
          Ratio.of("0.8"),
          Ratio.of("1.5"),
          Ratio.of("1"),
          Ratio.of("0.5"),
          Ratio.of("0.03"),
          3,
          Duration.ofMillis(500),
          Duration.ofSeconds(30));

  private final OrderGate gate = new OrderGate(LIMITS, PaceLimits.defaults());
  private final Exposure exposure = new Exposure();
  private TradingState state = TradingState.ACTIVE;
  private Duration clockOffset = Duration.ZERO;
  private Duration sinceReceived = Duration.ZERO;
  private Duration sinceVenue = Duration.ZERO;
  private String turnover = "0";
  private int orders = 0;
  private String price = "10000";
  private boolean isReduceOnly = false;
  private String index = "10000";
  private String lastMinute = "0";
  private String collateral = "1000000";
  private boolean isFirst = false;
  private final List<InstrumentSpec> further = new ArrayList<>();

  private static Quote quote(Instrument instrument) {
    return Books.quote(instrument, "10000");
  }

  private Optional<RefusalReason> buy(String quantity) {
    return ask(BTC_SPEC, Side.BUY, quantity).map(Refusal::reason);
  }

  private Optional<Refusal> ask(InstrumentSpec spec, Side side, String quantity) {
    Quote plain = quote(spec.instrument());
    Quote quote =
        new Quote(
            plain.instrument(),
            plain.bid(),
            plain.ask(),
            plain.mark(),
            Price.of(index),
            NOON.minus(clockOffset).minus(sinceVenue),
            NOON.minus(sinceReceived));
    List<Quote> quotes = new ArrayList<>(List.of(quote, quote(ETH_SPEC.instrument())));
    List<InstrumentSpec> specs = new ArrayList<>(List.of(BTC_SPEC, ETH_SPEC));
    specs.addAll(further);
    further.forEach(other -> quotes.add(quote(other.instrument())));
    OrderGate.Circumstances now =
        new OrderGate.Circumstances(
            state,
            Money.of("100000", "USDT"),
            exposure,
            specs,
            quotes,
            Books.yardstick(quotes),
            NOON,
            clockOffset,
            new BigDecimal(turnover),
            orders,
            new BigDecimal(lastMinute),
            BigDecimal.ZERO,
            0,
            new BigDecimal(collateral),
            isFirst,
            List.of(),
            new TreeMap<>());
    ProposedOrder order =
        new ProposedOrder(spec.id(), side, Contracts.of(quantity), Price.of(price), isReduceOnly);
    return gate.objection(order, spec, quote, now);
  }

  @Test
  void an_ordinary_order_may_pass() {
    assertThat(buy("1")).isEmpty();
  }

  /** What is carried at another venue, or in another currency, does not use up this order's margin. */
  @Test
  void only_what_the_same_money_carries_counts_against_it() {
    collateral = "20000";
    exposure.setPosition(ETH_SPEC.id(), Contracts.of("1.5"));
    assertThat(buy("1")).contains(RefusalReason.INSUFFICIENT_FUNDS);
    exposure.setPosition(ETH_SPEC.id(), Contracts.ZERO);
    InstrumentSpec elsewhere =
        Samples.spec(
            new Instrument.LinearPerpetual(Currency.of("ETH"), Samples.USDT, VenueId.of("okx")));
    further.add(elsewhere);
    exposure.setPosition(elsewhere.id(), Contracts.of("1.5"));
    assertThat(buy("1")).isEmpty();
  }

  @Test
  void the_trading_state_decides_first() {
    for (TradingState each : TradingState.values()) {
      state = each;
      isReduceOnly = false;
      assertThat(buy("1").isEmpty()).as("add in " + each).isEqualTo(each.mayAddRisk());
      isReduceOnly = true;
      exposure.setPosition(BTC.id(), Contracts.of("-1"));
      assertThat(buy("1").isEmpty()).as("reduce in " + each).isEqualTo(each.mayReduce());
      exposure.setPosition(BTC.id(), Contracts.ZERO);
    }
    state = TradingState.HALTED;
    assertThat(buy("1")).contains(RefusalReason.TRADING_STATE);
  }

  @Test
  void quantity_and_price_lie_on_the_grid() {
    assertThat(buy("1.001")).isEmpty();
    assertThat(buy("1.0005")).contains(RefusalReason.LIMIT);
    price = "10000.1";
    assertThat(buy("1")).isEmpty();
    price = "10000.05";
    assertThat(buy("1")).contains(RefusalReason.LIMIT);
  }

  @Test
  void a_quantity_is_above_zero_and_at_most_the_venues_largest() {
    assertThat(buy("0")).contains(RefusalReason.LIMIT);
    assertThat(buy("-1")).contains(RefusalReason.LIMIT);
    InstrumentSpec small =
        new InstrumentSpec(
            BTC,
            new BigDecimal("0.1"),
            new BigDecimal("0.001"),
            new BigDecimal("0.001"),
            new BigDecimal("2"),
            new BigDecimal("5"),
            BigDecimal.ONE,
            true);
    assertThat(ask(small, Side.BUY, "2")).isEmpty();
    assertThat(ask(small, Side.BUY, "2.001")).isPresent();
  }

  @Test
  void a_quote_is_fresh_when_it_is_received() {
    sinceReceived = Duration.ofSeconds(30);
    assertThat(buy("1")).isEmpty();
    sinceReceived = Duration.ofMillis(30_001);
    assertThat(buy("1")).contains(RefusalReason.DATA_STALE);
  }

  /** A frozen feed repeats an old book: it has just been received and is long past (fault 9). */
  @Test
  void a_quote_is_fresh_by_the_venues_clock_too() {
    clockOffset = Duration.ofMillis(400);
    sinceVenue = Duration.ofSeconds(30);
    assertThat(buy("1")).isEmpty();
    sinceVenue = Duration.ofMillis(30_001);
    assertThat(buy("1")).contains(RefusalReason.DATA_STALE);
  }

  @Test
  void the_clocks_may_be_apart_by_the_limit_in_either_direction() {
    for (int sign : new int[] {1, -1}) {
      clockOffset = Duration.ofMillis(500L * sign);
      assertThat(buy("1")).isEmpty();
      clockOffset = Duration.ofMillis(501L * sign);
      assertThat(buy("1")).contains(RefusalReason.CLOCK_OFFSET);
    }
  }

  @Test
  void the_limit_price_stays_within_the_collar_around_the_mark() {
    price = "10300";
    assertThat(buy("1")).isEmpty();
    price = "10300.1";
    assertThat(buy("1")).contains(RefusalReason.LIMIT);
    price = "9700";
    assertThat(buy("1")).isEmpty();
    price = "9699.9";
    assertThat(buy("1")).contains(RefusalReason.LIMIT);
  }

  @Test
  void one_order_has_a_largest_value_and_reducing_does_not_change_that() {
    assertThat(buy("5")).isEmpty();
    assertThat(buy("5.001")).contains(RefusalReason.LIMIT);
    isReduceOnly = true;
    exposure.setPosition(BTC.id(), Contracts.of("-9"));
    assertThat(buy("5")).isEmpty();
    assertThat(buy("5.001")).contains(RefusalReason.LIMIT);
  }

  @Test
  void a_cycle_sends_at_most_so_many_orders() {
    orders = 2;
    assertThat(buy("1")).isEmpty();
    orders = 3;
    assertThat(buy("1")).contains(RefusalReason.LIMIT);
    isReduceOnly = true;
    exposure.setPosition(BTC.id(), Contracts.of("-9"));
    assertThat(buy("1")).contains(RefusalReason.LIMIT);
  }

  @Test
  void a_cycle_trades_at_most_so_much_and_reducing_is_spared() {
    turnover = "70000";
    assertThat(buy("1")).isEmpty();
    turnover = "70000.01";
    assertThat(buy("1")).contains(RefusalReason.LIMIT);
    isReduceOnly = true;
    exposure.setPosition(BTC.id(), Contracts.of("-9"));
    assertThat(buy("1")).isEmpty();
  }

  @Test
  void one_instrument_has_a_largest_exposure_counting_what_is_open() {
    exposure.setPosition(BTC.id(), Contracts.of("3"));
    exposure.addWorking(BTC.id(), Side.BUY, Contracts.of("1"));
    assertThat(buy("1")).isEmpty();
    assertThat(buy("1.001")).contains(RefusalReason.LIMIT);
    isReduceOnly = true;
    exposure.setPosition(BTC.id(), Contracts.of("-9"));
    assertThat(buy("1.001")).isEmpty();
  }

  @Test
  void the_short_side_counts_as_well() {
    exposure.setPosition(BTC.id(), Contracts.of("-4"));
    assertThat(ask(BTC_SPEC, Side.SELL, "1")).isEmpty();
    assertThat(ask(BTC_SPEC, Side.SELL, "1.001")).isPresent();
  }

  @Test
  void all_instruments_together_have_a_largest_exposure() {
    exposure.setPosition(ETH_SPEC.id(), Contracts.of("-11"));
    assertThat(buy("4")).isEmpty();
    assertThat(buy("4.001")).contains(RefusalReason.LIMIT);
    isReduceOnly = true;
    exposure.setPosition(BTC.id(), Contracts.of("-9"));
    assertThat(buy("4.001")).isEmpty();
  }

  @Test
  void an_order_that_lowers_the_worst_case_passes_even_over_the_limit() {
    exposure.setPosition(BTC.id(), Contracts.of("8"));
    assertThat(ask(BTC_SPEC, Side.SELL, "4")).isEmpty();
    assertThat(buy("0.001")).contains(RefusalReason.LIMIT);
  }

  @Test
  void asking_leaves_no_trace() {
    exposure.setPosition(BTC.id(), Contracts.of("3"));
    buy("1");
    buy("5");
    assertThat(exposure.worst(BTC.id())).isEqualTo(Contracts.of("3"));
  }

  @Test
  void coins_are_cash_and_no_exposure() {
    InstrumentSpec coin = Samples.spec(spot("BTC"));
    exposure.setPosition(ETH_SPEC.id(), Contracts.of("15"));
    assertThat(ask(coin, Side.BUY, "5")).isEmpty();
  }

  /** Fault 33: the mark may have been led astray together with the book. */
  @Test
  void the_limit_price_stays_within_the_collar_around_the_index_too() {
    index = "9800";
    assertThat(buy("1")).isEmpty();
    index = "9700";
    assertThat(ask(BTC_SPEC, Side.BUY, "1").orElseThrow().detail()).contains("from the index 9700");
  }

  /** Invariant 12: what is too small to be sold again is not bought, and only the whole of a position may be less. */
  @Test
  void an_order_is_at_least_the_venues_smallest_or_closes_the_whole_position() {
    InstrumentSpec coarse = Samples.spec(BTC, "0.1", "0.001", "100");
    assertThat(OrderGate.smallest(coarse, Price.of("10000"))).isEqualTo(Contracts.of("0.01"));
    assertThat(ask(coarse, Side.BUY, "0.01")).isEmpty();
    assertThat(ask(coarse, Side.BUY, "0.009").orElseThrow().reason())
        .isEqualTo(RefusalReason.BELOW_VENUE_MINIMUM);
    isReduceOnly = true;
    exposure.setPosition(BTC.id(), Contracts.of("-0.009"));
    assertThat(ask(coarse, Side.BUY, "0.009")).isEmpty();
    exposure.setPosition(BTC.id(), Contracts.of("-0.010"));
    assertThat(ask(coarse, Side.BUY, "0.009")).isPresent();
  }

  /** Invariant 13. */
  @Test
  void a_minute_has_a_largest_value_whatever_is_ordered() {
    lastMinute = "60000";
    assertThat(buy("1")).isEmpty();
    lastMinute = "60000.01";
    assertThat(ask(BTC_SPEC, Side.BUY, "1").orElseThrow().detail())
        .contains("70000.01", "max_notional_per_minute", "70000");
    isReduceOnly = true;
    exposure.setPosition(BTC.id(), Contracts.of("-9"));
    assertThat(buy("1")).contains(RefusalReason.LIMIT);
  }

  /** Fault 27. */
  @Test
  void a_first_order_is_small_or_the_smallest_that_there_is() {
    isFirst = true;
    assertThat(buy("0.005")).isEmpty();
    assertThat(buy("0.006")).contains(RefusalReason.LIMIT);
    InstrumentSpec coarse = Samples.spec(BTC, "0.1", "0.001", "100");
    assertThat(ask(coarse, Side.BUY, "0.010")).isEmpty();
    assertThat(ask(coarse, Side.BUY, "0.011")).isPresent();
  }

  /** Fault 48 and invariant 11. */
  @Test
  void what_only_reduces_is_never_more_than_what_is_held_at_either_end() {
    isReduceOnly = true;
    exposure.setPosition(BTC.id(), Contracts.of("3"));
    exposure.addWorking(BTC.id(), Side.SELL, Contracts.of("1"));
    assertThat(ask(BTC_SPEC, Side.SELL, "2")).isEmpty();
    assertThat(ask(BTC_SPEC, Side.SELL, "2.001")).isPresent();
    assertThat(buy("0.001")).contains(RefusalReason.LIMIT);
  }

  @Test
  void longs_and_shorts_have_a_largest_difference_at_both_ends() {
    exposure.setPosition(ETH_SPEC.id(), Contracts.of("4"));
    exposure.addWorking(ETH_SPEC.id(), Side.BUY, Contracts.of("2"));
    assertThat(buy("4")).isEmpty();
    assertThat(ask(BTC_SPEC, Side.BUY, "4.001").orElseThrow().detail())
        .contains("100010", "max_net_leverage", "100000");
    assertThat(ask(BTC_SPEC, Side.SELL, "4.001")).isEmpty();
  }

  @Test
  void the_futures_wallet_carries_the_worst_end() {
    collateral = "60000";
    exposure.setPosition(ETH_SPEC.id(), Contracts.of("-3"));
    exposure.addWorking(ETH_SPEC.id(), Side.SELL, Contracts.of("2"));
    assertThat(buy("1")).isEmpty();
    assertThat(buy("1.001")).contains(RefusalReason.INSUFFICIENT_FUNDS);
  }

  @Test
  void an_objection_names_the_setting_and_both_numbers() {
    assertThat(ask(BTC_SPEC, Side.BUY, "6").orElseThrow().detail())
        .contains("60000", "max_order_notional", "50000");
    turnover = "79000";
    assertThat(ask(BTC_SPEC, Side.BUY, "1").orElseThrow().detail())
        .contains("89000", "max_cycle_turnover", "80000");
    turnover = "0";
    exposure.setPosition(BTC.id(), Contracts.of("4.5"));
    assertThat(ask(BTC_SPEC, Side.BUY, "1").orElseThrow().detail())
        .contains("55000", "max_instrument_exposure", "50000");
  }
}
