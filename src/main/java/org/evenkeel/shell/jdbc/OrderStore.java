package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.Arrival;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.shell.jdbc.AttemptRows.StateColumns;
import org.evenkeel.shell.jdbc.Fence.Stamp;
import org.jspecify.annotations.Nullable;

/** Intents, attempts and their events. */
final class OrderStore {

  private static final String INSERT_INTENT =
      """
      insert into intent
        (intent_id, cycle_id, instrument, leg, side, quantity, reduce_only, arrival_price, run_id, epoch)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_ATTEMPT =
      """
      insert into attempt
        (client_order_id, intent_id, cycle_id, number, instrument, side, order_qty, limit_price,
         time_in_force, reduce_only, signed_at, valid_until, request_hash, state, committed_at,
         updated_at, run_id, epoch)
      values (?, ?, (select cycle_id from intent where intent_id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** A venue order id that is known stays; a second one under the same client id is told in the state's detail. */
  private static final String MOVE =
      """
      update attempt
      set state = ?, cum_qty = ?, detail = ?, verdict = ?,
          venue_order_id = coalesce(venue_order_id, ?), updated_at = ?
      where client_order_id = ? and state = ? and cum_qty = ? and detail = ?
        and verdict is not distinct from ?
      """;

  private static final String INSERT_EVENT =
      """
      insert into attempt_event
        (client_order_id, cycle_id, event, from_state, to_state, cum_qty, detail, at, run_id, epoch)
      values (?, (select cycle_id from attempt where client_order_id = ?), ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Fence fence;

  OrderStore(Fence fence) {
    this.fence = fence;
  }

  void commitIntents(List<Intent> intents) {
    fence.write("commit intents", (sql, stamp) -> insertIntents(sql, stamp, intents));
  }

  /** Inserts intents inside a transaction that already holds the lease. */
  static int insertIntents(Sql sql, Stamp stamp, List<Intent> intents) throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Intent intent : intents) {
      rows.add(
          new @Nullable Object[] {
            intent.id().value(),
            intent.cycle().value(),
            intent.instrument().value(),
            intent.leg(),
            intent.side().name(),
            intent.quantity().value(),
            intent.reduceOnly(),
            intent.arrivalPrice().value(),
            stamp.runId(),
            stamp.epoch()
          });
    }
    sql.batch(INSERT_INTENT, rows);
    return rows.size();
  }

  void commitAttempt(Attempt attempt, Instant committedAt) {
    if (!(attempt.state() instanceof AttemptState.PendingNew)) {
      throw new IllegalArgumentException(
          "an attempt is committed in PENDING_NEW, found " + attempt.state().label());
    }
    fence.write(
        "commit the attempt " + attempt.ticket().clientOrderId(),
        (sql, stamp) -> insertAttempt(sql, stamp, attempt, committedAt, "committed"));
  }

  /** The same with the market that it meets, in one transaction. */
  void commitAttempt(Attempt attempt, Instant committedAt, Arrival arrival) {
    fence.write(
        "commit the attempt " + attempt.ticket().clientOrderId(),
        (sql, stamp) -> {
          insertAttempt(sql, stamp, attempt, committedAt, "committed");
          return CostRows.arrived(sql, stamp, attempt.ticket().clientOrderId(), arrival);
        });
  }

  /** Inserts an attempt inside a transaction that already holds the lease. */
  static int insertAttempt(Sql sql, Stamp stamp, Attempt attempt, Instant committedAt, String event)
      throws SQLException {
    OrderTicket ticket = attempt.ticket();
    sql.update(
        INSERT_ATTEMPT,
        ticket.clientOrderId().value(),
        attempt.intent().value(),
        attempt.intent().value(),
        attempt.number(),
        ticket.instrument().value(),
        ticket.side().name(),
        ticket.orderQty().value(),
        ticket.limitPrice().value(),
        ticket.timeInForce().name(),
        ticket.reduceOnly(),
        ticket.signedAt(),
        ticket.validUntil(),
        ticket.requestHash().value(),
        attempt.state().label(),
        committedAt,
        committedAt,
        stamp.runId(),
        stamp.epoch());
    appendEvent(sql, stamp, Optional.empty(), attempt, committedAt, event);
    return 1;
  }

  void advance(Attempt before, Attempt after, Instant at, String event) {
    fence.write(
        "advance the attempt " + before.ticket().clientOrderId(),
        (sql, stamp) -> {
          move(sql, stamp, before, after, at, event);
          return 1;
        });
  }

  /** Moves an attempt inside a transaction that already holds the lease. */
  static void move(Sql sql, Stamp stamp, Attempt before, Attempt after, Instant at, String event)
      throws SQLException {
    ClientOrderId id = before.ticket().clientOrderId();
    if (!id.equals(after.ticket().clientOrderId())) {
      throw new IllegalArgumentException(id + " cannot become " + after.ticket().clientOrderId());
    }
    StateColumns from = StateColumns.of(before.state());
    StateColumns to = StateColumns.of(after.state());
    if (before.state().isTerminal()) {
      requireStored(sql, id, from);
      if (!from.equals(to)) {
        throw new IllegalStateException(id + " is " + from.label() + ", which nothing may change");
      }
    } else {
      int moved =
          sql.update(
              MOVE,
              to.label(),
              to.cumQty(),
              to.detail(),
              to.verdict().orElse(null),
              after.venueOrderId().map(VenueOrderId::value).orElse(null),
              at,
              id.value(),
              from.label(),
              from.cumQty(),
              from.detail(),
              from.verdict().orElse(null));
      if (moved == 0) {
        requireStored(sql, id, from);
      }
    }
    appendEvent(sql, stamp, Optional.of(from.label()), after, at, event);
  }

  private static void requireStored(Sql sql, ClientOrderId id, StateColumns expected)
      throws SQLException {
    Optional<StateColumns> stored =
        sql.first(
            "select state, cum_qty, detail, verdict from attempt where client_order_id = ?",
            StateColumns::from,
            id.value());
    if (!stored.equals(Optional.of(expected))) {
      throw new IllegalStateException(
          id
              + " was expected as "
              + expected.state()
              + " but is "
              + stored.map(StateColumns::state).map(AttemptState::toString).orElse("not stored"));
    }
  }

  private static void appendEvent(
      Sql sql, Stamp stamp, Optional<String> fromState, Attempt after, Instant at, String event)
      throws SQLException {
    StateColumns to = StateColumns.of(after.state());
    String id = after.ticket().clientOrderId().value();
    sql.update(
        INSERT_EVENT,
        id,
        id,
        event,
        fromState.orElse(null),
        to.label(),
        to.cumQty(),
        to.detail(),
        at,
        stamp.runId(),
        stamp.epoch());
  }

  List<Attempt> open() {
    return fence.read(
        "read the open attempts",
        sql ->
            sql.list(
                AttemptRows.SELECT
                    + """
                    where a.state not in ('FILLED', 'CANCELED', 'EXPIRED', 'REJECTED', 'ABSENT')
                    order by a.committed_at, a.client_order_id
                    """,
                AttemptRows::attempt));
  }

  List<Attempt> ofIntent(IntentId intent) {
    return fence.read(
        "read the attempts of " + intent,
        sql ->
            sql.list(
                AttemptRows.SELECT + "where a.intent_id = ? order by a.number",
                AttemptRows::attempt,
                intent.value()));
  }

  Optional<Attempt> byClientOrderId(ClientOrderId id) {
    return fence.read(
        "read the attempt " + id,
        sql ->
            sql.first(
                AttemptRows.SELECT + "where a.client_order_id = ?",
                AttemptRows::attempt,
                id.value()));
  }

  Optional<Attempt> byVenueOrder(InstrumentId instrument, String venueOrderId) {
    return fence.read(
        "read the attempt of venue order " + venueOrderId,
        sql ->
            sql.first(
                AttemptRows.SELECT + "where a.instrument = ? and a.venue_order_id = ?",
                AttemptRows::attempt,
                instrument.value(),
                venueOrderId));
  }
}
