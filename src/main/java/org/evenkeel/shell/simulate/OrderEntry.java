package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueCapabilities.RequestExpiry;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;

/**
 * The way of a request: lost, late or taken, then executed at once, in parts within seconds, or not at all.
 *
 * <p>Where the venue has request expiry it refuses what arrives too late, whatever else it does: that is the one thing
 * the protocol may rely on.
 */
final class OrderEntry {

  private static final Duration CLIENT_TIMEOUT = Duration.ofSeconds(3);

  /** Within the time that the venue promises to be done with a request. */
  private static final Duration LONGEST_WORK = Duration.ofSeconds(9);

  private final VirtualClock clock;
  private final VenueTruth truth;
  private final VenueTerms terms;
  private final SimFaults faults;
  private final VenueMood mood;
  private final SimFills fills;
  private final List<InstrumentSpec> specs;
  private final SplittableRandom random;
  private final Map<ClientOrderId, SimOrder> orders = new LinkedHashMap<>();
  private final List<SimOrder> live = new ArrayList<>();
  private VenueWatch watch = VenueWatch.NOBODY;

  OrderEntry(
      VirtualClock clock,
      VenueTruth truth,
      VenueTerms terms,
      SimFaults faults,
      VenueMood mood,
      SimFills fills,
      List<InstrumentSpec> specs,
      SplittableRandom random) {
    this.specs = List.copyOf(specs);
    this.clock = clock;
    this.truth = truth;
    this.terms = terms;
    this.faults = faults;
    this.mood = mood;
    this.fills = fills;
    this.random = random;
  }

  void watchedBy(VenueWatch watcher) {
    watch = watcher;
  }

  Map<ClientOrderId, SimOrder> orders() {
    return orders;
  }

  /** The bot's orders that still work. */
  List<SimOrder> live() {
    live.removeIf(SimOrder::isClosed);
    return live;
  }

  SendOutcome send(OrderTicket ticket) {
    if (isOfTheBot(ticket)) {
      watch.onSend(ticket);
    }
    if (mood.isBanned()) {
      return new SendOutcome.Rejected("NOT_SENT", "the venue has banned this host for a while");
    }
    clock.advanceTo(clock.now().plusMillis(3 + random.nextInt(50)));
    if (mood.isClosed()) {
      return new SendOutcome.Unknown("HTTP 503: maintenance");
    }
    if (faults.strikes(Fault.NEVER_ARRIVES)) {
      return new SendOutcome.Unknown("connection reset");
    }
    if (faults.strikes(Fault.LATE_ARRIVAL)) {
      clock.at(clock.now().plusMillis(random.nextInt(20_000)), () -> taken(ticket));
      clock.advanceTo(clock.now().plus(CLIENT_TIMEOUT));
      return new SendOutcome.Unknown("read timed out");
    }
    if (faults.strikes(Fault.DEFINITIVE_REJECT)) {
      return new SendOutcome.Rejected("-2019", "margin is insufficient");
    }
    if (faults.strikes(Fault.AMBIGUOUS_CODE)) {
      if (random.nextBoolean()) {
        taken(ticket);
      }
      return new SendOutcome.Unknown("code -1007: the status of the request is not known");
    }
    SendOutcome outcome = taken(ticket);
    if (faults.strikes(Fault.LOST_ACK)) {
      clock.advanceTo(clock.now().plus(CLIENT_TIMEOUT));
      return new SendOutcome.Unknown("read timed out");
    }
    if (faults.strikes(Fault.SLOW_ACK)) {
      clock.advanceTo(clock.now().plusMillis(random.nextInt(9_000)));
    }
    return outcome;
  }

  /** What the venue does when a request reaches it. */
  private SendOutcome taken(OrderTicket ticket) {
    Instant now = clock.now();
    if (terms.requestExpiry() != RequestExpiry.NONE && now.isAfter(ticket.validUntil())) {
      return new SendOutcome.Rejected("-1021", "outside of the time for which it was signed");
    }
    SimOrder before = orders.get(ticket.clientOrderId());
    if (before != null && isTooMuchAlike(before)) {
      return new SendOutcome.Unknown("code -4116: the client order id is in use");
    }
    boolean reduceOnly = ticket.reduceOnly() && !faults.strikes(Fault.DROPPED_REDUCE_ONLY);
    if (reduceOnly && isRefusedAsReduceOnly(ticket)) {
      return new SendOutcome.Rejected("-2022", "reduce-only order is rejected");
    }
    boolean rests = ticket.timeInForce().rests();
    if (rests && random.nextInt(8) == 0) {
      return new SendOutcome.Rejected("-5022", "post-only order would take");
    }
    boolean losesItsLife = faults.strikes(Fault.DROPPED_FLAG);
    SimOrder order =
        new SimOrder(
            ticket,
            truth.nextOrderId(),
            losesItsLife ? "GTC" : ticket.timeInForce().name(),
            reduceOnly,
            before != null,
            now,
            split(ticket));
    Duration odd = oddLag();
    order.delay(lag(Fault.ORDER_LAG).plus(odd), lag(Fault.STATUS_LAG));
    orders.put(ticket.clientOrderId(), order);
    if (isOfTheBot(ticket)) {
      live.add(order);
    }
    if (isOfTheBot(ticket)) {
      watch.onAccepted(order);
    }
    if (faults.strikes(Fault.ASYNC_REJECT)) {
      order.become(VenueOrder.Status.REJECTED, Contracts.ZERO, now);
      return new SendOutcome.Accepted(order.answer(true));
    }
    if (rests) {
      rest(order, odd);
      return new SendOutcome.Accepted(order.answer(true));
    }
    if (faults.strikes(Fault.SLOW_MATCH)) {
      clock.at(now.plusMillis(random.nextInt(8_000)), () -> matched(order, losesItsLife, odd));
      return new SendOutcome.Accepted(order.answer(true));
    }
    execute(order, losesItsLife, odd);
    boolean isAcknowledgedFirst = random.nextInt(4) == 0;
    return new SendOutcome.Accepted(order.answer(isAcknowledgedFirst));
  }

