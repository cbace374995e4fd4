package org.evenkeel.shell.simulate;

import static org.evenkeel.shell.simulate.Violation.require;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.settle.Fill;

/** What is true against what is believed (I6), and against the limits (I5). */
final class BeliefJudge {

  /** Fees and rounding between the moment at which the bot valued its account and the one at which an order is taken. */
  private static final BigDecimal ALLOWANCE = new BigDecimal("1.01");

  /** What is held of one instrument. */
  private static final class Holding {
    BigDecimal booked = BigDecimal.ZERO;
    BigDecimal real = BigDecimal.ZERO;
    boolean isTouched = false;
  }

  /** The limits as they were when a request left, in quote currency, and the value of a contract. */
  private record Room(
      BigDecimal instrument, BigDecimal gross, Map<InstrumentId, BigDecimal> marks) {}

  private final Memory memory;
  private final SimVenue venue;
  private final Limits limits = SimMarket.STRATEGY.limits();
  private final TreeMap<InstrumentId, Holding> holdings = new TreeMap<>();
  private final TreeSet<String> unbookedForeign = new TreeSet<>();
  private final TreeMap<ClientOrderId, Room> rooms = new TreeMap<>();
  private boolean isTouched = false;

  BeliefJudge(Memory memory, SimVenue venue) {
    this.memory = memory;
    this.venue = venue;
    for (InstrumentSpec spec : SimMarket.SPECS) {
      holdings.put(spec.id(), new Holding());
    }
  }

  private Holding of(InstrumentId instrument) {
    return holdings.computeIfAbsent(instrument, id -> new Holding());
  }

  private static BigDecimal signed(Fill fill) {
    return fill.side().signed(fill.lastQty()).value();
  }

  private static String key(Fill fill) {
    return fill.instrument().value() + "/" + fill.tradeId().value();
  }

  void touched(InstrumentId instrument) {
    of(instrument).isTouched = true;
    isTouched = true;
  }

  void onExecuted(SimOrder order, Fill fill) {
    Holding holding = of(fill.instrument());
    holding.real = holding.real.add(signed(fill));
    touched(fill.instrument());
    // What is held in all counts here, whoever has traded it: the venue knows no other position.
    BigDecimal after = venue.truth().position(fill.instrument()).value();
    BigDecimal before = after.subtract(signed(fill));
    require(
        !order.ticket().reduceOnly()
            || !order.holdsReduceOnly()
            || after.abs().compareTo(before.abs()) <= 0,
        "I11",
        () -> "reduce-only, and " + before + " became " + after + ": " + order.ticket());
  }

  /** What somebody else trades is not the bot's to know until it has booked it. */
  void onForeign(Fill fill) {
    unbookedForeign.add(key(fill));
  }

  void onBooked(Fill fill) {
    Holding holding = of(fill.instrument());
    holding.booked = holding.booked.add(signed(fill));
    if (unbookedForeign.remove(key(fill))) {
      holding.real = holding.real.add(signed(fill));
    }
    touched(fill.instrument());
  }

  /** Takes the memory as it stands for what is believed; executions of orders that it has lost are somebody else's. */
  void restored() {
    unbookedForeign.clear();
    holdings.values().forEach(holding -> holding.booked = BigDecimal.ZERO);
    holdings.values().forEach(holding -> holding.real = BigDecimal.ZERO);
    memory.fills.values().forEach(fill -> of(fill.instrument()).booked = booked(fill));
    for (Fill fill : venue.truth().fills) {
      boolean isKnown = memory.fills.containsKey(key(fill)) || isOfAKnownOrder(fill.venueOrderId());
      if (isKnown) {
        Holding holding = of(fill.instrument());
        holding.real = holding.real.add(signed(fill));
      } else {
        unbookedForeign.add(key(fill));
      }
    }
  }

  private BigDecimal booked(Fill fill) {
    return of(fill.instrument()).booked.add(signed(fill));
  }

