package org.evenkeel.shell.simulate;

import static org.evenkeel.shell.simulate.Violation.require;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.TargetPosition;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.settle.Fill;

/** What may go on the wire: I3, I4 and I8 to I13, and the order of legs, I25. */
final class RequestJudge {

  /** The host's clock and the venue's may differ by what start-up lets pass, and a call takes its time. */
  private static final Duration CLOCKS = Duration.ofSeconds(3);

  /** Fees between the moment at which the bot valued its account and now. */
  private static final BigDecimal TEN_PER_MILLE = new BigDecimal("1.01");

  /** What was sent, and by whom. */
  private record Sent(OrderTicket ticket, long process, CycleId cycle) {}

  /** The value of an order, and when it was signed. */
  private record Ordered(Instant signedAt, BigDecimal notional) {}

  /** What one cycle has done so far. */
  private static final class Done {
    int orders = 0;
    boolean hasAdded = false;
    BigDecimal traded = BigDecimal.ZERO;
  }

  private final Memory memory;
  private final SimVenue venue;
  private final Leadership leadership;
  private final Limits limits = SimMarket.STRATEGY.limits();
  private final Map<InstrumentId, InstrumentSpec> specs = new TreeMap<>();
  private final Map<ClientOrderId, Sent> sent = new LinkedHashMap<>();
  private final Map<CycleId, Done> cycles = new LinkedHashMap<>();
  private final List<Ordered> lastMinute = new ArrayList<>();
  private Instant stateChangedAt = Instant.EPOCH;

  RequestJudge(Memory memory, SimVenue venue, Leadership leadership) {
    this.memory = memory;
    this.venue = venue;
    this.leadership = leadership;
    SimMarket.SPECS.forEach(spec -> specs.put(spec.id(), spec));
  }

  void tradingStateChanged(Instant at) {
    stateChangedAt = at;
  }

  /** The database holds an older state; what was sent was sent, but its cycles begin anew. */
  void restored() {
    cycles.clear();
    lastMinute.clear();
  }

  void onSend(OrderTicket ticket) {
    ClientOrderId id = ticket.clientOrderId();
    Attempt attempt = memory.attempts.get(id);
    require(attempt != null, "I4", () -> "sent without a committed attempt: " + ticket);
    require(!sent.containsKey(id), "I8", () -> "sent twice: " + ticket);
    if (attempt == null) {
      return;
    }
    require(
        attempt.ticket().equals(ticket),
        "I8",
        () -> "committed as " + attempt.ticket() + ", sent as " + ticket);
    Intent intent = memory.intents.get(attempt.intent());
    require(
        intent != null
            && intent.side() == ticket.side()
            && intent.reduceOnly() == ticket.reduceOnly()
            && intent.quantity().compareTo(ticket.orderQty()) >= 0,
        "I4",
        () -> "sent without a committed intent for it, but for " + intent + ": " + ticket);
    if (intent == null) {
      return;
    }
    CycleId cycle = intent.cycle();
    sent.put(id, new Sent(ticket, leadership.speaker(), cycle));
    checkShape(ticket);
    // What an overtaken process sends was right when it was committed; that nobody takes it is I9.
    if (!leadership.isOvertaken()) {
      checkPermission(ticket);
      checkAmount(ticket, cycles.computeIfAbsent(cycle, key -> new Done()));
      checkTarget(ticket, cycle);
    }
  }

