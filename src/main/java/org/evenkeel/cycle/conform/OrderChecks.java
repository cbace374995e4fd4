package org.evenkeel.cycle.conform;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueCapabilities.RequestExpiry;
import org.evenkeel.core.route.VenueCapabilities.Uniqueness;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.cycle.DeadManSwitch;

/** Orders that must not come into being, and orders that rest and are taken back. */
final class OrderChecks {

  /** The adapter's own word for an order that it did not send: the venue has judged nothing then. */
  private static final String NOT_SENT = "NOT_SENT";

  private static final String NO_POST_ONLY = "orders that only rest are not claimed";
  private static final Duration LATE = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Bench bench;
  private final TrialOrders orders;
  private final VenueCapabilities claims;

  OrderChecks(Bench bench, TrialOrders orders) {
    this.bench = bench;
    this.orders = orders;
    this.claims = bench.venue().capabilities();
  }

  Verdict unknownId() {
    Lookup lookup = bench.venue().lookup(orders.nextId(), orders.id());
    return lookup instanceof Lookup.NotVisible
        ? Verdict.pass("not visible")
        : Verdict.fail("an id that was never sent is answered with " + lookup);
  }

  Verdict expired() {
    if (claims.requestExpiry() == RequestExpiry.NONE) {
      return Verdict.skipped("no expiry is claimed");
    }
    Instant past = orders.now().minus(LATE).minus(claims.requestLife());
    OrderTicket ticket =
        orders.ticket(Side.BUY, orders.smallest(), orders.farBelow(), TimeInForce.GTX, false, past);
    SendOutcome sent = orders.send(ticket);
    if (sent instanceof SendOutcome.Accepted accepted) {
      return Verdict.fail("it was taken as " + accepted.order().venueOrderId());
    }
    // A code that proves nothing by itself may say it: what counts is that no order comes of it.
    bench.clock().sleep(claims.visibilityLag());
    Lookup lookup = orders.shown(ticket, seen -> !(seen instanceof Lookup.Unreadable));
    return lookup instanceof Lookup.NotVisible
        ? Verdict.pass(words(sent))
        : Verdict.fail(words(sent) + ", and it is shown as " + lookup);
  }

  Verdict offTheLot() {
    Contracts between =
        orders.smallest().plus(Contracts.of(orders.spec().lotSize().multiply(HALF)));
    return refused(
        orders.ticket(Side.BUY, between, orders.farBelow(), TimeInForce.GTX, false, orders.now()));
  }

  Verdict offTheTick() {
    Price between =
        Price.of(orders.farBelow().value().add(orders.spec().tickSize().multiply(HALF)));
    return refused(
        orders.ticket(Side.BUY, orders.smallest(), between, TimeInForce.GTX, false, orders.now()));
  }

  /** Refused by the venue with a code that is claimed to prove it, and never shown. */
  private Verdict refused(OrderTicket ticket) {
    return switch (orders.send(ticket)) {
      case SendOutcome.Rejected rejected -> {
        if (rejected.code().equals(NOT_SENT)) {
          yield Verdict.fail("it was not sent: " + rejected.text());
        }
        Lookup lookup = orders.shown(ticket, seen -> !(seen instanceof Lookup.Unreadable));
        yield lookup instanceof Lookup.NotVisible
            ? Verdict.pass(rejected.code() + ", " + rejected.text())
            : Verdict.fail("refused with " + rejected.code() + ", and shown as " + lookup);
      }
      case SendOutcome.Accepted accepted ->
          Verdict.fail("it was taken as " + accepted.order().venueOrderId());
      case SendOutcome.Unknown unknown ->
          Verdict.fail("the refusal proves nothing by the codes claimed: " + unknown.detail());
    };
  }

  Verdict rests() {
    if (!claims.postOnly()) {
      return Verdict.skipped(NO_POST_ONLY);
    }
    OrderTicket ticket = orders.resting();
    try {
      if (!(orders.send(ticket) instanceof SendOutcome.Accepted accepted)) {
        return Verdict.fail("it was not taken: " + orders.shown(ticket, seen -> true));
      }
      Optional<VenueOrder> shown = orders.shownAs(ticket, order -> !order.status().isClosed());
      if (shown.isEmpty()) {
        return Verdict.fail("it is not shown as working within " + claims.visibilityLag());
      }
      List<String> differences = shown.get().differences(ticket);
      if (!differences.isEmpty()) {
        return Verdict.fail("it is shown with " + String.join(", ", differences));
      }
      return orders.listed(ticket).size() == 1
          ? Verdict.pass("order " + accepted.order().venueOrderId())
          : Verdict.fail("it is not among the open orders");
    } finally {
      orders.cancelAll();
    }
  }