  private boolean isOfAKnownOrder(VenueOrderId order) {
    return venue.orders().values().stream()
        .filter(known -> known.isOrder(order))
        .anyMatch(known -> memory.attempts.containsKey(known.ticket().clientOrderId()));
  }

  /** I6: what is true lies between the ends of what the bot believes. */
  void afterStep() {
    if (!isTouched) {
      return;
    }
    isTouched = false;
    holdings.forEach(
        (instrument, holding) -> {
          if (holding.isTouched) {
            holding.isTouched = false;
            check(instrument, holding);
          }
        });
  }

  private void check(InstrumentId instrument, Holding holding) {
    BigDecimal low = holding.booked;
    BigDecimal high = holding.booked;
    for (Attempt attempt : memory.open()) {
      if (attempt.ticket().instrument().equals(instrument)) {
        BigDecimal leaves =
            attempt.booked(memory.venueOrders.bookedOf(attempt)).worstCaseLeaves().value();
        if (attempt.ticket().side() == Side.BUY) {
          high = high.add(leaves);
        } else {
          low = low.subtract(leaves);
        }
      }
    }
    BigDecimal least = low;
    BigDecimal most = high;
    require(
        holding.real.compareTo(low) >= 0 && holding.real.compareTo(high) <= 0,
        "I6",
        () ->
            instrument
                + " is "
                + holding.real
                + " at the venue, believed "
                + least
                + " to "
                + most);
  }

  /** Remembers how much room there is when a request leaves; what the market does later is not the bot's doing. */
  void onSend(OrderTicket ticket) {
    if (ticket.reduceOnly() || !SimMarket.isFuture(ticket.instrument())) {
      return;
    }
    BigDecimal nav = venue.truth().nav().multiply(ALLOWANCE);
    TreeMap<InstrumentId, BigDecimal> marks = new TreeMap<>();
    venue
        .truth()
        .prices
        .forEach((id, price) -> marks.put(id, price.value().multiply(SimMarket.multiplier(id))));
    rooms.put(
        ticket.clientOrderId(),
        new Room(
            nav.multiply(limits.maxInstrumentExposure().value()),
            nav.multiply(limits.maxGrossLeverage().value()),
            marks));
  }

  /** I5: with every live order executed the worse way, an order that adds stays within the limits. */
  void onAccepted(SimOrder order) {
    Room room = rooms.get(order.ticket().clientOrderId());
    if (room == null) {
      return;
    }
    InstrumentId instrument = order.ticket().instrument();
    BigDecimal held = of(instrument).real.abs();
    BigDecimal worst = worst(instrument);
    if (worst.compareTo(held) <= 0) {
      return;
    }
    BigDecimal notional = worst.multiply(mark(room, instrument));
    require(
        notional.compareTo(room.instrument()) <= 0,
        "I5",
        () -> instrument + " could reach " + notional + ", allowed " + room.instrument());
    BigDecimal gross = BigDecimal.ZERO;
    for (InstrumentId each : holdings.keySet()) {
      if (SimMarket.isFuture(each)) {
        gross = gross.add(worst(each).multiply(mark(room, each)));
      }
    }
    BigDecimal all = gross;
    require(
        gross.compareTo(room.gross()) <= 0,
        "I5",
        () -> "gross exposure could reach " + all + ", allowed " + room.gross());
  }

  private static BigDecimal mark(Room room, InstrumentId instrument) {
    return room.marks().getOrDefault(instrument, BigDecimal.ZERO);
  }

  private BigDecimal worst(InstrumentId instrument) {
    BigDecimal longest = of(instrument).real;
    BigDecimal shortest = longest;
    for (SimOrder live : venue.live()) {
      if (live.ticket().instrument().equals(instrument)) {
        BigDecimal leaves = live.ticket().orderQty().value().subtract(live.filled().value());
        if (live.ticket().side() == Side.BUY) {
          longest = longest.add(leaves);
        } else {
          shortest = shortest.subtract(leaves);
        }
      }
    }
    return longest.abs().max(shortest.abs());
  }

  List<String> positions() {
    return holdings.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue().real)
        .toList();
  }
}
