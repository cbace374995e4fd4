package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.basics.BaseQuantity;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.cycle.Venue;
import org.junit.jupiter.api.Test;

/**
 * What the order protocol relies on at every venue, simulated ones included.
 *
 * <p>A subclass brings a venue with a fresh account of 100000 USDT in each wallet (200000 where there is one), whose
 * books it can set. Quantities are told to it in coins.
 */
public abstract class VenueContract {

  protected static final InstrumentId PERP = InstrumentId.of("BTC-USDT-PERP@binance");
  protected static final InstrumentId OTHER_PERP = InstrumentId.of("ETH-USDT-PERP@binance");
  protected static final InstrumentId SPOT = InstrumentId.of("USDC-USDT-SPOT@binance");

  private int sequence;

  /** A perpetual future of BTC in USDT. */
  protected InstrumentId perp() {
    return PERP;
  }

  /** A perpetual future of ETH in USDT. */
  protected InstrumentId otherPerp() {
    return OTHER_PERP;
  }

  /** The market of USDC for USDT. */
  protected InstrumentId spot() {
    return SPOT;
  }

  /** The venue's contracts for a quantity of coins. */
  protected Contracts contracts(InstrumentId instrument, String coins) {
    return Contracts.of(coins);
  }

  /** A quantity of BTC that is less than an order of the perpetual may have. */
  protected String tooSmall() {
    return "0.001";
  }

  /** Where the coins of the spot market are reported. */
  protected Wallet coinWallet() {
    return Wallets.SPOT;
  }

  /** Where the collateral of futures is reported. */
  protected Wallet collateralWallet() {
    return Wallets.FUTURES;
  }

  /** The USDT in a wallet of a fresh account. */
  protected String opening() {
    return "100000";
  }

  protected abstract Venue venue();

  /** Sets the best bid and ask and how much stands on each side. */
  protected abstract void book(InstrumentId instrument, String bid, String ask, String quantity);

  private ClientOrderId nextId() {
    sequence++;
    return ClientOrderId.of("ekcccc" + String.format("%012d", sequence));
  }

  private OrderTicket ticket(
      InstrumentId instrument, Side side, String quantity, String price, boolean reduceOnly) {
    Instant now = venue().venueTime().orThrow();
    return ticketAt(now, instrument, side, quantity, price, reduceOnly);
  }

  private OrderTicket ticketAt(
      Instant signedAt,
      InstrumentId instrument,
      Side side,
      String quantity,
      String price,
      boolean reduceOnly) {
    return new OrderTicket(
        nextId(),
        instrument,
        side,
        contracts(instrument, quantity),
        Price.of(price),
        TimeInForce.IOC,
        reduceOnly,
        signedAt,
        signedAt.plus(Duration.ofSeconds(5)));
  }

  private static VenueOrder accepted(SendOutcome outcome) {
    assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
    return ((SendOutcome.Accepted) outcome).order();
  }

