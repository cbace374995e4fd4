package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.spot;
import static org.evenkeel.core.data.Books.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.ListingStatus;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.plan.TradeRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who forbids an order besides the numbers, what is spared, and in which order it is asked; a contract is worth 10,000 and
 * the portfolio 100,000.
 */
class RulesAtTheGateTest {

  private static final Instrument BTC = perpetual("BTC");
  private static final Instrument ETH = perpetual("ETH");
  private static final Instrument COIN = spot("BTC");

  private final Exposure exposure = new Exposure();
  private final List<Lock> locks = new ArrayList<>();
  private final TreeMap<InstrumentId, TradeRule> rules = new TreeMap<>();
  private TradingState state = TradingState.ACTIVE;
  private Listing listing = Listing.TRADING;
  private String smallest = "0.001";
  private String collateral = "1000000";
  private String lastMinute = "0";
  private String lastDay = "0";
  private int oneWay = 0;
  private OrderGate gate = new OrderGate(Limits.defaults(), PaceLimits.defaults());

  private InstrumentSpec spec(Instrument instrument) {
    return new InstrumentSpec(
        instrument,
        new BigDecimal("0.1"),
        new BigDecimal("0.001"),
        new BigDecimal(smallest),
        new BigDecimal("1000"),
        new BigDecimal("5"),
        BigDecimal.ONE,
        listing);
  }

  private OrderGate.Circumstances now() {
    List<Quote> quotes =
        List.of(Books.quote(BTC, "10000"), Books.quote(ETH, "10000"), Books.quote(COIN, "10000"));
    return new OrderGate.Circumstances(
        state,
        Money.of("100000", "USDT"),
        exposure,
        List.of(spec(BTC), spec(ETH), spec(COIN)),
        quotes,
        Books.yardstick(quotes),
        NOON,
        Duration.ZERO,
        BigDecimal.ZERO,
        0,
        new BigDecimal(lastMinute),
        new BigDecimal(lastDay),
        oneWay,
        new BigDecimal(collateral),
        false,
        locks,
        rules);
  }

  private static ProposedOrder order(
      Instrument instrument, Side side, String quantity, boolean isReduceOnly) {
    return new ProposedOrder(
        instrument.id(), side, Contracts.of(quantity), Price.of("10000"), isReduceOnly);
  }

  private String ask(Instrument instrument, Side side, String quantity, boolean isReduceOnly) {
    return gate.objection(
            order(instrument, side, quantity, isReduceOnly),
            spec(instrument),
            Books.quote(instrument, "10000"),
            now())
        .map(Object::toString)
        .orElse("free");
  }

  private String add() {
    return ask(BTC, Side.BUY, "1", false);
  }

  private String reduce() {
    exposure.setPosition(BTC.id(), Contracts.of("-2"));
    return ask(BTC, Side.BUY, "1", true);
  }

  private void lock(LockCause cause) {
    locks.clear();
    locks.add(new Lock(7, new LockFinding(BTC.id().value(), cause, "", "", ""), NOON));
  }

  private void hard(String text) {
    gate =
        OrderGate.of(
            LimitValues.of(Limits.defaults(), Guards.defaults()), HardLimits.parse(text).orThrow());
  }

  @Test
  void a_lock_forbids_what_adds_and_one_that_puts_orders_in_doubt_forbids_all() {
    lock(LockCause.EXTERNAL_FILL);
    assertThat(add()).startsWith("INSTRUMENT_FROZEN: lock 7");
    assertThat(ask(ETH, Side.BUY, "1", false)).isEqualTo("free");
    assertThat(reduce()).isEqualTo("free");
    lock(LockCause.SPEC_CHANGED);
    assertThat(reduce()).startsWith("INSTRUMENT_FROZEN: lock 7");
  }