  /** I12: the grid, the smallest order, the collar around the newest price that the bot was shown. */
  private void checkShape(OrderTicket ticket) {
    InstrumentSpec spec = specs.get(ticket.instrument());
    require(spec != null, "I12", () -> "an instrument that is not traded: " + ticket);
    Optional<Quote> quote = venue.lastQuote(ticket.instrument());
    require(quote.isPresent(), "I12", () -> "no price was ever shown: " + ticket);
    if (spec == null) {
      return;
    }
    BigDecimal quantity = ticket.orderQty().value();
    BigDecimal price = ticket.limitPrice().value();
    BigDecimal mark = quote.orElseThrow().mark().value();
    require(
        quantity.remainder(spec.lotSize()).signum() == 0
            && price.remainder(spec.tickSize()).signum() == 0,
        "I12",
        () -> "not a multiple of lot and tick: " + ticket);
    require(
        quantity.compareTo(spec.minQty()) >= 0
            && (ticket.reduceOnly()
                || quantity.multiply(mark).multiply(spec.multiplier()).compareTo(spec.minNotional())
                    >= 0),
        "I12",
        () -> "smaller than the venue takes: " + ticket);
    require(
        price.subtract(mark).abs().compareTo(mark.multiply(limits.priceCollar().value())) <= 0,
        "I12",
        () -> "further from " + mark + " than the collar: " + ticket);
  }

  /** I10: the trading state, breaks, open orders and the age of the price. */
  private void checkPermission(OrderTicket ticket) {
    boolean mayAdd = memory.tradingState == TradingState.ACTIVE;
    boolean isOld = !ticket.signedAt().isAfter(stateChangedAt.plusMillis(100));
    require(
        mayAdd
            || isOld
            || ticket.reduceOnly()
            || ticket.instrument().equals(SimMarket.STABLECOIN.id()),
        "I10",
        () -> "adds while " + memory.tradingState + ": " + ticket);
    if (!closes(ticket)) {
      Lock.objection(memory.locks, ticket.instrument(), ticket.reduceOnly())
          .ifPresent(
              lock -> require(false, "I10", () -> "sends " + ticket + " in spite of " + lock));
    }
    require(
        ticket.reduceOnly()
            || memory.open().stream()
                .noneMatch(
                    other ->
                        other.ticket().instrument().equals(ticket.instrument())
                            && !other.ticket().clientOrderId().equals(ticket.clientOrderId())),
        "I10",
        () -> "adds beside an open order: " + ticket);
    Instant shown = venue.lastQuote(ticket.instrument()).orElseThrow().venueTime();
    require(
        Duration.between(shown, venue.now()).compareTo(limits.maxQuoteAge().plus(CLOCKS)) <= 0,
        "I10",
        () -> "trades at a price of " + shown + ": " + ticket);
  }

  /** True if a flatten sends it, the one exception to the freeze of an instrument. */
  private boolean closes(OrderTicket ticket) {
    Attempt attempt = memory.attempts.get(ticket.clientOrderId());
    Intent intent = attempt == null ? null : memory.intents.get(attempt.intent());
    return intent != null && memory.cycle(intent.cycle()).slot.occasion() == Slot.Occasion.FLATTEN;
  }

  /** I17: once the operator has killed, nothing is accepted that could leave more than is held. */
  private void checkKilled(OrderTicket ticket) {
    BigDecimal held = venue.truth().position(ticket.instrument()).value();
    BigDecimal after = held.add(ticket.side().signed(ticket.orderQty()).value());
    boolean adds = !ticket.reduceOnly() && after.abs().compareTo(held.abs()) > 0;
    boolean isOld = !ticket.signedAt().isAfter(stateChangedAt.plusMillis(100));
    require(
        !(adds && memory.tradingState.isKilled() && !isOld),
        "I17",
        () -> memory.tradingState + " with " + held + " held, and the venue took " + ticket);
  }

