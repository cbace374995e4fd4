package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.AdoptedOrder;
import org.evenkeel.cycle.Adoptions;

/** Adopted orders in PostgreSQL. */
final class AdoptionStore implements Adoptions {

  private static final String SELECT =
      """
      select a.*, coalesce(
        (select sum(f.last_qty) from fill_in_force f
         where f.instrument = a.instrument and f.venue_order_id = a.venue_order_id), 0) as booked
      from adopted_order a
      """;

  private static final String OPEN =
      SELECT
          + """
          where not exists (select 1 from adopted_order_end e
            where e.instrument = a.instrument and e.venue_order_id = a.venue_order_id)
          order by a.request_id
          """;

  private static final String ONE = SELECT + "where a.instrument = ? and a.venue_order_id = ?";

  private static final String INSERT =
      """
      insert into adopted_order
        (instrument, venue_order_id, client_order_id, side, order_qty, reduce_only, author, reason, evidence,
         request_id, adopted_at, run_id, epoch)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String END =
      """
      insert into adopted_order_end (instrument, venue_order_id, outcome, at, run_id, epoch)
      values (?, ?, ?, ?, ?, ?)
      """;

  private final Fence fence;

  AdoptionStore(Fence fence) {
    this.fence = fence;
  }

  @Override
  public List<AdoptedOrder> open() {
    return fence.read("read the adopted orders", AdoptionStore::open);
  }

  /** Those that have not ended. */
  static List<AdoptedOrder> open(Sql sql) throws SQLException {
    return sql.list(OPEN, AdoptionStore::order);
  }

  @Override
  public Optional<AdoptedOrder> of(InstrumentId instrument, VenueOrderId order) {
    return fence.read(
        "look for the adopted order " + order,
        sql -> sql.first(ONE, AdoptionStore::order, instrument.value(), order.value()));
  }

  @Override
  public void adopt(AdoptedOrder order, Instant at) {
    fence.write(
        "adopt the order " + order.venueOrderId(),
        (sql, stamp) ->
            sql.update(
                INSERT,
                order.instrument().value(),
                order.venueOrderId().value(),
                order.clientOrderId().value(),
                order.side().name(),
                order.orderQty().value(),
                order.reduceOnly(),
                order.by(),
                order.reason(),
                order.evidence(),
                order.request(),
                at,
                stamp.runId(),
                stamp.epoch()));
  }

  @Override
  public void end(AdoptedOrder order, Instant at, String outcome) {
    fence.write(
        "end the adopted order " + order.venueOrderId(),
        (sql, stamp) ->
            sql.update(
                END,
                order.instrument().value(),
                order.venueOrderId().value(),
                outcome,
                at,
                stamp.runId(),
                stamp.epoch()));
  }

  private static AdoptedOrder order(Row row) throws SQLException {
    return new AdoptedOrder(
        InstrumentId.of(row.text("instrument")),
        VenueOrderId.of(row.text("venue_order_id")),
        ClientOrderId.of(row.text("client_order_id")),
        Side.valueOf(row.text("side")),
        new Contracts(row.decimal("order_qty")),
        row.bool("reduce_only"),
        row.text("author"),
        row.text("reason"),
        row.text("evidence"),
        row.number("request_id"),
        new Contracts(row.decimal("booked")));
  }
}
