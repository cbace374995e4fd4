package org.evenkeel.shell.jdbc;

/** The query of the largest numbers that were met, each with its time, and what it would be at twice as many. */
final class CapacityQuery {

  /** Rows are counted in the tables that grow with the load; the others have a row a cycle or fewer. */
  static final String TEXT =
      """
      with span as (select ?::timestamptz as since, ?::timestamptz as until),
      message as (
        select 'orders' as what, recorded_at, cycle_id, 1::numeric as amount from attempt
        union all select 'steps of orders', recorded_at, cycle_id, 1 from attempt_event
        union all select 'fills', recorded_at, cycle_id, 1 from fill
        union all select 'value of fills in NAV currency', f.recorded_at, f.cycle_id,
            f.last_qty * f.last_px * a.per_price from fill f join order_arrival a using (client_order_id)
        union all select 'database rows', recorded_at, null, 1 from (
          select recorded_at from attempt union all select recorded_at from attempt_event
          union all select recorded_at from order_arrival union all select recorded_at from intent
          union all select recorded_at from fill union all select recorded_at from ledger_transaction
          union all select t.recorded_at from ledger_entry join ledger_transaction t using (transaction_id)
          union all select recorded_at from cycle_document union all select recorded_at from cycle_input
          union all select recorded_at from audit union all select recorded_at from chain) as r),
      counted as (
        select what || ' in a minute' as figure, to_char(date_trunc('minute', recorded_at),
            'YYYY-MM-DD"T"HH24:MI"Z"') as at, sum(amount) as most
          from message, span where recorded_at >= since and recorded_at < until group by 1, 2
        union all
        select what || ' in a cycle', cycle_id, sum(amount)
          from message, span where recorded_at >= since and recorded_at < until and cycle_id is not null group by 1, 2
        union all
        select what || ' in all', '', sum(amount)
          from message, span where recorded_at >= since and recorded_at < until group by 1),
      called as (
        select r ->> 'venue' || ' ' || (r ->> 'budget') || ': ' || (r ->> 'what') as figure, r ->> 'at' as at,
            (r ->> 'most')::numeric as most, (r ->> 'allowed')::numeric as allowed
          from cycle_document, span, json_array_elements(body -> 'rows') as r
          where stage = 'load' and recorded_at >= since and recorded_at < until),
      ranked as (
        select 1 as part, figure, at, most, 0 as allowed,
            row_number() over (partition by figure order by most desc, at) as place from counted
        union all
        select 2, figure, at, most, allowed, row_number() over (partition by figure order by most desc, at) from called)
      select figure, round(most)::text as largest, at, case when allowed > 0 then allowed::text else '' end as allowed,
        case when allowed = 0 then '' when 2 * most <= allowed then 'within it'
          else 'over by ' || (2 * most - allowed) || ': held back' end as twice
      from ranked where place = 1 order by part, figure
      """;

  private CapacityQuery() {}
}