  /** The matching of an order that has worked for a while, unless somebody has canceled it. */
  private void matched(SimOrder order, boolean rests, Duration odd) {
    if (order.isClosed()) {
      return;
    }
    if (random.nextInt(4) == 0) {
      // Such as by self-trade prevention: nobody asked for it.
      order.become(VenueOrder.Status.CANCELED, Contracts.ZERO, clock.now());
    } else {
      execute(order, rests, odd);
    }
  }

  private boolean isTooMuchAlike(SimOrder before) {
    return switch (terms.uniqueness()) {
      case NONE -> false;
      case OPEN -> !before.isClosed();
      case FOREVER -> true;
    };
  }

  private boolean isRefusedAsReduceOnly(OrderTicket ticket) {
    Contracts position = truth.position(ticket.instrument());
    boolean reduces =
        position.value().signum() * ticket.side().signed(ticket.orderQty()).value().signum() < 0;
    boolean isTooLarge = ticket.orderQty().compareTo(position.abs()) > 0;
    return !reduces || (isTooLarge && faults.strikes(Fault.STRICT_REDUCE_ONLY));
  }

  private Duration oddLag() {
    return faults.strikes(Fault.LAG_BEYOND_TRUST)
        ? Duration.ofMillis(random.nextInt(5_000, 120_000))
        : Duration.ZERO;
  }

  private Duration lag(Fault kind) {
    return faults.strikes(kind)
        ? Duration.ofMillis(random.nextLong(VenueTerms.TRUSTED_LAG.toMillis() / 2))
        : Duration.ZERO;
  }

  private void execute(SimOrder order, boolean rests, Duration odd) {
    OrderTicket ticket = order.ticket();
    BigDecimal lot = spec(ticket.instrument()).lotSize();
    BigDecimal wanted = ticket.orderQty().value();
    if (faults.strikes(Fault.MISSED_FILL)) {
      wanted = BigDecimal.ZERO;
    } else if (faults.strikes(Fault.PARTIAL_FILL)) {
      wanted = part(wanted, lot);
    }
    BigDecimal filled = order.holdsReduceOnly() ? wanted.min(room(ticket)) : wanted;
    boolean isWorkedLonger = faults.looms(Fault.WORKED_LONGER);
    BigDecimal first =
        isWorkedLonger || faults.strikes(Fault.SEVERAL_FILLS) ? part(filled, lot) : filled;
    if (isWorkedLonger && isPart(first, filled)) {
      faults.happened(Fault.WORKED_LONGER);
      order.become(VenueOrder.Status.PARTIALLY_FILLED, new Contracts(first), clock.now());
      order.showFirst(new Contracts(first));
      fill(order, BigDecimal.ZERO, first, odd);
      clock.at(
          clock.now().plusMillis(random.nextLong(timeLeft(order))),
          () -> workOff(order, filled, rests, odd));
      return;
    }
    end(order, filled, rests);
    if (isPart(first, filled)) {
      order.showFirst(new Contracts(first));
    }
    fill(order, BigDecimal.ZERO, first, odd);
    fill(order, first, filled.subtract(first), odd);
  }

  /** Somebody may trade with it now and then, as long as it rests. */
  private void rest(SimOrder order, Duration odd) {
    int trades = random.nextInt(4);
    for (int i = 0; i < trades; i++) {
      boolean takesAll = random.nextInt(3) == 0;
      clock.at(
          clock.now().plusMillis(random.nextInt(90_000)), () -> tradeWith(order, takesAll, odd));
    }
  }

  private void tradeWith(SimOrder order, boolean takesAll, Duration odd) {
    if (order.isClosed()) {
      return;
    }
    BigDecimal lot = spec(order.ticket().instrument()).lotSize();
    BigDecimal before = order.filled().value();
    BigDecimal left = order.ticket().orderQty().value().subtract(before);
    BigDecimal wanted = takesAll ? left : part(left, lot);
    BigDecimal more = order.holdsReduceOnly() ? wanted.min(room(order.ticket())) : wanted;
    if (order.holdsReduceOnly() && room(order.ticket()).signum() == 0) {
      order.become(VenueOrder.Status.EXPIRED, order.filled(), clock.now());
      return;
    }
    end(order, before.add(more), true);
    fill(order, before, more, odd);
  }