  Verdict canceled() {
    if (!claims.postOnly()) {
      return Verdict.skipped(NO_POST_ONLY);
    }
    OrderTicket ticket = orders.resting();
    SendOutcome unused = orders.send(ticket);
    Result<Boolean> answer = orders.cancel(ticket);
    if (!answer.equals(Result.ok(true))) {
      return Verdict.fail("the cancel is answered with " + answer);
    }
    Optional<VenueOrder> shown = orders.shownAs(ticket, order -> order.status().isClosed());
    boolean isListed = !orders.listed(ticket).isEmpty();
    boolean isOver =
        shown
            .filter(order -> order.status() == VenueOrder.Status.CANCELED)
            .filter(order -> order.cumQty().isZero())
            .isPresent();
    return isOver && !isListed
        ? Verdict.pass("shown as canceled, and listed no more")
        : Verdict.fail("it is shown as " + shown + (isListed ? " and listed as open" : ""));
  }

  Verdict duplicate() {
    if (claims.uniqueness() == Uniqueness.NONE || !claims.postOnly()) {
      return Verdict.skipped("nothing is claimed of it");
    }
    OrderTicket ticket = orders.resting();
    try {
      if (!(orders.send(ticket) instanceof SendOutcome.Accepted first)) {
        return Verdict.fail("the first one was not taken");
      }
      SendOutcome second = orders.send(ticket);
      int open = orders.listed(ticket).size();
      if (second instanceof SendOutcome.Accepted another
          && !another.order().venueOrderId().equals(first.order().venueOrderId())) {
        return Verdict.fail("it was taken again as " + another.order().venueOrderId());
      }
      if (open != 1) {
        return Verdict.fail(open + " orders are open under one id");
      }
      return claims.uniqueness() == Uniqueness.FOREVER
          ? afterItsEnd(ticket)
          : Verdict.pass("one order is open; the second was answered with " + words(second));
    } finally {
      orders.cancelAll();
    }
  }

  private Verdict afterItsEnd(OrderTicket ticket) {
    Result<Boolean> unused = orders.cancel(ticket);
    return orders.send(ticket) instanceof SendOutcome.Accepted again
        ? Verdict.fail("it was taken again after its end, as " + again.order().venueOrderId())
        : Verdict.pass("refused while it is open, and after its end");
  }

  Verdict deadMan() {
    DeadManSwitch silence = bench.deadMan().apply(orders.id());
    if (!claims.postOnly()) {
      return Verdict.skipped(NO_POST_ONLY);
    }
    OrderTicket ticket = orders.resting();
    try {
      SendOutcome unused = orders.send(ticket);
      switch (silence.arm(SILENCE)) {
        case Result.Refused<Boolean> refused -> {
          return Verdict.fail("it cannot be armed: " + refused.refusal());
        }
        case Result.Ok<Boolean> armed -> {
          if (!armed.value()) {
            return Verdict.skipped(silence.description());
          }
        }
      }
      bench.clock().sleep(SILENCE);
      Lookup shown = orders.shown(ticket, OrderChecks::isOver);
      String words = " after " + SILENCE.toSeconds() + " s of silence: ";
      return isOver(shown)
          ? Verdict.pass("ended" + words + shown)
          : Verdict.fail("not ended" + words + shown);
    } finally {
      Result<Boolean> unused = silence.disarm();
      orders.cancelAll();
    }
  }

  private static boolean isOver(Lookup lookup) {
    return lookup instanceof Lookup.Found found && found.order().status().isClosed();
  }

  private static String words(SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Accepted accepted -> "order " + accepted.order().venueOrderId();
      case SendOutcome.Rejected rejected -> rejected.code();
      case SendOutcome.Unknown unknown -> unknown.detail();
    };
  }
}
