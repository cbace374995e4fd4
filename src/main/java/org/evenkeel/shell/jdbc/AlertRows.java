package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.statement.AlertRow;
import org.evenkeel.core.statement.AlertTally;

/** Alerts as stored. */
final class AlertRows {

  private static final String ALERTS =
      """
      select a.alert_id, a.source, a.subject, a.message, a.raised_at, e.at as cleared_at,
        k.author, k.reason, k.recorded_at as acknowledged_at
      from alert a left join alert_event e on e.alert_id = a.alert_id and e.kind = 'CLEARED'
        left join alert_ack k on k.alert_id = a.alert_id
      """;

  private static final String CHANNELS =
      """
      select alert_id, channel, count(*) filter (where kind = 'SENT') as sent,
        max(at) filter (where kind = 'SENT') as last_sent_at,
        max(at) filter (where kind = 'FAILED') as last_failed_at,
        coalesce((array_agg(text order by alert_event_id desc) filter (where kind = 'FAILED'))[1], '') as failure
      from alert_event where alert_id = any (?) and channel <> '' group by alert_id, channel order by channel
      """;

  private static final String TALLY =
      """
      select count(*) as standing, count(*) filter (where waits) as waiting,
        count(*) filter (where waits and tried and not told) as undelivered
      from (
        select not exists (select 1 from alert_ack k where k.alert_id = a.alert_id) as waits,
          exists (select 1 from alert_event f where f.alert_id = a.alert_id and f.kind = 'FAILED') as tried,
          exists (select 1 from alert_event s where s.alert_id = a.alert_id and s.kind = 'SENT') as told
        from alert a
        where not exists (select 1 from alert_event c where c.alert_id = a.alert_id and c.kind = 'CLEARED')
      ) as standing
      """;

  private AlertRows() {}

  /** Those that stand, of one source. */
  static List<AlertRow> standing(Sql sql, String source) throws SQLException {
    return withChannels(
        sql,
        sql.list(
            ALERTS + "where e.alert_id is null and a.source = ? order by a.alert_id",
            AlertRows::alert,
            source));
  }

  /** All that stand, and the newest of those that are over. */
  static List<AlertRow> newest(Sql sql, int over) throws SQLException {
    List<AlertRow> all =
        new ArrayList<>(
            sql.list(
                ALERTS
                    + "where e.alert_id is null order by k.alert_id is not null, a.alert_id desc",
                AlertRows::alert));
    all.addAll(
        sql.list(
            ALERTS + "where e.alert_id is not null order by a.alert_id desc limit ?",
            AlertRows::alert,
            over));
    return withChannels(sql, all);
  }

  private static AlertRow alert(Row row) throws SQLException {
    Optional<String> author = row.maybeText("author");
    return new AlertRow(
        row.number("alert_id"),
        row.text("source"),
        row.text("subject"),
        row.text("message"),
        row.instant("raised_at"),
        row.maybeInstant("cleared_at"),
        author.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new AlertRow.Acknowledgment(
                    author.get(), row.text("reason"), row.instant("acknowledged_at"))),
        List.of());
  }

  private record Part(long alert, AlertRow.Channel channel) {}

  private static List<AlertRow> withChannels(Sql sql, List<AlertRow> alerts) throws SQLException {
    Long[] numbers = alerts.stream().map(AlertRow::number).toArray(Long[]::new);
    SortedMap<Long, List<AlertRow.Channel>> byAlert = new TreeMap<>();
    for (Part part : sql.list(CHANNELS, AlertRows::part, (Object) numbers)) {
      byAlert.computeIfAbsent(part.alert(), any -> new ArrayList<>()).add(part.channel());
    }
    return alerts.stream()
        .map(
            each ->
                new AlertRow(
                    each.number(),
                    each.source(),
                    each.subject(),
                    each.message(),
                    each.raisedAt(),
                    each.clearedAt(),
                    each.acknowledged(),
                    byAlert.getOrDefault(each.number(), List.of())))
        .toList();
  }

  private static Part part(Row row) throws SQLException {
    return new Part(
        row.number("alert_id"),
        new AlertRow.Channel(
            row.text("channel"),
            row.number("sent"),
            row.maybeInstant("last_sent_at"),
            row.maybeInstant("last_failed_at"),
            row.text("failure")));
  }

  static AlertTally tally(Sql sql) throws SQLException {
    return sql.one(
        TALLY,
        row ->
            new AlertTally(
                row.number("standing"), row.number("waiting"), row.number("undelivered")));
  }
}
