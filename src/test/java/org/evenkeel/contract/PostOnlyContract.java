package org.evenkeel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;
import org.junit.jupiter.api.Test;

/**
 * What patient work relies on: an order that only rests never takes, and whatever becomes of it is shown as that order.
 *
 * <p>How a venue says that it would take differs (a refusal, or an order that has ended), what it means does not.
 */
abstract class PostOnlyContract extends MarginContract {

  private int sequence;

  /** Every kind of market of the venue. */
  private List<TradedMarket> markets() {
    List<TradedMarket> markets = new ArrayList<>(List.of(first()));
    coins()
        .filter(coin -> !coin.equals(first().id()))
        .ifPresent(coin -> markets.add(TradedMarket.stablecoin(coin)));
    return markets;
  }

  private OrderTicket resting(TradedMarket traded, Side side, String price) {
    sequence++;
    Instant now = venue().venueTime().orThrow();
    return new OrderTicket(
        ClientOrderId.of("ekpppp" + String.format("%012d", sequence)),
        traded.id(),
        side,
        contracts(traded.id(), traded.quantity()),
        Price.of(price),
        TimeInForce.GTX,
        false,
        now,
        now.plus(Duration.ofSeconds(5)));
  }

  private VenueOrder shown(OrderTicket ticket) {
    Lookup lookup = venue().lookup(ticket.clientOrderId(), ticket.instrument());
    assertThat(lookup).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found) lookup).order();
  }

  private List<Fill> fills(TradedMarket traded) {
    Instant longAgo = venue().venueTime().orThrow().minus(Duration.ofDays(1));
    return venue().fills(traded.id(), Optional.empty(), longAgo).orThrow();
  }

  private static void assertEndedWithoutTrade(VenueOrder order, OrderTicket ticket) {
    assertThat(order.differences(ticket)).isEmpty();
    assertThat(order.status().isClosed()).as("%s is an end", order.status()).isTrue();
    assertThat(order.cumQty()).isEqualTo(Contracts.ZERO);
  }

  @Test
  void orders_that_only_rest_can_be_sent() {
    assertThat(venue().capabilities().postOnly()).isTrue();
  }

  @Test
  void a_post_only_purchase_that_would_take_does_not_trade_and_its_end_is_known_at_once() {
    for (TradedMarket traded : markets()) {
      takesNothing(traded, resting(traded, Side.BUY, traded.ask()));
    }
  }

  @Test
  void a_post_only_sale_that_would_take_does_not_trade_and_its_end_is_known_at_once() {
    takesNothing(first(), resting(first(), Side.SELL, first().bid()));
  }

  private void takesNothing(TradedMarket traded, OrderTicket ticket) {
    switch (venue().send(ticket)) {
      case SendOutcome.Accepted accepted -> {
        assertEndedWithoutTrade(accepted.order(), ticket);
        assertEndedWithoutTrade(shown(ticket), ticket);
      }
      case SendOutcome.Rejected rejected ->
          assertThat(venue().lookup(ticket.clientOrderId(), ticket.instrument()))
              .as("refused with %s", rejected)
              .isInstanceOf(Lookup.NotVisible.class);
      case SendOutcome.Unknown unknown ->
          throw new AssertionError("nothing is known of " + ticket + ": " + unknown);
    }
    assertThat(fills(traded)).isEmpty();
    assertThat(venue().openOrders(traded.id()).orThrow()).isEmpty();
  }

  @Test
  void a_post_only_order_that_does_not_cross_rests_until_it_is_taken_back() {
    for (TradedMarket traded : markets()) {
      OrderTicket ticket = resting(traded, Side.BUY, traded.bid());

      SendOutcome outcome = venue().send(ticket);

      assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
      List<VenueOrder> sightings = new ArrayList<>();
      sightings.add(((SendOutcome.Accepted) outcome).order());
      sightings.add(shown(ticket));
      sightings.addAll(venue().openOrders(traded.id()).orThrow());
      assertThat(sightings).hasSize(3);
      assertThat(sightings)
          .allSatisfy(
              order -> {
                assertThat(order.differences(ticket)).isEmpty();
                assertThat(order.status()).isEqualTo(VenueOrder.Status.NEW);
              });

      assertThat(venue().cancel(ticket.clientOrderId(), traded.id()).orThrow()).isTrue();

      assertThat(shown(ticket).status()).isEqualTo(VenueOrder.Status.CANCELED);
      assertEndedWithoutTrade(shown(ticket), ticket);
      assertThat(venue().openOrders(traded.id()).orThrow()).isEmpty();
      assertThat(fills(traded)).isEmpty();
    }
  }

  @Test
  void what_rested_is_filled_at_its_own_price_when_the_market_comes_to_it() {
    TradedMarket traded = first();
    OrderTicket ticket = resting(traded, Side.BUY, traded.bid());
    venue().send(ticket);

    book(traded.id(), traded.underneath(), traded.bid(), "100000");

    VenueOrder filled = shown(ticket);
    assertThat(filled.differences(ticket)).isEmpty();
    assertThat(filled.status()).isEqualTo(VenueOrder.Status.FILLED);
    assertThat(filled.cumQty()).isEqualTo(ticket.orderQty());
    assertThat(fills(traded))
        .isNotEmpty()
        .allSatisfy(fill -> assertThat(fill.lastPx()).isEqualTo(Price.of(traded.bid())));
  }
}