  private VenueOrder found(OrderTicket ticket) {
    Lookup lookup = venue().lookup(ticket.clientOrderId(), ticket.instrument());
    assertThat(lookup).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found) lookup).order();
  }

  private List<Fill> fills(InstrumentId instrument) {
    Instant longAgo = venue().venueTime().orThrow().minus(Duration.ofDays(1));
    return venue().fills(instrument, Optional.empty(), longAgo).orThrow();
  }

  private static Contracts sum(List<Fill> fills) {
    return fills.stream()
        .map(fill -> fill.side().signed(fill.lastQty()))
        .reduce(Contracts.ZERO, Contracts::plus);
  }

  @Test
  void an_accepted_order_echoes_its_ticket() {
    OrderTicket ticket = ticket(perp(), Side.BUY, "0.010", "20000.1", false);

    assertThat(accepted(venue().send(ticket)).echoes(ticket)).isTrue();
    assertThat(found(ticket).echoes(ticket)).isTrue();
  }

  @Test
  void the_sender_of_an_order_is_known_by_the_venues_id() {
    OrderTicket ticket = ticket(perp(), Side.BUY, "0.010", "20000.1", false);
    VenueOrder order = accepted(venue().send(ticket));
    assertThat(venue().clientIdOf(order.venueOrderId(), perp()).orThrow())
        .contains(ticket.clientOrderId());
    OrderTicket coins = ticket(spot(), Side.BUY, "100", "1.0000", false);
    VenueOrder bought = accepted(venue().send(coins));
    assertThat(venue().clientIdOf(bought.venueOrderId(), spot()).orThrow())
        .contains(coins.clientOrderId());
    assertThat(venue().clientIdOf(VenueOrderId.of("987654321"), perp()).orThrow()).isEmpty();
  }

  @Test
  void an_accepted_spot_order_echoes_its_ticket() {
    OrderTicket ticket = ticket(spot(), Side.BUY, "100", "1.0000", false);

    assertThat(accepted(venue().send(ticket)).echoes(ticket)).isTrue();
    assertThat(found(ticket).echoes(ticket)).isTrue();
  }

  @Test
  void a_crossing_order_is_filled_and_its_fills_add_up_to_what_the_order_says() {
    OrderTicket ticket = ticket(perp(), Side.BUY, "0.010", "20000.1", false);

    VenueOrder order = accepted(venue().send(ticket));

    assertThat(order.status()).isEqualTo(VenueOrder.Status.FILLED);
    assertThat(order.cumQty()).isEqualTo(contracts(perp(), "0.010"));
    List<Fill> fills = fills(perp());
    assertThat(sum(fills)).isEqualTo(order.cumQty());
    assertThat(fills)
        .allSatisfy(fill -> assertThat(fill.venueOrderId()).isEqualTo(order.venueOrderId()));
  }

  @Test
  void an_order_that_cannot_fill_ends_at_once_without_a_fill_and_can_still_be_looked_up() {
    OrderTicket ticket = ticket(perp(), Side.BUY, "0.010", "19900", false);

    venue().send(ticket);

    VenueOrder order = found(ticket);
    assertThat(order.status()).isIn(VenueOrder.Status.EXPIRED, VenueOrder.Status.CANCELED);
    assertThat(order.cumQty()).isEqualTo(Contracts.ZERO);
    assertThat(fills(perp())).isEmpty();
    assertThat(venue().openOrders(perp()).orThrow()).isEmpty();
  }

  @Test
  void an_order_larger_than_the_book_is_filled_in_part_and_the_rest_ends() {
    book(perp(), "19999.9", "20000.1", "0.004");
    OrderTicket ticket = ticket(perp(), Side.BUY, "3", "20000.1", false);

    venue().send(ticket);

    VenueOrder order = found(ticket);
    assertThat(order.status().isClosed()).isTrue();
    assertThat(order.cumQty()).isGreaterThan(Contracts.ZERO).isLessThan(contracts(perp(), "3"));
    assertThat(sum(fills(perp()))).isEqualTo(order.cumQty());
  }

  @Test
  void an_id_that_was_never_sent_is_not_visible() {
    assertThat(venue().lookup(nextId(), perp())).isInstanceOf(Lookup.NotVisible.class);
    assertThat(venue().lookup(nextId(), spot())).isInstanceOf(Lookup.NotVisible.class);
  }

  @Test
  void an_order_after_its_expiry_is_refused_and_leaves_no_trace() {
    Instant past = venue().venueTime().orThrow().minus(Duration.ofSeconds(30));
    OrderTicket ticket = ticketAt(past, perp(), Side.BUY, "0.010", "20000.1", false);

    assertThat(venue().send(ticket)).isInstanceOf(SendOutcome.Rejected.class);

    assertThat(venue().lookup(ticket.clientOrderId(), perp()))
        .isInstanceOf(Lookup.NotVisible.class);
    assertThat(fills(perp())).isEmpty();
  }

  @Test
  void an_order_off_the_lot_is_refused_and_leaves_no_trace() {
    OrderTicket ticket = ticket(perp(), Side.BUY, "0.0105", "20000.1", false);

    assertThat(venue().send(ticket)).isInstanceOf(SendOutcome.Rejected.class);
    assertThat(fills(perp())).isEmpty();
  }

  @Test
  void an_order_under_the_smallest_one_is_refused() {
    OrderTicket ticket = ticket(perp(), Side.BUY, tooSmall(), "20000.1", false);

    assertThat(venue().send(ticket)).isInstanceOf(SendOutcome.Rejected.class);
  }

  @Test
  void a_reduce_only_order_never_opens_a_position() {
    SendOutcome outcome = venue().send(ticket(perp(), Side.SELL, "0.010", "19999.9", true));

    assertThat(outcome).isInstanceOf(SendOutcome.Rejected.class);
    assertThat(venue().account().orThrow().position(perp())).isEqualTo(Contracts.ZERO);
  }

  @Test
  void a_reduce_only_order_closes_a_position() {
    venue().send(ticket(perp(), Side.BUY, "0.010", "20000.1", false));

    accepted(venue().send(ticket(perp(), Side.SELL, "0.010", "19999.9", true)));

    assertThat(venue().account().orThrow().position(perp())).isEqualTo(Contracts.ZERO);
  }

  @Test
  void the_position_is_the_sum_of_the_fills() {
    venue().send(ticket(perp(), Side.BUY, "0.010", "20000.1", false));
    venue().send(ticket(perp(), Side.SELL, "0.030", "19999.9", false));

    AccountSnapshot account = venue().account().orThrow();

    assertThat(account.position(perp())).isEqualTo(contracts(perp(), "-0.020"));
    assertThat(sum(fills(perp()))).isEqualTo(account.position(perp()));
  }

  @Test
  void fills_from_a_trade_on_begin_with_that_trade_and_end_with_the_newest() {
    venue().send(ticket(perp(), Side.BUY, "0.010", "20000.1", false));
    venue().send(ticket(perp(), Side.BUY, "0.020", "20000.1", false));
    venue().send(ticket(perp(), Side.BUY, "0.030", "20000.1", false));
    List<Fill> all = fills(perp());
    TradeId second = all.get(1).tradeId();

    List<Fill> rest = venue().fills(perp(), Optional.of(second), Instant.EPOCH).orThrow();

    assertThat(rest).isEqualTo(all.subList(1, all.size()));
  }

  @Test
  void trade_ids_are_unique_within_an_instrument_and_fills_do_not_mix_instruments() {
    venue().send(ticket(perp(), Side.BUY, "0.010", "20000.1", false));
    venue().send(ticket(otherPerp(), Side.BUY, "1", "1000.01", false));
    venue().send(ticket(perp(), Side.BUY, "0.010", "20000.1", false));

    List<Fill> fills = fills(perp());

    Set<TradeId> ids = new HashSet<>();
    assertThat(fills).allSatisfy(fill -> assertThat(ids.add(fill.tradeId())).isTrue());
    assertThat(fills).allSatisfy(fill -> assertThat(fill.instrument()).isEqualTo(perp()));
    assertThat(fills(otherPerp())).isNotEmpty();
  }

  @Test
  void a_spot_purchase_moves_both_currencies_and_realizes_nothing() {
    AccountSnapshot before = venue().account().orThrow();

    venue().send(ticket(spot(), Side.BUY, "100", "1.0000", false));

    AccountSnapshot after = venue().account().orThrow();
    Fill fill = fills(spot()).get(0);
    BigDecimal usdc = after.total(coinWallet(), Currency.of("USDC"));
    BigDecimal feeInUsdc =
        fill.fee().currency().value().equals("USDC") ? fill.fee().amount() : BigDecimal.ZERO;
    assertThat(usdc).isEqualByComparingTo(new BigDecimal("100").subtract(feeInUsdc));
    Currency usdt = Currency.of("USDT");
    BigDecimal paid = fill.lastPx().times(BaseQuantity.of(fill.lastQty().value()), usdt).amount();
    assertThat(after.total(coinWallet(), usdt))
        .isLessThanOrEqualTo(before.total(coinWallet(), usdt).subtract(paid));
    assertThat(fill.realizedPnl().isZero()).isTrue();
  }

  @Test
  void a_purchase_beyond_the_balance_is_refused() {
    SendOutcome outcome = venue().send(ticket(spot(), Side.SELL, "100", "0.9999", false));

    assertThat(outcome).isInstanceOf(SendOutcome.Rejected.class);
  }

  @Test
  void canceling_what_is_not_open_answers_false_and_changes_nothing() {
    OrderTicket ticket = ticket(perp(), Side.BUY, "0.010", "20000.1", false);
    venue().send(ticket);

    assertThat(venue().cancel(nextId(), perp()).orThrow()).isFalse();
    assertThat(venue().cancel(ticket.clientOrderId(), perp()).orThrow()).isFalse();
    assertThat(found(ticket).status()).isEqualTo(VenueOrder.Status.FILLED);
  }

  @Test
  void a_fresh_account_has_no_positions_no_orders_and_no_fills() {
    AccountSnapshot account = venue().account().orThrow();

    assertThat(account.positions()).isEmpty();
    for (Wallet wallet : List.of(collateralWallet(), coinWallet())) {
      assertThat(account.total(wallet, Currency.of("USDT"))).isEqualByComparingTo(opening());
    }
    assertThat(fills(perp())).isEmpty();
    assertThat(fills(spot())).isEmpty();
    assertThat(venue().openOrders(perp()).orThrow()).isEmpty();
    assertThat(venue().openOrders(spot()).orThrow()).isEmpty();
  }

  @Test
  void profit_comes_with_the_fill_and_not_with_the_income() {
    Instant start = venue().venueTime().orThrow();
    venue().send(ticket(perp(), Side.BUY, "0.010", "20000.1", false));
    book(perp(), "20100.0", "20100.2", "2");
    venue().send(ticket(perp(), Side.SELL, "0.010", "20100.0", true));

    List<Fill> fills = fills(perp());

    BigDecimal profit =
        fills.stream().map(f -> f.realizedPnl().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(profit).isEqualByComparingTo("0.999");
    assertThat(venue().income(start.minusSeconds(60)).orThrow())
        .noneMatch(income -> income.venueKind().matches("REALIZED_PNL|COMMISSION"));
  }
}