  private static boolean isPart(BigDecimal part, BigDecimal whole) {
    return part.signum() > 0 && part.compareTo(whole) < 0;
  }

  /** What is left to reduce: the position may have turned since the order was taken. */
  private BigDecimal room(OrderTicket ticket) {
    Contracts held = truth.position(ticket.instrument());
    boolean stillReduces =
        held.value().signum() * ticket.side().signed(ticket.orderQty()).value().signum() < 0;
    return stillReduces ? held.abs().value() : BigDecimal.ZERO;
  }

  /** How long the venue may still work on an order, in milliseconds: less than the time that it promises. */
  private long timeLeft(SimOrder order) {
    long elapsed = Duration.between(order.takenAt(), clock.now()).toMillis();
    return Math.max(1, LONGEST_WORK.toMillis() - elapsed);
  }

  /** Executes what is left of an order of which a part was executed, unless somebody has canceled it. */
  private void workOff(SimOrder order, BigDecimal wanted, boolean rests, Duration odd) {
    if (order.isClosed()) {
      return;
    }
    BigDecimal before = order.filled().value();
    BigDecimal left = wanted.subtract(before);
    BigDecimal more = order.holdsReduceOnly() ? left.min(room(order.ticket())) : left;
    end(order, before.add(more), rests);
    fill(order, before, more, odd);
  }

  private void end(SimOrder order, BigDecimal filled, boolean rests) {
    VenueOrder.Status open =
        filled.signum() == 0 ? VenueOrder.Status.NEW : VenueOrder.Status.PARTIALLY_FILLED;
    VenueOrder.Status unfilled = rests ? open : VenueOrder.Status.EXPIRED;
    boolean isFull = filled.compareTo(order.ticket().orderQty().value()) == 0;
    order.become(isFull ? VenueOrder.Status.FILLED : unfilled, new Contracts(filled), clock.now());
  }

  /** Executes some of an order after some was executed before, under each of the venue's ids what belongs to it. */
  private void fill(SimOrder order, BigDecimal before, BigDecimal quantity, Duration odd) {
    BigDecimal firstOnly =
        order
            .split()
            .map(two -> two.size().value().subtract(before).max(BigDecimal.ZERO).min(quantity))
            .orElse(quantity);
    execute(order, before, firstOnly, odd);
    execute(order, before.add(firstOnly), quantity.subtract(firstOnly), odd);
  }

  private void execute(SimOrder order, BigDecimal before, BigDecimal quantity, Duration odd) {
    if (quantity.signum() == 0) {
      return;
    }
    OrderTicket ticket = order.ticket();
    truth.execute(
        ticket.instrument(),
        order.orderOf(new Contracts(before)),
        ticket.side(),
        new Contracts(quantity),
        clock.now());
    Fill fill = truth.fills.get(truth.fills.size() - 1);
    fills.delay(fill, lag(Fault.FILL_LAG).plus(odd));
    if (isOfTheBot(ticket)) {
      watch.onExecuted(order, fill);
    } else {
      watch.onForeign(fill);
    }
  }

  /** Two orders of one, if the venue makes them. */
  private Optional<SimSplit> split(OrderTicket ticket) {
    if (!faults.looms(Fault.SPLIT_ORDER)) {
      return Optional.empty();
    }
    BigDecimal lot = spec(ticket.instrument()).lotSize();
    BigDecimal first = part(ticket.orderQty().value(), lot);
    boolean showsParts = terms.splitsOrders() && random.nextBoolean();
    boolean showsSecond = random.nextBoolean();
    if (first.signum() == 0) {
      return Optional.empty();
    }
    faults.happened(Fault.SPLIT_ORDER);
    return Optional.of(
        new SimSplit(truth.nextOrderId(), new Contracts(first), showsParts, showsSecond));
  }

  private static boolean isOfTheBot(OrderTicket ticket) {
    return !Rival.sent(ticket.clientOrderId().value());
  }

  private BigDecimal part(BigDecimal whole, BigDecimal lot) {
    return Decimals.towardZeroToStep(
        whole.multiply(BigDecimal.valueOf(1 + random.nextInt(99), 2)), lot);
  }

  private InstrumentSpec spec(InstrumentId id) {
    return specs.stream().filter(spec -> spec.id().equals(id)).findFirst().orElseThrow();
  }

  Optional<ClientOrderId> clientIdOf(VenueOrderId order) {
    return orders.values().stream()
        .filter(known -> known.isOrder(order))
        .map(known -> known.ticket().clientOrderId())
        .findFirst();
  }

  /** True if there was something to cancel. */
  boolean cancel(ClientOrderId id) {
    SimOrder order = orders.get(id);
    if (order == null || order.isClosed()) {
      return false;
    }
    order.become(VenueOrder.Status.CANCELED, order.filled(), clock.now());
    return true;
  }
}