  @ParameterizedTest
  @CsvSource({
    "FREE, true, true",
    "REDUCE_ONLY, false, true",
    "KEEP, false, true",
    "CLOSE, false, true",
    "NO_TRADE, false, false",
    "LEFT_OUT, false, false"
  })
  void a_rule_of_an_operator_is_asked_again_before_the_wire(
      TradeRule rule, boolean mayAdd, boolean mayReduce) {
    rules.put(BTC.id(), rule);
    rules.put(COIN.id(), rule);
    assertThat(add().equals("free")).as(add()).isEqualTo(mayAdd);
    assertThat(ask(COIN, Side.BUY, "1", false).equals("free")).isEqualTo(mayAdd);
    assertThat(ask(COIN, Side.SELL, "1", false).equals("free"))
        .as("a sale of coins reduces, although it has no flag")
        .isEqualTo(mayReduce);
    assertThat(ask(BTC, Side.SELL, "1", false).equals("free"))
        .as("a sale of contracts does not")
        .isEqualTo(mayAdd);
    assertThat(reduce().equals("free")).as(reduce()).isEqualTo(mayReduce);
    if (!mayAdd) {
      assertThat(add()).startsWith("OVERRIDE:").contains(rule.inWords());
    }
  }

  @Test
  void what_the_venue_lets_only_be_reduced_is_neither_bought_nor_sold_short() {
    listing = Listing.of(ListingStatus.REDUCE_ONLY);
    assertThat(add()).startsWith("INSTRUMENT_NOT_TRADING: BTC-USDT-PERP@binance takes only orders");
    assertThat(ask(BTC, Side.SELL, "1", false)).startsWith("INSTRUMENT_NOT_TRADING");
    assertThat(ask(COIN, Side.BUY, "1", false)).startsWith("INSTRUMENT_NOT_TRADING");
    assertThat(ask(COIN, Side.SELL, "1", false)).isEqualTo("free");
    assertThat(reduce()).isEqualTo("free");
    listing = Listing.of(ListingStatus.PAUSED);
    assertThat(ask(COIN, Side.SELL, "1", false)).startsWith("INSTRUMENT_NOT_TRADING");
    assertThat(reduce()).startsWith("INSTRUMENT_NOT_TRADING");
  }

  /** At its last trading time an instrument has ended; a moment before it still trades. */
  @Test
  void nothing_is_sent_from_the_announced_end_on() {
    listing = Listing.TRADING.endingAt(NOON.plusNanos(1));
    assertThat(add()).isEqualTo("free");
    listing = Listing.TRADING.endingAt(NOON);
    assertThat(add()).startsWith("INSTRUMENT_NOT_TRADING");
    assertThat(reduce()).startsWith("INSTRUMENT_NOT_TRADING");
  }

  @Test
  void a_hard_limit_of_exposure_or_of_a_day_spares_what_only_reduces() {
    hard("max_gross_leverage_ratio 0.1\nmax_day_notional_nav_currency 9000");
    assertThat(add()).startsWith("LIMIT: hard limit:");
    exposure.setPosition(ETH.id(), Contracts.of("9"));
    assertThat(reduce()).isEqualTo("free");
  }

  @Test
  void a_hard_limit_of_a_minute_spares_nothing() {
    hard("max_notional_per_minute_nav_currency 30000");
    lastMinute = "20000";
    assertThat(add()).isEqualTo("free");
    lastMinute = "20000.01";
    assertThat(add()).startsWith("LIMIT: hard limit: orders of 30000.01 within a minute");
    assertThat(reduce()).startsWith("LIMIT: hard limit: orders of 30000.01 within a minute");
  }

  @Test
  void only_what_a_number_forbids_is_called_a_hard_limit() {
    hard("");
    collateral = "9999";
    assertThat(add()).startsWith("INSUFFICIENT_FUNDS: gross exposure could reach 10000");
  }

  /** The venue's smallest quantity holds also where the smallest value would allow less. */
  @Test
  void the_smallest_order_is_the_larger_of_quantity_and_value() {
    smallest = "0.02";
    assertThat(OrderGate.smallest(spec(BTC), Price.of("10000"))).isEqualTo(Contracts.of("0.02"));
    assertThat(ask(BTC, Side.BUY, "0.02", false)).isEqualTo("free");
    assertThat(ask(BTC, Side.BUY, "0.019", false)).startsWith("BELOW_VENUE_MINIMUM");
  }

