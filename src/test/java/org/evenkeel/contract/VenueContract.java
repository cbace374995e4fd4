package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;
import org.junit.jupiter.api.Test;

/**
 * What the order protocol relies on at every venue, simulated ones included.
 *
 * <p>A subclass brings a venue with a fresh account of 100000 of its quote currency in each wallet that it has, whose
 * books it can set, and says what is traded there: what concerns perpetuals alone, or spot markets alone, is skipped at a
 * venue that has none, and everything else is shown with whatever it trades first.
 */
public abstract class VenueContract extends InverseVenueContract {

  private int sequence;

  private InstrumentId aPerp() {
    assumeThat(perpetuals()).as("this venue trades no perpetual").isNotEmpty();
    return perpetuals().get(0);
  }

  private InstrumentId aCoin() {
    assumeThat(coins()).as("this venue has no spot market").isPresent();
    return coins().orElseThrow();
  }

  private OrderTicket buying(TradedMarket traded) {
    return ticket(traded.id(), Side.BUY, traded.quantity(), traded.ask(), false);
  }

  private ClientOrderId nextId() {
    sequence++;
    return ClientOrderId.of("ekcccc" + String.format("%012d", sequence));
  }

  protected OrderTicket ticket(
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

  protected static VenueOrder accepted(SendOutcome outcome) {
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
    OrderTicket ticket = buying(first());

    assertThat(accepted(venue().send(ticket)).differences(ticket)).isEmpty();
    assertThat(found(ticket).differences(ticket)).isEmpty();
  }

  @Test
  void the_sender_of_an_order_is_known_by_the_venues_id() {
    OrderTicket ticket = buying(first());
    VenueOrder order = accepted(venue().send(ticket));
    assertThat(venue().clientIdOf(order.venueOrderId(), first().id()).orThrow())
        .contains(ticket.clientOrderId());
    assertThat(venue().clientIdOf(VenueOrderId.of("987654321"), first().id()).orThrow()).isEmpty();
  }

  @Test
  void an_accepted_spot_order_echoes_its_ticket_and_its_sender_is_known() {
    OrderTicket ticket = buying(TradedMarket.stablecoin(aCoin()));

    VenueOrder bought = accepted(venue().send(ticket));

    assertThat(bought.differences(ticket)).isEmpty();
    assertThat(found(ticket).differences(ticket)).isEmpty();
    assertThat(venue().clientIdOf(bought.venueOrderId(), aCoin()).orThrow())
        .contains(ticket.clientOrderId());
  }

  @Test
  void a_crossing_order_is_filled_and_its_fills_add_up_to_what_the_order_says() {
    OrderTicket ticket = buying(first());

    VenueOrder order = accepted(venue().send(ticket));

    assertThat(order.status()).isEqualTo(VenueOrder.Status.FILLED);
    assertThat(order.cumQty()).isEqualTo(ticket.orderQty());
    List<Fill> fills = fills(first().id());
    assertThat(sum(fills)).isEqualTo(order.cumQty());
    assertThat(fills)
        .allSatisfy(fill -> assertThat(fill.venueOrderId()).isEqualTo(order.venueOrderId()));
  }

  @Test
  void an_order_that_cannot_fill_ends_at_once_without_a_fill_and_can_still_be_looked_up() {
    OrderTicket ticket =
        ticket(first().id(), Side.BUY, first().quantity(), first().underneath(), false);

    venue().send(ticket);

    VenueOrder order = found(ticket);
    assertThat(order.status()).isIn(VenueOrder.Status.EXPIRED, VenueOrder.Status.CANCELED);
    assertThat(order.cumQty()).isEqualTo(Contracts.ZERO);
    assertThat(fills(first().id())).isEmpty();
    assertThat(venue().openOrders(first().id()).orThrow()).isEmpty();
  }

  /** The venue's second source of executions, with what it takes to make one of both lie. */
  protected Optional<SecondSource> secondSource() {
    return Optional.empty();
  }

  @Test
  void a_second_source_shows_the_same_executions_and_what_only_one_of_both_shows_is_found() {
    assumeThat(secondSource()).as("this venue has no second source").isPresent();
    TradedMarket traded = first();
    List<InstrumentId> instruments = new ArrayList<>(List.of(traded.id()));
    book(traded.id(), traded.bid(), traded.ask(), traded.quantity());
    venue().send(ticket(traded.id(), Side.BUY, traded.large(), traded.ask(), false));
    book(traded.id(), traded.bid(), traded.ask(), traded.quantity());
    venue().send(ticket(traded.id(), Side.SELL, traded.quantity(), traded.bid(), false));
    venue().send(ticket(traded.id(), Side.BUY, traded.quantity(), traded.underneath(), false));
    coins()
        .filter(coin -> !coin.equals(traded.id()))
        .ifPresent(
            coin -> {
              instruments.add(coin);
              accepted(venue().send(buying(TradedMarket.stablecoin(coin))));
              assertThat(fills(coin)).isNotEmpty();
            });
    assertThat(fills(traded.id())).hasSizeGreaterThan(1);

    secondSource().orElseThrow().holds(venue(), instruments);
  }

  @Test
  void an_order_larger_than_the_book_is_filled_in_part_and_the_rest_ends() {
    TradedMarket traded = first();
    Contracts wanted = contracts(traded.id(), traded.large());
    book(traded.id(), traded.bid(), traded.ask(), traded.quantity());
    OrderTicket ticket = ticket(traded.id(), Side.BUY, traded.large(), traded.ask(), false);

    venue().send(ticket);

    VenueOrder order = found(ticket);
    assertThat(order.status().isClosed()).isTrue();
    assertThat(order.cumQty()).isGreaterThan(Contracts.ZERO).isLessThan(wanted);
    assertThat(sum(fills(traded.id()))).isEqualTo(order.cumQty());
  }

  @Test
  void an_id_that_was_never_sent_is_not_visible() {
    assertThat(venue().lookup(nextId(), first().id())).isInstanceOf(Lookup.NotVisible.class);
    coins()
        .ifPresent(
            coin ->
                assertThat(venue().lookup(nextId(), coin)).isInstanceOf(Lookup.NotVisible.class));
  }

  @Test
  void an_order_after_its_expiry_is_refused_and_leaves_no_trace() {
    Instant past = venue().venueTime().orThrow().minus(Duration.ofSeconds(30));
    OrderTicket ticket =
        ticketAt(past, first().id(), Side.BUY, first().quantity(), first().ask(), false);

    assertThat(venue().send(ticket)).isInstanceOf(SendOutcome.Rejected.class);

    assertThat(venue().lookup(ticket.clientOrderId(), first().id()))
        .isInstanceOf(Lookup.NotVisible.class);
    assertThat(fills(first().id())).isEmpty();
  }

  @Test
  void an_order_off_the_lot_is_refused_and_leaves_no_trace() {
    OrderTicket ticket = ticket(first().id(), Side.BUY, first().offLot(), first().ask(), false);

    assertThat(venue().send(ticket)).isInstanceOf(SendOutcome.Rejected.class);
    assertThat(fills(first().id())).isEmpty();
  }

  @Test
  void an_order_under_the_smallest_notional_is_refused() {
    OrderTicket ticket = ticket(first().id(), Side.BUY, tooSmall(), first().ask(), false);

    assertThat(venue().send(ticket)).isInstanceOf(SendOutcome.Rejected.class);
  }

  @Test
  void a_reduce_only_order_never_opens_a_position() {
    SendOutcome outcome = venue().send(ticket(aPerp(), Side.SELL, "0.010", "19999.9", true));

    assertThat(outcome).isInstanceOf(SendOutcome.Rejected.class);
    assertThat(venue().account().orThrow().position(aPerp())).isEqualTo(Contracts.ZERO);
  }

  @Test
  void a_reduce_only_order_closes_a_position() {
    venue().send(ticket(aPerp(), Side.BUY, "0.010", "20000.1", false));

    accepted(venue().send(ticket(aPerp(), Side.SELL, "0.010", "19999.9", true)));

    assertThat(venue().account().orThrow().position(aPerp())).isEqualTo(Contracts.ZERO);
  }

  /** A reducing order is a plain sale or purchase with a mark, never a type of its own that could be read the wrong way. */
  @Test
  void a_reduce_only_order_closes_a_short_position_too() {
    venue().send(ticket(aPerp(), Side.SELL, "0.010", "19999.9", false));
    assertThat(venue().account().orThrow().position(aPerp()))
        .isEqualTo(contracts(aPerp(), "-0.010"));

    accepted(venue().send(ticket(aPerp(), Side.BUY, "0.010", "20000.1", true)));

    assertThat(venue().account().orThrow().position(aPerp())).isEqualTo(Contracts.ZERO);
  }

  @Test
  void the_position_is_the_sum_of_the_fills() {
    venue().send(ticket(aPerp(), Side.BUY, "0.010", "20000.1", false));
    venue().send(ticket(aPerp(), Side.SELL, "0.030", "19999.9", false));

    AccountSnapshot account = venue().account().orThrow();

    assertThat(account.position(aPerp())).isEqualTo(contracts(aPerp(), "-0.020"));
    assertThat(sum(fills(aPerp()))).isEqualTo(account.position(aPerp()));
  }

  @Test
  void fills_from_a_trade_on_begin_with_that_trade_and_end_with_the_newest() {
    InstrumentId id = first().id();
    for (int i = 0; i < 3; i++) {
      venue().send(buying(first()));
    }
    List<Fill> all = fills(id);
    TradeId second = all.get(1).tradeId();

    List<Fill> rest = venue().fills(id, Optional.of(second), Instant.EPOCH).orThrow();

    assertThat(rest).isEqualTo(all.subList(1, all.size()));
  }

  @Test
  void trade_ids_are_unique_within_an_instrument_and_fills_do_not_mix_instruments() {
    venue().send(ticket(aPerp(), Side.BUY, "0.010", "20000.1", false));
    venue().send(ticket(perpetuals().get(1), Side.BUY, "1", "1000.01", false));
    venue().send(ticket(aPerp(), Side.BUY, "0.010", "20000.1", false));

    List<Fill> fills = fills(aPerp());

    Set<TradeId> ids = new HashSet<>();
    assertThat(fills).allSatisfy(fill -> assertThat(ids.add(fill.tradeId())).isTrue());
    assertThat(fills).allSatisfy(fill -> assertThat(fill.instrument()).isEqualTo(aPerp()));
    assertThat(fills(perpetuals().get(1))).isNotEmpty();
  }

  @Test
  void a_spot_purchase_moves_both_currencies_and_realizes_nothing() {
    AccountSnapshot before = venue().account().orThrow();

    venue().send(buying(TradedMarket.stablecoin(aCoin())));

    AccountSnapshot after = venue().account().orThrow();
    Fill fill = fills(aCoin()).get(0);
    BigDecimal usdc = after.total(coinWallet(), Currency.of("USDC"));
    BigDecimal feeInUsdc =
        fill.fee().currency().value().equals("USDC") ? fill.fee().amount() : BigDecimal.ZERO;
    assertThat(usdc).isEqualByComparingTo(new BigDecimal("100").subtract(feeInUsdc));
    BigDecimal paid = fill.lastPx().times(BaseQuantity.of(fill.lastQty().value()), cash()).amount();
    assertThat(after.total(coinWallet(), cash()))
        .isLessThanOrEqualTo(before.total(coinWallet(), cash()).subtract(paid));
    assertThat(fill.realizedPnl().isZero()).isTrue();
  }

  @Test
  void a_purchase_beyond_the_balance_is_refused() {
    SendOutcome outcome = venue().send(ticket(aCoin(), Side.SELL, "100", "0.9999", false));

    assertThat(outcome).isInstanceOf(SendOutcome.Rejected.class);
  }

  @Test
  void canceling_what_is_not_open_answers_false_and_changes_nothing() {
    OrderTicket ticket = buying(first());
    venue().send(ticket);

    assertThat(venue().cancel(nextId(), first().id()).orThrow()).isFalse();
    assertThat(venue().cancel(ticket.clientOrderId(), first().id()).orThrow()).isFalse();
    assertThat(found(ticket).status()).isEqualTo(VenueOrder.Status.FILLED);
  }

  @Test
  void a_fresh_account_has_no_positions_no_orders_and_no_fills() {
    AccountSnapshot account = venue().account().orThrow();

    assertThat(account.positions()).isEmpty();
    if (!perpetuals().isEmpty()) {
      assertThat(account.total(collateralWallet(), cash())).isEqualByComparingTo(opening());
    }
    if (coins().isPresent()) {
      assertThat(account.total(coinWallet(), cash())).isEqualByComparingTo(opening());
    }
    List<InstrumentId> all = new ArrayList<>(perpetuals());
    coins().ifPresent(all::add);
    for (InstrumentId instrument : all) {
      assertThat(fills(instrument)).isEmpty();
      assertThat(venue().openOrders(instrument).orThrow()).isEmpty();
    }
  }

  @Test
  void profit_comes_with_the_fill_and_not_with_the_income() {
    Instant start = venue().venueTime().orThrow();
    venue().send(ticket(aPerp(), Side.BUY, "0.010", "20000.1", false));
    book(aPerp(), "20100.0", "20100.2", "2");
    venue().send(ticket(aPerp(), Side.SELL, "0.010", "20100.0", true));

    List<Fill> fills = fills(aPerp());

    BigDecimal profit =
        fills.stream().map(f -> f.realizedPnl().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(profit).isEqualByComparingTo("0.999");
    assertThat(venue().income(start.minusSeconds(60)).orThrow())
        .noneMatch(income -> income.venueKind().matches("REALIZED_PNL|COMMISSION"));
  }
}
