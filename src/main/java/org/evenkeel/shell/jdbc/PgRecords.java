package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.calendar.SlotMoves;
import org.evenkeel.core.parity.Sizing;
import org.evenkeel.core.parity.score.HeldForecast;
import org.evenkeel.core.parity.score.ScoreEntry;
import org.evenkeel.core.parity.stress.RiskOverlay;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.settle.TransferEntry;
import org.evenkeel.core.statement.Capital;
import org.evenkeel.core.statement.CostFacts;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.ErrandRow;
import org.evenkeel.core.statement.ListingRow;
import org.evenkeel.core.statement.LockRow;
import org.evenkeel.core.statement.NavPoint;
import org.evenkeel.core.statement.OrderDetail;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.core.statement.PerformanceEntry;
import org.evenkeel.core.statement.RiskStatement;
import org.evenkeel.core.statement.RiskWriter;
import org.evenkeel.core.statement.Status;
import org.evenkeel.cycle.Records;

/**
 * What can be read about the bot in PostgreSQL; needs neither the lease nor a daemon.
 *
 * <p>In a rehearsal 'now' is the bot's own last time, because its clock stands still while it is down; in paper and live
 * it is the database's time.
 *
 * <p>This class is thread-safe.
 */
public final class PgRecords implements Records {

  private static final String REHEARSAL = "rehearsal";

  private static final String COUNTS =
      """
      select
        (select count(*) from cycle where status <> 'RUNNING') as ended,
        (select count(*) from cycle where status = 'DONE') as done,
        (select count(*) from attempt
          where state not in ('FILLED', 'CANCELED', 'EXPIRED', 'REJECTED', 'ABSENT')) as open_attempts,
        (select count(*) from attempt where state = 'QUARANTINED') as quarantined,
        exists (select 1 from lease where expires_at > clock_timestamp()) as is_led,
        clock_timestamp() as database_time
      """;

  private record Counts(
      long ended,
      long done,
      long openAttempts,
      long quarantined,
      boolean isLed,
      Instant databaseTime) {}

  private final Database database;
  private final Currency navCurrency;

  public PgRecords(Database database, Currency navCurrency) {
    this.database = database.as(DatabaseRole.READER);
    this.navCurrency = navCurrency;
  }

  @Override
  public Status status() {
    return database.read("read the status", this::status);
  }

  private Status status(Sql sql) throws SQLException {
    Counts counts = sql.one(COUNTS, PgRecords::counts);
    String mode = mode(sql);
    OverrideRows.StateRow state = OverrideRows.tradingState(sql);
    Optional<Instant> lastSeen = sql.one(RunStore.LAST_SEEN, row -> row.maybeInstant("last_seen"));
    Optional<NavPoint> nav = navs(sql, 1).stream().findFirst();
    return new Status(
        mode,
        state.state().name(),
        state.author().isEmpty() ? "" : state.author() + ": " + state.reason(),
        counts.isLed() ? "RUNNING" : "DOWN",
        lastSeen,
        counts.ended(),
        counts.done(),
        CycleRows.newest(sql, 1).stream().findFirst(),
        counts.openAttempts(),
        counts.quarantined(),
        LockRows.open(sql).stream().map(LockRow::of).toList(),
        nav.map(NavPoint::nav),
        navCurrency.value(),
        nav.map(NavPoint::grossLeverage),
        OverrideRows.inForce(sql, now(mode, lastSeen, counts.databaseTime())).size(),
        ReachRows.newest(sql),
        ListingRows.newest(sql).stream()
            .filter(spec -> !spec.listing().isPlain())
            .map(ListingRow::of)
            .toList(),
        Capital.of(
            PgAccounting.flows(sql),
            CycleRows.documents(sql, "performance", PerformanceEntry.class, 1).stream()
                .findFirst()),
        WatchRows.newest(sql),
        AlertRows.tally(sql));
  }

  private static Counts counts(Row row) throws SQLException {
    return new Counts(
        row.number("ended"),
        row.number("done"),
        row.number("open_attempts"),
        row.number("quarantined"),
        row.bool("is_led"),
        row.instant("database_time"));
  }

  private static String mode(Sql sql) throws SQLException {
    return sql.first(
            "select mode from run order by recorded_at desc, epoch desc limit 1",
            row -> row.text("mode"))
        .orElse("none");
  }

  private static Instant now(String mode, Optional<Instant> lastSeen, Instant databaseTime) {
    return mode.equals(REHEARSAL) ? lastSeen.orElse(databaseTime) : databaseTime;
  }

  @Override
  public List<CycleRow> cycles(int limit) {
    return database.read("read the cycles", sql -> CycleRows.newest(sql, limit));
  }

