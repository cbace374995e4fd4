package org.evenkeel.shell.jdbc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;

/**
 * An attempt as columns and back: a state is its label, its filled quantity, its detail and its verdict.
 *
 * <p>A ticket is checked against the hash that was stored with it, so an edited row is noticed when it is read.
 */
final class AttemptRows {

  /** Every column of an attempt; what is booked is the sum of its fills. */
  static final String SELECT =
      """
      select a.*,
        (select coalesce(sum(f.last_qty), 0) from fill_in_force f
         where f.instrument = a.instrument
           and (f.client_order_id = a.client_order_id or f.venue_order_id = a.venue_order_id)) as booked_qty
      from attempt a
      """;

  private AttemptRows() {}

  /** The columns of a state. */
  record StateColumns(String label, BigDecimal cumQty, String detail, Optional<String> verdict) {

    static StateColumns of(AttemptState state) {
      return new StateColumns(state.label(), state.cumQty().value(), detail(state), verdict(state));
    }

    private static String detail(AttemptState state) {
      return switch (state) {
        case AttemptState.Unknown s -> s.detail();
        case AttemptState.Rejected s -> s.code();
        case AttemptState.Absent s -> s.proof();
        case AttemptState.Quarantined s -> s.reason();
        case AttemptState.PendingNew s -> "";
        case AttemptState.New s -> "";
        case AttemptState.PartiallyFilled s -> "";
        case AttemptState.Settling s -> "";
        case AttemptState.Filled s -> "";
        case AttemptState.Canceled s -> "";
        case AttemptState.Expired s -> "";
      };
    }

    private static Optional<String> verdict(AttemptState state) {
      return state instanceof AttemptState.Settling settling
          ? Optional.of(settling.verdict().name())
          : Optional.empty();
    }

    static StateColumns from(Row row) throws SQLException {
      return new StateColumns(
          row.text("state"), row.decimal("cum_qty"), row.text("detail"), row.maybeText("verdict"));
    }

    AttemptState state() {
      Contracts cumulated = Contracts.of(cumQty);
      return switch (label) {
        case "PENDING_NEW" -> new AttemptState.PendingNew();
        case "UNKNOWN" -> new AttemptState.Unknown(detail);
        case "NEW" -> new AttemptState.New();
        case "PARTIALLY_FILLED" -> new AttemptState.PartiallyFilled(cumulated);
        case "SETTLING" ->
            new AttemptState.Settling(cumulated, VenueOrder.Status.valueOf(verdict.orElseThrow()));
        case "FILLED" -> new AttemptState.Filled(cumulated);
        case "CANCELED" -> new AttemptState.Canceled(cumulated);
        case "EXPIRED" -> new AttemptState.Expired(cumulated);
        case "REJECTED" -> new AttemptState.Rejected(detail);
        case "ABSENT" -> new AttemptState.Absent(detail);
        case "QUARANTINED" -> new AttemptState.Quarantined(detail);
        default -> throw new IllegalStateException("unknown stored state " + label);
      };
    }
  }

  static Attempt attempt(Row row) throws SQLException {
    OrderTicket ticket =
        new OrderTicket(
            ClientOrderId.of(row.text("client_order_id")),
            InstrumentId.of(row.text("instrument")),
            Side.valueOf(row.text("side")),
            Contracts.of(row.decimal("order_qty")),
            Price.of(row.decimal("limit_price")),
            TimeInForce.valueOf(row.text("time_in_force")),
            row.bool("reduce_only"),
            row.instant("signed_at"),
            row.instant("valid_until"));
    if (!ticket.requestHash().value().equals(row.text("request_hash"))) {
      throw new IllegalStateException(
          "the stored request of " + ticket.clientOrderId() + " does not match its hash");
    }
    return new Attempt(
        IntentId.of(row.text("intent_id")),
        row.integer("number"),
        ticket,
        StateColumns.from(row).state(),
        row.maybeText("venue_order_id").map(VenueOrderId::of),
        Contracts.of(row.decimal("booked_qty")));
  }
}
