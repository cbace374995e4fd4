package org.evenkeel.shell.jdbc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.policy.CanaryStart;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.LimitRequests;

/** Soft limits that were set, as stored; whether two persons have agreed is proved by their signatures at each reading. */
final class LimitRows {

  private static final String SELECT =
      """
      select o.limit_override_id, o.name, o.value, o.author, o.reason, o.created_at, o.expires_at, o.request_id,
        e.ended_at, e.request_id as end_request_id
      from limit_override o left join limit_override_end e using (limit_override_id)
      where o.created_at <= ? and o.expires_at > ? order by o.limit_override_id
      """;

  private static final String INSERT =
      """
      insert into limit_override (name, value, author, reason, request_id, created_at, expires_at)
      values (?, ?, ?, ?, ?, ?, ?) returning limit_override_id
      """;

  private static final String END =
      """
      insert into limit_override_end (limit_override_id, ended_at, author, reason, request_id)
      select limit_override_id, ?, ?, ?, ? from limit_override
      where name = ? and created_at <= ? and expires_at > ?
      on conflict (limit_override_id) do nothing
      """;

  private LimitRows() {}

  /** The newest start after which limits are small for a while. */
  static Optional<CanaryStart> newestCanary(Sql sql) throws SQLException {
    return sql.first(
        "select begun_at, cause from canary order by epoch desc, recorded_at desc limit 1",
        row -> new CanaryStart(row.instant("begun_at"), row.text("cause")));
  }

  /** How long ago the newest rehearsal of the kill switch was; empty if there was none or it took too long. */
  static Optional<Duration> rehearsalAge(Sql sql) throws SQLException {
    return sql.first(
            """
            select is_passed, extract(epoch from clock_timestamp() - recorded_at)::bigint as age
            from kill_drill order by kill_drill_id desc limit 1
            """,
            row ->
                row.bool("is_passed")
                    ? Optional.of(Duration.ofSeconds(row.number("age")))
                    : Optional.<Duration>empty())
        .flatMap(age -> age);
  }

  /** A row with the requests that it refers to. */
  private record Stored(
      long id,
      String name,
      BigDecimal value,
      String author,
      String reason,
      Instant createdAt,
      Instant expiresAt,
      Optional<Long> request,
      Optional<Instant> endedAt,
      Optional<Long> endRequest) {}

  static List<LimitOverride> at(Sql sql, Instant at, RequestProof proof) throws SQLException {
    List<LimitOverride> all = new ArrayList<>();
    for (Stored row : sql.list(SELECT, LimitRows::stored, at, at)) {
      // A name that this version does not know limits nothing here.
      if (LimitName.parse(row.name()) instanceof Result.Ok<LimitName> name) {
        all.add(proven(sql, row, name.value(), proof));
      }
    }
    return List.copyOf(all);
  }

  private static LimitOverride proven(Sql sql, Stored row, LimitName name, RequestProof proof)
      throws SQLException {
    LimitOverride set =
        new LimitOverride(
            row.id(),
            name,
            row.value(),
            row.author(),
            row.reason(),
            row.createdAt(),
            row.expiresAt(),
            false,
            Optional.empty());
    boolean isAgreed = isAgreed(sql, row.request(), set, LimitRequests::isAbout, proof);
    boolean isEndAgreed = isAgreed(sql, row.endRequest(), set, LimitRequests::isAboutEnd, proof);
    return new LimitOverride(
        set.id(),
        name,
        set.value(),
        set.author(),
        set.reason(),
        set.createdAt(),
        set.expiresAt(),
        isAgreed,
        row.endedAt().map(end -> new LimitOverride.End(end, isEndAgreed)));
  }

  private static boolean isAgreed(
      Sql sql,
      Optional<Long> number,
      LimitOverride set,
      BiPredicate<RequestRow, LimitOverride> isAbout,
      RequestProof proof)
      throws SQLException {
    if (number.isEmpty()) {
      return false;
    }
    Optional<RequestRow> request = RequestRows.byNumber(sql, number.orElseThrow());
    boolean isDone =
        request
            .filter(row -> row.state() == RequestRow.State.DONE)
            .filter(row -> isAbout.test(row, set))
            .isPresent();
    return isDone && proof.holds(sql, request.orElseThrow());
  }

  private static Stored stored(Row row) throws SQLException {
    return new Stored(
        row.number("limit_override_id"),
        row.text("name"),
        row.decimal("value"),
        row.text("author"),
        row.text("reason"),
        row.instant("created_at"),
        row.instant("expires_at"),
        row.maybeDecimal("request_id").map(BigDecimal::longValueExact),
        row.maybeInstant("ended_at"),
        row.maybeDecimal("end_request_id").map(BigDecimal::longValueExact));
  }

  /** Records a setting with its audit row, and returns its number. */
  static long insert(Sql sql, LimitOverride wanted, Optional<Long> request) throws SQLException {
    long id =
        sql.one(
            INSERT,
            row -> row.number("limit_override_id"),
            wanted.name().toString(),
            wanted.value(),
            wanted.author(),
            wanted.reason(),
            request.orElse(null),
            wanted.createdAt(),
            wanted.expiresAt());
    Audit.enter(sql, "limit-set", "#" + id, "", wanted.text(), wanted.author(), wanted.reason());
    return id;
  }

  /** Ends every setting of a limit that stands, with an audit row. */
  static int end(
      Sql sql, LimitName name, String author, String reason, Optional<Long> request, Instant at)
      throws SQLException {
    int ended = sql.update(END, at, author, reason, request.orElse(null), name.toString(), at, at);
    if (ended > 0) {
      Audit.enter(
          sql, "limit-reset", name.toString(), ended + " in force", "ended", author, reason);
    }
    return ended;
  }
}