  @Override
  public Optional<CycleDetail> cycle(String cycleId) {
    return database.read("read the cycle " + cycleId, sql -> CycleRows.detail(sql, cycleId));
  }

  @Override
  public Optional<CycleStatement> lastStatement() {
    return database.read(
        "read the last statement",
        sql ->
            sql.first(
                """
                select d.body::text as body from cycle_document d join cycle c using (cycle_id)
                where d.stage = 'statement' order by c.due_at desc, c.started_at desc limit 1
                """,
                row -> Documents.readStatement(row.text("body"))));
  }

  @Override
  public Optional<CycleStatement> statementAt(Instant at) {
    return database.read(
        "read the statement of " + at,
        sql ->
            sql.first(
                """
                select d.body::text as body from cycle_document d join cycle c using (cycle_id)
                where d.stage = 'statement' and c.ended_at <= ? order by c.ended_at desc, c.started_at desc limit 1
                """,
                row -> Documents.readStatement(row.text("body")),
                at));
  }

  @Override
  public LedgerBalances booked() {
    return database.read("read the ledger", LedgerStore::booked);
  }

  @Override
  public Optional<String> slotToSkip(Instant dueAt) {
    return database.read(
        "read whether an appointment is to pass", sql -> WishStore.slotToSkip(sql, dueAt));
  }

  @Override
  public SlotMoves slotMoves() {
    return database.read("read which appointments were moved", WishStore::moves);
  }

  @Override
  public List<OrderRow> orders(boolean openOnly, int limit) {
    return database.read("read the orders", sql -> OrderRows.newest(sql, openOnly, limit));
  }

  @Override
  public Optional<OrderDetail> order(String clientOrderId) {
    return database.read(
        "read the order " + clientOrderId, sql -> OrderDetailRows.of(sql, clientOrderId));
  }

  @Override
  public List<NavPoint> navs(int limit) {
    List<NavPoint> points = database.read("read the valuations", sql -> navs(sql, limit));
    Collections.reverse(points);
    return points;
  }

  @Override
  public Optional<RiskStatement> risk() {
    return database.read(
        "read the risk",
        sql -> {
          Optional<ScoreEntry> newest =
              CycleRows.documents(sql, "scoreboard", ScoreEntry.class, 1).stream().findFirst();
          int window = newest.map(entry -> entry.settings().window()).orElse(1);
          return RiskWriter.draw(
              CycleRows.documents(sql, "scoreboard", ScoreEntry.class, window),
              CycleRows.documents(sql, "sizing", Sizing.class, 1).stream().findFirst(),
              CycleRows.documents(sql, "forecast", HeldForecast.class, 1).stream().findFirst(),
              CycleRows.documents(sql, "overlay", RiskOverlay.class, 1).stream().findFirst());
        });
  }

  private static List<NavPoint> navs(Sql sql, int limit) throws SQLException {
    return sql.list(
        """
        select as_of, nav, gross_leverage, forecast_volatility from nav
        order by as_of desc, recorded_at desc limit ?
        """,
        row ->
            new NavPoint(
                row.instant("as_of"),
                row.decimal("nav"),
                row.decimal("gross_leverage"),
                row.decimal("forecast_volatility")),
        limit);
  }

  @Override
  public CostFacts costs(Instant from, Instant to) {
    return database.read(
        "read the costs",
        sql ->
            new CostFacts(
                navCurrency.value(),
                CostRows.between(sql, from, to),
                CostRows.forgoneBetween(sql, from, to)));
  }

  @Override
  public List<FlowEntry> flows() {
    return database.read("read the flows", PgAccounting::flows);
  }

  @Override
  public List<ErrandRow> errands(int limit) {
    return database.read("read the errands", sql -> ErrandStore.newest(sql, limit));
  }

  @Override
  public Optional<Fill> execution(InstrumentId instrument, TradeId trade) {
    return database.read(
        "look for the trade " + trade, sql -> PgAccounting.fill(sql, instrument, trade));
  }

  @Override
  public List<TransferEntry> transfers() {
    return database.read("read the transfers", TransferStore::all);
  }

  @Override
  public List<OperatorOverride> overrides(boolean all) {
    return database.read(
        "read the overrides",
        sql -> {
          if (all) {
            return OverrideRows.newestFirst(sql);
          }
          Optional<Instant> lastSeen =
              sql.one(RunStore.LAST_SEEN, row -> row.maybeInstant("last_seen"));
          Instant databaseTime = sql.one(COUNTS, PgRecords::counts).databaseTime();
          List<OperatorOverride> inForce =
              OverrideRows.inForce(sql, now(mode(sql), lastSeen, databaseTime));
          Collections.reverse(inForce);
          return inForce;
        });
  }
}
