package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.cycle.Books;

/**
 * The books as PostgreSQL sees them: each invariant is a query for the rows that break it.
 *
 * <p>Constraints and triggers refuse most of these rows when they are written; this finds what came past them, and what
 * no constraint can say. Reads only.
 */
public final class PgBooks implements Books {

  private static final List<String> QUERIES =
      List.of(
          """
          select 'I3: intent ' || intent_id || ' has ' || count(*) || ' live orders' as fault
          from attempt join attempt_state using (state)
          where not is_terminal
          group by intent_id having count(*) > 1
          """,
          """
          select 'I7: order ' || a.client_order_id || ' ended ' || a.state || ' with ' || a.cum_qty
                 || ' filled and ' || coalesce(sum(f.last_qty), 0) || ' booked' as fault
          from attempt a join attempt_state s using (state) left join fill f using (client_order_id)
          where s.is_terminal
            -- What the venue executed after the end is a fact that is locked, and no defect.
            and not exists (select 1 from lock l where l.cause = 'LATE_FILL' and l.key = a.client_order_id)
          group by a.client_order_id, a.state, a.cum_qty
          having a.cum_qty <> coalesce(sum(f.last_qty), 0)
          """,
          """
          select 'I14: cycle ' || cycle_id || ' has not ended' as fault from cycle where status = 'RUNNING'
          """,
          """
          select 'I15: booking ' || transaction_id || ' leaves ' || sum(amount) || ' ' || unit as fault
          from ledger_entry group by transaction_id, unit having sum(amount) <> 0
          """,
          """
          select 'I15: trade ' || f.trade_id || ' of ' || f.instrument || ' is booked '
                 || case when count(t.transaction_id) = 0 then 'without its entries' else 'twice' end as fault
          from fill f left join ledger_transaction t
            on t.kind = 'FILL' and t.reference = f.instrument || '/' || f.trade_id
          group by f.instrument, f.trade_id having count(t.transaction_id) <> 1
          """,
          """
          select 'I1: ' || unit || ' is ' || held || ' in the ledger, its trades add up to '
                 || coalesce(traded, 0) as fault
          from (select e.unit, sum(e.amount) as held
                from ledger_entry e join ledger_transaction t using (transaction_id)
                where e.account = 'POSITION' and t.kind in ('FILL', 'REVERSAL') group by e.unit) ledger
          left join (select instrument as unit, sum(case side when 'BUY' then last_qty else -last_qty end) as traded
                     from fill_in_force group by instrument) trades using (unit)
          where held <> coalesce(traded, 0)
          """);

  private final Database database;

  public PgBooks(Database database) {
    this.database = database.as(DatabaseRole.READER);
  }

  @Override
  public List<String> faults() {
    return database.read("check the books", PgBooks::faults);
  }

  static List<String> faults(Sql sql) throws SQLException {
    List<String> faults = new ArrayList<>();
    for (String query : QUERIES) {
      faults.addAll(sql.list(query, row -> row.text("fault")));
    }
    return faults;
  }
}
