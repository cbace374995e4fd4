package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.VenueOrder;

/** An order at the simulated venue: what it really is, and from when on queries show which part of it. */
final class SimOrder {

  private final OrderTicket ticket;
  private final VenueOrderId id;
  private final String timeInForce;
  private final boolean reduceOnly;
  private final boolean isRepeated;
  private final Instant takenAt;
  private final Optional<SimSplit> split;
  private Contracts filled = Contracts.ZERO;
  private VenueOrder.Status status = VenueOrder.Status.NEW;
  private Instant changedAt;
  private Duration lag = Duration.ZERO;
  private Duration statusLag = Duration.ZERO;
  private Contracts shownFirst = Contracts.ZERO;

  /**
   * @param timeInForce as the venue understood it
   * @param reduceOnly as the venue understood it
   * @param isRepeated whether the venue has taken an order of this client id before
   * @param split how the venue has made two orders of it, if it has
   */
  SimOrder(
      OrderTicket ticket,
      VenueOrderId id,
      String timeInForce,
      boolean reduceOnly,
      boolean isRepeated,
      Instant takenAt,
      Optional<SimSplit> split) {
    this.ticket = ticket;
    this.id = id;
    this.timeInForce = timeInForce;
    this.reduceOnly = reduceOnly;
    this.isRepeated = isRepeated;
    this.takenAt = takenAt;
    this.split = split;
    this.changedAt = takenAt;
  }

  OrderTicket ticket() {
    return ticket;
  }

  VenueOrderId id() {
    return id;
  }

  /** Whether an order of the venue is this one, or the second one that it has made of it. */
  boolean isOrder(VenueOrderId other) {
    return id.equals(other) || split.map(SimSplit::second).equals(Optional.of(other));
  }

  /** The venue's order of which a contract is executed when so many have been before. */
  VenueOrderId orderOf(Contracts before) {
    return split.filter(two -> before.compareTo(two.size()) >= 0).map(SimSplit::second).orElse(id);
  }

  Optional<SimSplit> split() {
    return split;
  }

  Instant takenAt() {
    return takenAt;
  }

  Contracts filled() {
    return filled;
  }

  boolean holdsReduceOnly() {
    return reduceOnly;
  }

  boolean isRepeated() {
    return isRepeated;
  }

  boolean isClosed() {
    return status.isClosed();
  }

  /** Whether queries hide it for longer than the venue is trusted to. */
  boolean isHiddenBeyondTrust() {
    return lag.compareTo(VenueTerms.TRUSTED_LAG) > 0;
  }

  /** How much later than it happens queries show the order, and its end after that. */
  void delay(Duration orderLag, Duration endLag) {
    lag = orderLag;
    statusLag = endLag;
  }

  /** What is shown of it before its end is: nothing filled, or a part. */
  void showFirst(Contracts part) {
    shownFirst = part;
  }

  /** What an answer to the request says: the truth, or what it was before the end. */
  VenueOrder answer(boolean isEarly) {
    return shown(isEarly ? atFirst() : truth());
  }

  private VenueOrder shown(VenueOrder whole) {
    return split.map(two -> two.shown(whole)).orElse(whole);
  }

  private VenueOrder atFirst() {
    return as(
        shownFirst.isZero() ? VenueOrder.Status.NEW : VenueOrder.Status.PARTIALLY_FILLED,
        shownFirst);
  }

  void become(VenueOrder.Status next, Contracts cumQty, Instant at) {
    status = next;
    filled = cumQty;
    changedAt = at;
  }

  /** What it really is, all in all. */
  VenueOrder truth() {
    return as(status, filled);
  }

  /** What the question for it shows at a moment; nothing before it is visible, and nothing once it is forgotten. */
  Optional<VenueOrder> shownAt(Instant now, Duration forgetsUnfilledAfter) {
    return visible(now, forgetsUnfilledAfter).map(this::shown);
  }

  /** What the list of open orders shows of it at a moment. */
  List<VenueOrder> openAt(Instant now, Duration forgetsUnfilledAfter) {
    return visible(now, forgetsUnfilledAfter)
        .map(
            whole ->
                split
                    .filter(SimSplit::showsParts)
                    .map(two -> List.of(two.first(whole), two.second(whole)))
                    .orElse(List.of(whole)))
        .orElse(List.of())
        .stream()
        .filter(order -> !order.status().isClosed())
        .toList();
  }

  private Optional<VenueOrder> visible(Instant now, Duration forgetsUnfilledAfter) {
    boolean isForgotten =
        isClosed() && filled.isZero() && now.isAfter(changedAt.plus(forgetsUnfilledAfter));
    if (now.isBefore(takenAt.plus(lag)) || isForgotten) {
      return Optional.empty();
    }
    boolean showsTheEnd = !now.isBefore(changedAt.plus(lag).plus(statusLag));
    return Optional.of(showsTheEnd ? truth() : atFirst());
  }

  private VenueOrder as(VenueOrder.Status shown, Contracts cumQty) {
    return new VenueOrder(
        ticket.clientOrderId(),
        id,
        ticket.instrument(),
        ticket.side(),
        ticket.orderQty(),
        cumQty,
        BigDecimal.ZERO,
        shown,
        timeInForce,
        reduceOnly,
        changedAt);
  }
}
