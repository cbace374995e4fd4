package org.evenkeel.shell.jdbc;

import org.evenkeel.cycle.Dossier;

/** The queries of the kinds of facts: each selects texts, between two instants. */
final class FactQueries {

  private static final String EVENTS =
      """
      select to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, level, what, subject, text from (
        select recorded_at as at, 'INFO' as level, action as what, subject,
          concat_ws(' ', nullif(before, '') || ' ->', after, 'by', author || ':', reason) as text from audit
        union all
        select recorded_at, 'INFO', 'run', run_id, mode || ', version ' || version || ', schema ' || schema_version
          from run
        union all
        select recorded_at, case status when 'DONE' then 'INFO' when 'FAILED' then 'ERROR' else 'WARN' end,
          'cycle', cycle_id, concat_ws(' ', status, reason) from cycle
        union all
        select recorded_at, 'WARN', 'denial', coalesce(intent_id, ''), reason || ': ' || detail from denial
        union all
        select recorded_at, case when to_state in ('UNKNOWN', 'QUARANTINED') then 'WARN' else 'INFO' end,
          'order', client_order_id, concat_ws(' ', event, to_state, detail) from attempt_event
        union all
        select recorded_at, 'WARN', 'lock', subject, concat_ws(' ', cause, 'ledger', ledger, 'venue', venue) from lock
        union all
        select recorded_at, 'WARN', 'venue', venue, way || ' ' || detail from venue_reach
        union all
        select recorded_at, case when is_done then 'INFO' else 'WARN' end, 'request', '#' || request_id, detail
          from request_outcome
        union all
        select recorded_at, 'INFO', 'errand', '#' || errand_id, outcome from errand_end
        union all
        select recorded_at, 'WARN', 'alert', '#' || alert_id || ' ' || subject, source || ': ' || message from alert
        union all
        select recorded_at, case kind when 'FAILED' then 'WARN' else 'INFO' end, 'alert', '#' || alert_id,
          concat_ws(' ', kind, nullif(channel, ''), text) from alert_event
      ) as e where e.at >= ? and e.at < ? order by e.at, what, subject
      """;

  private static final String RUNS =
      """
      select recorded_at::text as at, mode, version, left(config_hash, 12) as configuration, schema_version as schema,
        started_at::text as market_time
      from run where recorded_at >= ? and recorded_at < ? order by recorded_at
      """;

  private static final String STATES =
      """
      select recorded_at::text as at, state, author, reason from trading_state
      where recorded_at >= ? and recorded_at < ? order by trading_state_id
      """;

  private static final String OVERRIDES =
      """
      select o.recorded_at::text as at, o.scope || ' ' || o.name as scope, o.kind, o.value::text as value, o.author,
        o.reason, o.expires_at::text as expires, coalesce(e.author || ' ' || e.ended_at, '') as ended_by
      from exposure_override o left join override_end e using (override_id)
      where o.recorded_at >= ? and o.recorded_at < ? order by override_id
      """;

  private static final String LIMITS =
      """
      select l.recorded_at::text as at, l.name as limit_name, l.value::text as value, l.author,
        coalesce(d.author, '') as approver, l.reason, l.expires_at::text as expires
      from limit_override l left join request_decision d on d.request_id = l.request_id
      where l.recorded_at >= ? and l.recorded_at < ? order by limit_override_id
      """;

  private static final String REQUESTS =
      """
      select r.recorded_at::text as at, r.kind, r.subject, r.author, coalesce(d.author, '') as second,
        case when d.request_id is null then 'waited' when d.is_approved then 'approved' else 'rejected' end as decision,
        coalesce(extract(epoch from d.recorded_at - r.recorded_at)::int::text, '') as seconds,
        coalesce(o.detail, '') as outcome
      from request r left join request_decision d using (request_id) left join request_outcome o using (request_id)
      where r.recorded_at >= ? and r.recorded_at < ? order by request_id
      """;

  private static final String DRILLS =
      """
      select recorded_at::text as at, positions::text as positions, runs::text as runs,
        worst_seconds::text as worst_seconds, allowed_seconds::text as allowed_seconds,
        case when is_passed then 'passed' else 'FAILED' end as outcome, author, reason
      from kill_drill where recorded_at >= ? and recorded_at < ? order by kill_drill_id
      """;

  private static final String INCIDENTS =
      """
      select recorded_at::text as at, cycle_id as cycle, status, reason from cycle
      where recorded_at >= ? and recorded_at < ? and status in ('HELD', 'FAILED') order by recorded_at
      """;

  private static final String BREAKS =
      """
      select recorded_at::text as at, subject, cause, ledger, venue, coalesce(cleared_at::text, 'open') as cleared,
        coalesce(cleared_by, '') as cleared_by
      from lock where recorded_at >= ? and recorded_at < ? order by lock_id
      """;

  private static final String ALERTS =
      """
      select a.raised_at::text as at, a.source, a.subject, a.message,
        coalesce(greatest(0, extract(epoch from t.at - a.raised_at)::int)::text, 'never') as seconds_to_first_call,
        coalesce(k.author || ': ' || k.reason, '') as taken_up_by,
        coalesce(greatest(0, extract(epoch from k.recorded_at - a.raised_at)::int)::text, '') as seconds_until_taken_up,
        coalesce(c.at::text, 'stands') as over
      from alert a left join alert_ack k using (alert_id)
        left join (select alert_id, min(at) as at from alert_event where kind = 'SENT' group by alert_id) t using (alert_id)
        left join alert_event c on c.alert_id = a.alert_id and c.kind = 'CLEARED'
      where a.recorded_at >= ? and a.recorded_at < ? order by a.alert_id
      """;

  private FactQueries() {}

  static String of(Dossier.Kind kind) {
    return switch (kind) {
      case EVENTS -> EVENTS;
      case RUNS -> RUNS;
      case STATES -> STATES;
      case OVERRIDES -> OVERRIDES;
      case LIMITS -> LIMITS;
      case REQUESTS -> REQUESTS;
      case DRILLS -> DRILLS;
      case INCIDENTS -> INCIDENTS;
      case CAPACITY -> CapacityQuery.TEXT;
      case BREAKS -> BREAKS;
      case ALERTS -> ALERTS;
    };
  }
}