  /** I11, I13 and I25. */
  private void checkAmount(OrderTicket ticket, Done done) {
    InstrumentId instrument = ticket.instrument();
    BigDecimal mark = venue.lastQuote(instrument).orElseThrow().mark().value();
    BigDecimal notional =
        ticket
            .orderQty()
            .value()
            .multiply(mark)
            .multiply(SimMarket.multiplier(ticket.instrument()));
    done.orders++;
    require(
        notional.compareTo(limits.maxOrderNotional()) <= 0
            && done.orders <= limits.maxOrdersPerCycle(),
        "I13",
        () -> "order " + done.orders + " of the cycle, of " + notional + ": " + ticket);
    if (!closes(ticket)) {
      checkMinute(ticket, notional);
    }
    if (ticket.reduceOnly() && !closes(ticket)) {
      BigDecimal held = memory.balances().position(instrument).value();
      BigDecimal after = held.add(ticket.side().signed(ticket.orderQty()).value());
      require(
          after.signum() * held.signum() >= 0 && after.abs().compareTo(held.abs()) < 0,
          "I11",
          () -> "reduce-only, and the ledger holds " + held + ": " + ticket);
      require(!done.hasAdded, "I25", () -> "reduces after the cycle has added: " + ticket);
    } else if (!ticket.reduceOnly()) {
      done.hasAdded = true;
      BigDecimal most =
          venue.truth().nav().multiply(limits.maxCycleTurnover().value()).multiply(TEN_PER_MILLE);
      require(
          done.traded.add(notional).compareTo(most) <= 0,
          "I13",
          () -> "the cycle has traded " + done.traded + " of " + most + ", and sends " + ticket);
    }
  }

  /** I13: the value of what is ordered within a minute; a little less of one, for the clocks. */
  private void checkMinute(OrderTicket ticket, BigDecimal notional) {
    Instant since = ticket.signedAt().minusSeconds(60).plus(CLOCKS);
    lastMinute.removeIf(order -> order.signedAt().isBefore(since));
    lastMinute.add(new Ordered(ticket.signedAt(), notional));
    BigDecimal sum =
        lastMinute.stream().map(Ordered::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
    require(
        sum.compareTo(limits.maxNotionalPerMinute().multiply(TEN_PER_MILLE)) <= 0,
        "I13",
        () -> sum + " ordered within a minute with " + ticket);
  }

  /** I13: whatever is sent leads from what the ledger holds toward the plan's target, and not beyond it. */
  private void checkTarget(OrderTicket ticket, CycleId cycle) {
    InstrumentId instrument = ticket.instrument();
    if (!(memory.cycle(cycle).documents().get("plan") instanceof RebalancePlan plan)
        || !SimMarket.isFuture(instrument)) {
      return;
    }
    BigDecimal held = memory.balances().position(instrument).value();
    BigDecimal after = held.add(ticket.side().signed(ticket.orderQty()).value());
    for (TargetPosition target : plan.targets()) {
      BigDecimal wanted = target.target().value();
      require(
          !target.instrument().equals(instrument)
              || (after.compareTo(held.min(wanted)) >= 0 && after.compareTo(held.max(wanted)) <= 0),
          "I13",
          () -> "from " + held + " to " + after + ", the plan wants " + wanted + ": " + ticket);
    }
  }

  /** I9 and I3: nothing of an overtaken process is taken, and nothing twice. */
  void onAccepted(SimOrder order) {
    OrderTicket ticket = order.ticket();
    checkKilled(ticket);
    Sent request = sent.get(ticket.clientOrderId());
    boolean isUnstoppable =
        venue.capabilities().requestExpiry() == VenueCapabilities.RequestExpiry.NONE;
    require(
        request != null && (isUnstoppable || request.process() >= leadership.leader()),
        "I9",
        () ->
            request
                + " was overtaken by process "
                + leadership.leader()
                + ", and the venue took it");
    require(!order.isRepeated(), "I3", () -> "the venue has taken it twice: " + ticket);
  }

  void onExecuted(SimOrder order, Fill fill) {
    Sent request = sent.get(order.ticket().clientOrderId());
    if (request != null) {
      Done done = cycles.computeIfAbsent(request.cycle(), key -> new Done());
      done.traded =
          done.traded.add(
              fill.lastQty()
                  .value()
                  .multiply(fill.lastPx().value())
                  .multiply(SimMarket.multiplier(fill.instrument())));
    }
  }
}
