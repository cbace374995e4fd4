package org.evenkeel.core.route;

import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.route.AttemptState.Absent;
import org.evenkeel.core.route.AttemptState.Canceled;
import org.evenkeel.core.route.AttemptState.Expired;
import org.evenkeel.core.route.AttemptState.Filled;
import org.evenkeel.core.route.AttemptState.New;
import org.evenkeel.core.route.AttemptState.PartiallyFilled;
import org.evenkeel.core.route.AttemptState.PendingNew;
import org.evenkeel.core.route.AttemptState.Quarantined;
import org.evenkeel.core.route.AttemptState.Rejected;
import org.evenkeel.core.route.AttemptState.Settling;
import org.evenkeel.core.route.AttemptState.Unknown;

/**
 * The state machine of an order: from a state and what was learned to the next state, as a pure function.
 *
 * <p>For example, PENDING_NEW and a read timeout give UNKNOWN; UNKNOWN and 'closed, 3 filled' give SETTLING(3);
 * SETTLING(3) with 3 booked gives EXPIRED(3).
 * A terminal state never changes: the attempt to change it throws.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class OrderLifecycle {

  private OrderLifecycle() {}

  /** The state after the one send. */
  public static AttemptState afterSend(Attempt attempt, SendOutcome outcome) {
    if (!(attempt.state() instanceof PendingNew)) {
      throw illegal(attempt, "send outcome " + outcome);
    }
    return switch (outcome) {
      case SendOutcome.Accepted accepted -> afterSighting(attempt, accepted.order());
      case SendOutcome.Rejected rejected -> new Rejected(rejected.code());
      case SendOutcome.Unknown unknown -> new Unknown(unknown.detail());
    };
  }

  /** The whole attempt after the one send, with the venue's id if it was told. */
  public static Attempt answered(Attempt attempt, SendOutcome outcome) {
    Attempt after = attempt.with(afterSend(attempt, outcome));
    return outcome instanceof SendOutcome.Accepted accepted
        ? after.seenAs(accepted.order().venueOrderId())
        : after;
  }

  /**
   * The state after the venue showed the order.
   *
   * <p>Queries lag: an answer that shows less than is known already, or an end undone, is an old one and changes
   * nothing. What is quarantined stays so until an operator decides.
   */
  public static AttemptState afterSighting(Attempt attempt, VenueOrder order) {
    AttemptState now = attempt.state();
    if (now.isTerminal()) {
      throw illegal(attempt, "sighting " + order.status());
    }
    if (now instanceof Quarantined) {
      return now;
    }
    List<String> differences = order.differences(attempt.ticket());
    if (!differences.isEmpty()) {
      return new Quarantined(
          "the venue holds a different order under this client id: "
              + String.join(", ", differences)
              + "; it is "
              + order.status()
              + " with "
              + order.cumQty()
              + " filled");
    }
    boolean isOld = order.cumQty().compareTo(now.cumQty()) < 0;
    if (isOld || (now instanceof Settling && !order.status().isClosed())) {
      return now;
    }
    if (order.status().isClosed()) {
      return new Settling(order.cumQty(), order.status());
    }
    return order.cumQty().isZero() ? new New() : new PartiallyFilled(order.cumQty());
  }

  /**
   * The state after the venue showed one of the orders that it has made of the one that was sent.
   *
   * <p>It says at least how much is filled. If it has ended, nothing is known of the others: they are looked for until a
   * proof as that of absence shows that nothing more will come.
   */
  public static AttemptState afterPart(Attempt attempt, VenueOrder part) {
    AttemptState now = attempt.state();
    if (now.isTerminal()) {
      throw illegal(attempt, "sighting of a part");
    }
    if (now instanceof Quarantined || now instanceof Settling) {
      return now;
    }
    if (part.status().isClosed()) {
      return now instanceof Unknown
          ? now
          : new Unknown(
              "the venue shows "
                  + part.orderQty()
                  + " of it as order "
                  + part.venueOrderId()
                  + ", which is "
                  + part.status()
                  + " with "
                  + part.cumQty()
                  + " filled; what became of the rest is not known");
    }
    Contracts least = part.cumQty().compareTo(now.cumQty()) > 0 ? part.cumQty() : now.cumQty();
    return least.isZero() ? new New() : new PartiallyFilled(least);
  }

  /** The state after the order was not found where it should be visible. */
  public static AttemptState afterNotVisible(Attempt attempt) {
    return switch (attempt.state()) {
      case PendingNew s -> new Unknown("not visible");
      case New s -> new Unknown("was open, is not visible any more");
      case PartiallyFilled s -> new Unknown("was partially filled, is not visible any more");
      case Unknown s -> s;
      case Settling s -> s;
      case Quarantined s -> s;
      case Filled s -> throw illegal(attempt, "not visible");
      case Canceled s -> throw illegal(attempt, "not visible");
      case Expired s -> throw illegal(attempt, "not visible");
      case Rejected s -> throw illegal(attempt, "not visible");
      case Absent s -> throw illegal(attempt, "not visible");
    };
  }

  /** The state after fills were booked: a closed order becomes terminal exactly when its fills add up. */
  public static AttemptState afterBooking(Attempt attempt, Contracts bookedQty) {
    if (attempt.state() instanceof PendingNew) {
      return new Unknown("executed, and not shown yet");
    }
    if (!(attempt.state() instanceof Settling settling)) {
      return attempt.state();
    }
    if (bookedQty.compareTo(settling.cumQty()) > 0) {
      return new Quarantined("booked " + bookedQty + " but the venue says " + settling.cumQty());
    }
    return bookedQty.equals(settling.cumQty()) ? closed(settling) : settling;
  }

  /**
   * The state after the absence proof held; only an attempt without answer can be proved absent.
   *
   * <p>Absent means 'without any effect'. An order of which fills are booked did exist: for it the proof says that it has
   * ended and that nothing more will come.
   */
  public static AttemptState afterAbsenceProof(Attempt attempt, String proof) {
    if (!(attempt.state() instanceof Unknown) && !(attempt.state() instanceof PendingNew)) {
      throw illegal(attempt, "absence proof");
    }
    return withoutFurtherEffect(attempt, proof);
  }

  private static AttemptState withoutFurtherEffect(Attempt attempt, String proof) {
    Contracts booked = attempt.bookedQty();
    if (booked.isZero()) {
      return new Absent(proof);
    }
    boolean isWhole = booked.equals(attempt.ticket().orderQty());
    return new Settling(booked, isWhole ? VenueOrder.Status.FILLED : VenueOrder.Status.EXPIRED);
  }

  /** The state of an unanswered attempt for which no proof can be had any more: an operator decides, knowing why. */
  public static AttemptState afterHopelessProof(Attempt attempt, String reason) {
    if (!(attempt.state() instanceof Unknown) && !(attempt.state() instanceof PendingNew)) {
      throw illegal(attempt, "no proof");
    }
    return new Quarantined(reason);
  }

  /**
   * The state after two persons accepted the venue's closed order as it is, though it is not the one that was asked for:
   * its fills are booked by the usual way.
   */
  public static AttemptState afterAdoption(Attempt attempt, VenueOrder order) {
    if (!(attempt.state() instanceof Quarantined) || !order.status().isClosed()) {
      throw illegal(attempt, "adoption of an order that is " + order.status());
    }
    return new Settling(order.cumQty(), order.status());
  }

  /** The state after two persons declared, with evidence, that nothing came of the order beyond what is booked. */
  public static AttemptState afterDeclaredAbsent(Attempt attempt, String evidence) {
    if (!(attempt.state() instanceof Quarantined)) {
      throw illegal(attempt, "declared absent");
    }
    return withoutFurtherEffect(attempt, evidence);
  }

  /** The state after the venue contradicted our value of what it filled: nothing more is ordered of it until it is explained. */
  public static AttemptState afterContradiction(Attempt attempt, String reason) {
    return attempt.state().isTerminal() ? attempt.state() : new Quarantined(reason);
  }

  /** The state of a closed order whose executions never became visible: an operator looks for them. */
  public static AttemptState afterMissingFills(Attempt attempt, String reason) {
    if (!(attempt.state() instanceof Settling)) {
      throw illegal(attempt, "missing fills");
    }
    return new Quarantined(reason);
  }

  private static AttemptState closed(Settling settling) {
    return switch (settling.verdict()) {
      case FILLED -> new Filled(settling.cumQty());
      case CANCELED -> new Canceled(settling.cumQty());
      case EXPIRED -> new Expired(settling.cumQty());
      case REJECTED ->
          settling.cumQty().isZero()
              ? new Rejected("reported as rejected after acceptance")
              : new Canceled(settling.cumQty());
      case NEW, PARTIALLY_FILLED -> throw new IllegalStateException("not closed: " + settling);
    };
  }

  private static IllegalStateException illegal(Attempt attempt, String event) {
    return new IllegalStateException(
        attempt.ticket().clientOrderId()
            + " is "
            + attempt.state().label()
            + ", which does not go with: "
            + event);
  }
}
