package org.evenkeel.cycle.conform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;

/** Orders that trade, of the smallest size; what they leave is taken back at the end of the run. */
final class FillChecks {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Bench bench;
  private final TrialOrders orders;

  FillChecks(Bench bench, TrialOrders orders) {
    this.bench = bench;
    this.orders = orders;
  }

  /** The smallest purchase at the market: it ends at once, and its executions add up under the ids claimed. */
  Verdict immediate() {
    OrderTicket ticket = orders.taking(Side.BUY, orders.bought(), orders.throughAsk(), false);
    SendOutcome sent = orders.send(ticket);
    if (sent instanceof SendOutcome.Rejected rejected) {
      return Verdict.fail("refused with " + rejected.code() + ", " + rejected.text());
    }
    Optional<VenueOrder> over = orders.shownAs(ticket, order -> order.status().isClosed());
    if (over.isEmpty()) {
      return Verdict.fail("it has not ended: " + sent);
    }
    VenueOrder order = over.get();
    List<String> differences = order.differences(ticket);
    if (!differences.isEmpty()) {
      return Verdict.fail("it is shown with " + String.join(", ", differences));
    }
    return order.cumQty().isZero()
        ? Verdict.pass(order.status() + " without an execution: nobody sold")
        : executed(ticket, order);
  }

  private Verdict executed(OrderTicket ticket, VenueOrder order) {
    List<Fill> fills = fillsOf(order);
    Contracts sum = fills.stream().map(Fill::lastQty).reduce(Contracts.ZERO, Contracts::plus);
    Set<String> ids = new TreeSet<>();
    fills.forEach(fill -> ids.add(fill.tradeId().value()));
    Optional<ClientOrderId> sender =
        bench.venue().clientIdOf(order.venueOrderId(), orders.id()).orThrow();
    String words = order.cumQty() + " filled in " + fills.size() + " executions";
    if (!sum.equals(order.cumQty()) || ids.size() != fills.size()) {
      return Verdict.fail(words + " that add up to " + sum + " under " + ids.size() + " ids");
    }
    return sender.equals(Optional.of(ticket.clientOrderId()))
        ? Verdict.pass(words)
        : Verdict.fail("its sender is shown as " + sender);
  }

  /** The executions of an order, once they are complete or the claimed delay is over. */
  private List<Fill> fillsOf(VenueOrder order) {
    Instant end = bench.clock().now().plus(bench.venue().capabilities().visibilityLag());
    while (true) {
      Instant since = orders.now().minus(Duration.ofHours(1));
      List<Fill> fills =
          bench.venue().fills(orders.id(), Optional.empty(), since).orThrow().stream()
              .filter(fill -> fill.venueOrderId().equals(order.venueOrderId()))
              .toList();
      Contracts sum = fills.stream().map(Fill::lastQty).reduce(Contracts.ZERO, Contracts::plus);
      if (sum.equals(order.cumQty()) || !bench.clock().now().isBefore(end)) {
        return fills;
      }
      bench.clock().sleep(BETWEEN_LOOKS);
    }
  }

  /** A purchase that rests alone inside of the spread, and a sale at its price. */
  Verdict selfMatch() {
    Quote quote = orders.quote();
    Price inside = Price.of(quote.bid().value().add(orders.spec().tickSize()));
    if (inside.compareTo(quote.ask()) >= 0) {
      return Verdict.skipped("there is no price between bid and ask to be alone at");
    }
    if (!bench.venue().capabilities().postOnly()) {
      return Verdict.skipped("orders that only rest are not claimed");
    }
    if (orders.isSpot() && orders.held().compareTo(orders.smallest()) < 0) {
      return Verdict.skipped("no coins were bought that could be sold");
    }
    Contracts size = orders.smallest();
    OrderTicket resting =
        orders.ticket(Side.BUY, size, inside, TimeInForce.GTX, false, orders.now());
    try {
      if (!(orders.send(resting) instanceof SendOutcome.Accepted)) {
        return Verdict.skipped("the resting order was not taken: the market has moved");
      }
      OrderTicket meeting = orders.taking(Side.SELL, size, inside, false);
      SendOutcome unused = orders.send(meeting);
      Optional<VenueOrder> met = orders.shownAs(meeting, order -> order.status().isClosed());
      Contracts filled = met.map(VenueOrder::cumQty).orElse(Contracts.ZERO);
      Contracts given =
          orders.shownAs(resting, order -> true).map(VenueOrder::cumQty).orElse(Contracts.ZERO);
      if (!given.isZero()) {
        return Verdict.fail("the account has traded " + given + " with itself");
      }
      if (!filled.isZero()) {
        return Verdict.skipped("somebody else bought first");
      }
      return orders.listed(resting).size() == 1
          ? Verdict.pass("the new order ended unfilled, and the resting one stays")
          : Verdict.fail("the resting order is gone");
    } finally {
      orders.cancelAll();
    }
  }

  /** A sale of all that is held that may only reduce, and one more, which may do nothing. */
  Verdict reduceOnly() {
    if (orders.isSpot()) {
      return Verdict.skipped("a spot market has no orders that only reduce");
    }
    Contracts held = orders.position();
    if (held.value().signum() > 0) {
      SendOutcome unused = orders.send(orders.taking(Side.SELL, held, orders.throughBid(), true));
      if (orders.position().value().signum() < 0) {
        return Verdict.fail("it has turned the position into " + orders.position());
      }
    }
    Contracts left = orders.position();
    if (!left.isZero()) {
      return Verdict.skipped(left + " contracts could not be sold: nobody bought");
    }
    SendOutcome beyond =
        orders.send(orders.taking(Side.SELL, orders.smallest(), orders.throughBid(), true));
    Contracts after = orders.position();
    return after.isZero()
        ? Verdict.pass((held.isZero() ? "" : "closed; ") + "beyond zero: " + words(beyond))
        : Verdict.fail("it has opened a position of " + after);
  }

  private static String words(SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Accepted accepted -> "ended as " + accepted.order().status();
      case SendOutcome.Rejected rejected -> rejected.code();
      case SendOutcome.Unknown unknown -> unknown.detail();
    };
  }
}
