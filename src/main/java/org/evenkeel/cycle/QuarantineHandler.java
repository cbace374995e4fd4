package org.evenkeel.cycle;

import java.util.List;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderLifecycle;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.statement.RequestRow;

/**
 * The end of a quarantine by two persons: the venue's order is accepted as it is, or declared absent with evidence.
 *
 * <p>An order that is accepted is settled by the usual way afterwards; it must have ended at the venue, because nothing
 * that still works may differ from what was asked for.
 *
 * <p>Single-threaded.
 */
public final class QuarantineHandler implements RequestHandler {

  private static final String KIND = "order-resolve";
  private static final String ADOPT = "adopt";
  private static final String ABSENT = "absent";

  private final Venues venues;
  private final Journal journal;
  private final Clock clock;

  public QuarantineHandler(Venues venues, Journal journal, Clock clock) {
    this.venues = venues;
    this.journal = journal;
    this.clock = clock;
  }

  /** The request to accept the venue's order under a client id as it is. */
  public static Request adopt(String clientOrderId, String detail) {
    return request(clientOrderId, ADOPT, "quarantined: " + detail);
  }

  /** The request to declare that an order never existed or ended without effect. */
  public static Request absent(String clientOrderId, String detail, String evidence) {
    return request(
        clientOrderId,
        ABSENT,
        "quarantined: " + detail + "\nevidence: " + evidence.strip().replace('\n', ' '));
  }

  private static Request request(String id, String verdict, String details) {
    return new Request(KIND, "order " + id + " " + verdict, id + "\n" + verdict + "\n" + details);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Result<Work> prepare(RequestRow request) {
    List<String> lines = request.request().payload().lines().toList();
    ClientOrderId id = ClientOrderId.of(lines.get(0));
    return journal
        .attempt(id)
        .filter(attempt -> attempt.state() instanceof AttemptState.Quarantined)
        .map(attempt -> lines.get(1).equals(ADOPT) ? adopted(attempt) : absent(attempt, lines))
        .orElseGet(
            () ->
                Result.refused(
                    RefusalReason.APPROVAL, "no order " + id + " is in quarantine any more"));
  }

  private Result<Work> adopted(Attempt attempt) {
    ClientOrderId id = attempt.ticket().clientOrderId();
    return switch (venues
        .of(attempt.ticket().instrument())
        .lookup(id, attempt.ticket().instrument())) {
      case Lookup.Found found -> adopted(attempt, found.order());
      case Lookup.NotVisible none ->
          Result.refused(
              RefusalReason.APPROVAL,
              "the venue shows no order " + id + "; with evidence it can be declared absent");
      case Lookup.Unreadable failure ->
          Result.refused(RefusalReason.VENUE_UNAVAILABLE, failure.detail());
    };
  }

  private Result<Work> adopted(Attempt attempt, VenueOrder order) {
    if (!order.status().isClosed()) {
      venues.of(order.instrument()).cancel(order.clientOrderId(), order.instrument());
      return Result.refused(
          RefusalReason.VENUE_UNAVAILABLE,
          "the order is still open at the venue; it is being canceled");
    }
    boolean isPart =
        venues.of(order.instrument()).capabilities().splitsOrders()
            && order.orderQty().compareTo(attempt.ticket().orderQty()) < 0;
    if (isPart) {
      return Result.refused(
          RefusalReason.APPROVAL,
          "the venue has split the order and shows "
              + order.orderQty()
              + " of it only; once the venue's page shows all of its orders closed and "
              + attempt.bookedQty()
              + " contracts filled in all, declare that nothing came of it beyond those");
    }
    return Result.ok(
        () ->
            move(
                attempt,
                attempt
                    .seenAs(order.venueOrderId())
                    .with(OrderLifecycle.afterAdoption(attempt, order)),
                "adopted by two persons: " + order));
  }

  private Result<Work> absent(Attempt attempt, List<String> lines) {
    String evidence = lines.get(lines.size() - 1);
    return Result.ok(
        () ->
            move(
                attempt,
                attempt.with(OrderLifecycle.afterDeclaredAbsent(attempt, evidence)),
                "declared absent by two persons; " + evidence));
  }

  private String move(Attempt before, Attempt after, String event) {
    journal.advance(before, after, clock.now(), event);
    return before.ticket().clientOrderId() + " is " + after.state().label();
  }
}