  @Test
  void less_than_the_smallest_order_is_sent_only_to_close_all_of_a_position_that_is_certain() {
    smallest = "0.02";
    exposure.setPosition(BTC.id(), Contracts.of("-0.009"));
    assertThat(ask(BTC, Side.BUY, "0.009", true)).isEqualTo("free");
    assertThat(ask(BTC, Side.BUY, "0.009", false)).startsWith("BELOW_VENUE_MINIMUM");
    exposure.setPosition(BTC.id(), Contracts.of("-0.005"));
    exposure.addWorking(BTC.id(), Side.SELL, Contracts.of("0.004"));
    assertThat(ask(BTC, Side.BUY, "0.009", true)).startsWith("BELOW_VENUE_MINIMUM");
  }

  @Test
  void a_purchase_that_reduces_is_never_more_than_what_is_short_at_either_end() {
    exposure.setPosition(BTC.id(), Contracts.of("-3"));
    exposure.addWorking(BTC.id(), Side.BUY, Contracts.of("1"));
    assertThat(ask(BTC, Side.BUY, "2", true)).isEqualTo("free");
    assertThat(ask(BTC, Side.BUY, "2.001", true)).startsWith("LIMIT: BUY 2.001 is more than");
  }

  /** A state that lets nothing add refuses the order anyway: its repetition says nothing of a loop. */
  @Test
  void nothing_is_latched_that_the_trading_state_refuses() {
    oneWay = 60;
    assertThat(gate.latch(order(BTC, Side.BUY, "1", false), now())).isPresent();
    state = TradingState.REDUCE_ONLY;
    assertThat(gate.latch(order(BTC, Side.BUY, "1", false), now())).isEmpty();
  }

  /** Long 2 of what hedges a short of 9: sold twice over it is as large as before, and the hedge is gone. */
  @Test
  void an_order_that_turns_a_hedge_is_held_to_the_net_limit_although_its_instrument_is_no_larger() {
    gate = new OrderGate(net("1"), PaceLimits.defaults());
    exposure.setPosition(BTC.id(), Contracts.of("2"));
    exposure.setPosition(ETH.id(), Contracts.of("-8"));
    assertThat(ask(BTC, Side.SELL, "4", false)).isEqualTo("free");
    exposure.setPosition(ETH.id(), Contracts.of("-9"));
    assertThat(ask(BTC, Side.SELL, "4", false))
        .startsWith("LIMIT: net exposure could reach 110000, over max_net_leverage 100000");
    assertThat(ask(BTC, Side.SELL, "2", true)).as("what only reduces").isEqualTo("free");
  }

  private static Limits net(String most) {
    Limits all = Limits.defaults();
    return new Limits(
        all.maxOrderNotional(),
        all.maxFirstOrderNotional(),
        all.maxNotionalPerMinute(),
        all.maxCycleTurnover(),
        all.maxGrossLeverage(),
        Ratio.of(most),
        all.maxInstrumentExposure(),
        all.priceCollar(),
        all.maxOrdersPerCycle(),
        all.maxClockOffset(),
        all.maxQuoteAge());
  }

  @Test
  void what_somebody_else_has_placed_is_held_to_size_and_exposure_hard_or_soft() {
    ProposedOrder large = order(BTC, Side.BUY, "2", false);
    hard("");
    assertThat(excess(large)).isEqualTo("free");
    hard("max_order_notional_nav_currency 19999");
    assertThat(excess(large)).contains("over max_order_notional 19999");
    hard("max_gross_leverage_ratio 0.19");
    assertThat(excess(large)).contains("over max_gross_leverage 19000");
    exposure.setPosition(BTC.id(), Contracts.of("-40"));
    assertThat(excess(order(BTC, Side.BUY, "2", true))).isEqualTo("free");
    gate = new OrderGate(net("0.1"), PaceLimits.defaults());
    exposure.setPosition(BTC.id(), Contracts.ZERO);
    assertThat(excess(large)).contains("over max_net_leverage 10000");
    assertThat(excess(order(BTC, Side.BUY, "2", true))).as("what only reduces").isEqualTo("free");
    assertThat(excess(order(BTC, Side.BUY, "31", true))).contains("over max_order_notional");
  }

  private String excess(ProposedOrder order) {
    return gate.excess(order, spec(BTC), Books.quote(BTC, "10000"), now())
        .map(Object::toString)
        .orElse("free");
  }
}
