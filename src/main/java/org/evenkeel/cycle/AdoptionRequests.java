package org.evenkeel.cycle;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.route.AdoptedOrder;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.statement.RequestRow;

/**
 * The answer of two persons for an order that somebody else has sent: it is taken into the books at full size.
 *
 * <p>The venue is asked again when it is carried out. An order that is gone, that is not the one both have seen, that is
 * one of the bot's, or that the limits do not carry is not taken in: it is to be canceled.
 *
 * <p>Single-threaded.
 */
public final class AdoptionRequests implements RequestHandler {

  private static final String KIND = "order-adopt";

  private final Venues venues;
  private final Journal journal;
  private final Headroom headroom;
  private final Clock clock;

  AdoptionRequests(Venues venues, Journal journal, Headroom headroom, Clock clock) {
    this.venues = venues;
    this.journal = journal;
    this.headroom = headroom;
    this.clock = clock;
  }

  /**
   * The request to take an order in.
   *
   * @param instrument what it trades
   * @param clientOrderId its name, as its lock says
   * @param shown what the venue shows of it, as its lock says
   */
  public static Request of(String instrument, String clientOrderId, String shown) {
    return new Request(
        KIND,
        "adopt order " + clientOrderId + " of " + instrument,
        instrument + "\n" + clientOrderId + "\n" + shown);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Result<Work> prepare(RequestRow request) {
    List<String> lines = request.request().payload().lines().toList();
    InstrumentId instrument = InstrumentId.of(lines.get(0));
    ClientOrderId id = ClientOrderId.of(lines.get(1));
    String agreed = lines.get(2);
    return venues
        .of(instrument)
        .openOrders(instrument)
        .then(
            open ->
                open.stream()
                    .filter(order -> order.clientOrderId().equals(id))
                    .findFirst()
                    .map(order -> judged(order, agreed))
                    .orElseGet(
                        () -> no("the venue shows no open order " + id + " of " + instrument)))
        .then(order -> headroom.objection(order).then(found -> checked(order, found)))
        .map(order -> work(order, request));
  }

  private Result<VenueOrder> judged(VenueOrder order, String agreed) {
    String shown = AdoptedOrder.describe(order);
    if (journal.attempt(order.clientOrderId()).isPresent()) {
      return no("order " + order.clientOrderId() + " is one of the bot's own");
    }
    if (journal.adoptions().of(order.instrument(), order.venueOrderId()).isPresent()) {
      return no(
          "order "
              + order.clientOrderId()
              + " was adopted before; if it was made larger since, cancel it: evenkeel cancel "
              + order.clientOrderId());
    }
    return shown.equals(agreed)
        ? Result.ok(order)
        : no("the order is not the one that was agreed on; it is now: " + shown);
  }

  private static Result<VenueOrder> checked(VenueOrder order, Optional<Refusal> objection) {
    return objection.isEmpty()
        ? Result.ok(order)
        : no(
            objection.get().detail()
                + "; the limits do not carry it, cancel it: evenkeel cancel "
                + order.clientOrderId());
  }

  private Work work(VenueOrder order, RequestRow request) {
    AdoptedOrder adopted =
        new AdoptedOrder(
            order.instrument(),
            order.venueOrderId(),
            order.clientOrderId(),
            order.side(),
            order.orderQty(),
            order.reduceOnly(),
            request.persons(),
            request.reason(),
            order.toString(),
            request.number(),
            Contracts.ZERO);
    return () -> {
      journal.adoptions().adopt(adopted, clock.now());
      return adopted + ": counts at full size from now on";
    };
  }

  private static <T> Result<T> no(String why) {
    return Result.refused(RefusalReason.APPROVAL, why);
  }
}
