package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.contract.JournalExamples.NOON;
import static org.evenkeel.contract.JournalExamples.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.contract.InputExamples;
import org.evenkeel.contract.JournalExamples;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.OverrideScope;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.BusiestTimes;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.Facts;
import org.evenkeel.core.statement.NavPoint;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.core.statement.Status;
import org.evenkeel.core.statement.VenueReach;
import org.evenkeel.cycle.Dossier;
import org.evenkeel.cycle.Errand;
import org.evenkeel.cycle.LeaseLost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgRecordsTest {

  private Database database;
  private PgLease lease;
  private PgJournal journal;
  private PgControls controls;
  private PgRecords records;

  @BeforeEach
  void open() {
    database = Database.attach(TestServer.emptiedDatabase());
    lease = new PgLease(database, "evenkeel", "tester", Duration.ofSeconds(60));
    journal = new PgJournal(database, lease);
    controls = new PgControls(database);
    records = new PgRecords(database, Currency.of("USDT"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void an_empty_database_has_a_status() {
    Status status = records.status();
    assertThat(status.mode()).isEqualTo("none");
    assertThat(status.daemon()).isEqualTo("DOWN");
    assertThat(status.tradingState()).isEqualTo("ACTIVE");
    assertThat(status.endedCycles()).isZero();
    assertThat(status.nav()).isEmpty();
    assertThat(status.lastSeen()).isEmpty();
    assertThat(records.cycles(10)).isEmpty();
    assertThat(records.lastStatement()).isEmpty();
    assertThat(records.cycle("default/2026-01-31T12:00:00Z")).isEmpty();
  }

  @Test
  void the_status_tells_what_the_journal_holds_with_and_without_a_daemon() {
    decide();
    controls.setTradingState(TradingState.PAUSED, "ann", "holiday");
    journal
        .locks()
        .hold(new LockFinding("FUTURES/USDT", LockCause.BALANCE_DIFFERS, "", "1", "2"), NOON);
    journal.heartbeat(NOON.plusSeconds(30));

    Status running = records.status();
    assertThat(running.mode()).isEqualTo("rehearsal");
    assertThat(running.daemon()).isEqualTo("RUNNING");
    assertThat(running.tradingState()).isEqualTo("PAUSED");
    assertThat(running.tradingStateReason()).isEqualTo("ann: holiday");
    assertThat(running.endedCycles()).isEqualTo(2);
    assertThat(running.doneCycles()).isEqualTo(1);
    assertThat(running.openAttempts()).isZero();
    assertThat(running.locks()).isEqualTo(1);
    assertThat(running.nav()).contains(new BigDecimal("1000.5"));
    assertThat(running.lastSeen()).contains(NOON.plusSeconds(60));
    assertThat(running.lastCycle().orElseThrow().status()).isEqualTo(CycleStatus.SKIPPED);

    lease.release();
    assertThat(records.status().daemon()).isEqualTo("DOWN");
    assertThat(records.status().nav()).isEqualTo(running.nav());
  }

  @Test
  void the_newest_word_on_what_works_at_the_venue_counts() {
    decide();
    assertThat(journal.reach()).isEmpty();
    for (VenueReach.Way way : List.of(VenueReach.Way.READING_ONLY, VenueReach.Way.BOTH)) {
      VenueReach reach = new VenueReach(Wallets.BINANCE, way, NOON, "code -2015");
      journal.keepReach(reach);
      assertThat(journal.reach()).containsExactly(reach);
      assertThat(records.status().reach()).containsExactly(reach);
    }
  }

  @Test
  void a_cycle_is_told_with_its_inputs_documents_orders_and_times() {
    decide();
    var detail = records.cycle(SLOT.cycleId().value()).orElseThrow();
    assertThat(detail.row().status()).isEqualTo(CycleStatus.DONE);
    assertThat(detail.row().legs()).isEqualTo(1);
    assertThat(detail.row().fills()).isEqualTo(2);
    assertThat(detail.row().turnover()).isEqualByComparingTo("201.2");
    assertThat(detail.inputs()).containsOnlyKeys("account", "basis", "market", "rules");
    assertThat(detail.documents()).containsOnlyKeys("plan", "statement");
    assertThat(detail.documents().get("plan")).isEqualTo("{\"legs\":1}");
    assertThat(detail.stageMillis()).containsEntry("observe", 12L);
    assertThat(detail.orders()).hasSize(1);
    assertThat(records.cycles(1))
        .extracting("cycleId")
        .containsExactly(skipped().cycleId().value());
    assertThat(records.lastStatement()).contains(JournalExamples.statement());
    Instant end = detail.row().endedAt().orElseThrow();
    assertThat(records.statementAt(end)).contains(JournalExamples.statement());
    assertThat(records.statementAt(end.minusMillis(1))).isEmpty();
  }

  @Test
  void an_order_shows_what_is_booked_and_its_average_price() {
    decide();
    OrderRow order = records.orders(false, 10).get(0);
    assertThat(order.state()).isEqualTo("FILLED");
    assertThat(order.cumQty()).isEqualByComparingTo("2");
    assertThat(order.avgPx()).isEqualByComparingTo("100.6");
    assertThat(records.orders(true, 10)).isEmpty();
  }

  @Test
  void valuations_come_oldest_first() {
    decide();
    assertThat(records.navs(10))
        .containsExactly(
            new NavPoint(
                NOON, new BigDecimal("1000.5"), new BigDecimal("1.25"), new BigDecimal("0.2")));
  }

  @Test
  void overrides_are_in_force_by_the_bots_own_clock_in_a_rehearsal() {
    decide();
    OperatorOverride over = override("btc", 30);
    OperatorOverride open = override("eth", 300);
    assertThat(records.overrides(false)).containsExactly(open);
    assertThat(records.overrides(true)).containsExactly(open, over);
    assertThat(records.status().overridesInForce()).isEqualTo(1);
    assertThat(controls.expireOverride(open.id(), "ann", "done", NOON.plusSeconds(60))).isTrue();
    assertThat(records.overrides(false)).isEmpty();
    assertThat(records.overrides(true).get(0).expiresAt()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void lines_of_an_event_log_come_back_in_order_and_a_second_writer_is_stopped() {
    PgEventLog log = new PgEventLog(database, "account");
    PgEventLog rival = new PgEventLog(database, "account");
    log.append("one");
    assertThat(rival.lines()).containsExactly("one");
    log.append("two");
    assertThatThrownBy(() -> rival.append("split brain")).isInstanceOf(LeaseLost.class);
    log.append("three");
    assertThat(log.lines()).containsExactly("one", "two", "three");
    assertThat(new PgEventLog(database, "other").lines()).isEmpty();
  }

  @Test
  void every_action_of_an_operator_leaves_an_audit_row() {
    controls.setTradingState(TradingState.HALTED, "ann", "drill");
    OperatorOverride cap = override("btc", 30);
    controls.expireOverride(cap.id(), "bob", "over", NOON);
    controls.requestRun("ann", "look");
    controls.send(Errand.Kind.CANCEL_ALL, "ann", "storm");
    List<String> actions =
        database
            .as(DatabaseRole.OWNER)
            .read(
                "read the audit",
                sql ->
                    sql.list(
                        "select action || ' by ' || author as line from audit order by audit_id",
                        row -> row.text("line")));
    assertThat(actions)
        .containsExactly(
            "trading-state by ann",
            "override-set by ann",
            "override-expire by bob",
            "run-now by ann",
            "cancel-all by ann");
  }

  @Test
  void an_override_that_was_ordered_without_sight_of_another_one_is_refused() {
    OperatorOverride noTrade =
        new OperatorOverride(
            0,
            new OverrideScope(OverrideScope.Level.VENUE, "binance"),
            OperatorOverride.Kind.NO_TRADE,
            Ratio.ZERO,
            "ann",
            "maintenance",
            NOON,
            NOON.plusSeconds(100));
    OperatorOverride first = controls.setOverride(noTrade, Optional.of(List.of())).orThrow();
    assertThat(inForceAtNoon()).containsExactly(first);
    assertThat(controls.setOverride(noTrade, Optional.of(List.of())))
        .isInstanceOf(Result.Refused.class);
    assertThat(controls.setOverride(noTrade, Optional.of(List.of(first.id()))))
        .isInstanceOf(Result.Ok.class);
    assertThat(inForceAtNoon()).hasSize(2);
  }

  private List<OperatorOverride> inForceAtNoon() {
    return database.read("read the overrides", sql -> OverrideRows.inForce(sql, NOON));
  }

  private OperatorOverride override(String sleeve, long seconds) {
    return controls.addOverride(
        SleeveId.of(sleeve),
        OperatorOverride.Kind.MULTIPLIER,
        Ratio.of("0.5"),
        "ann",
        "event",
        NOON,
        NOON.plusSeconds(seconds));
  }

  private static Slot skipped() {
    return Slot.scheduled("default", NOON.plusSeconds(60));
  }

  /** One cycle that buys 2 contracts in two fills, and one slot that is skipped. */
  private void decide() {
    assertThat(lease.tryAcquire()).isTrue();
    JournalExamples.trade(journal);
    journal.keepInputs(SLOT.cycleId(), InputExamples.inputs("100.5", "1000"));
    journal.keepDocument(SLOT.cycleId(), "plan", new TreeMap<>(java.util.Map.of("legs", 1)));
    TreeMap<String, Long> millis = new TreeMap<>();
    millis.put("observe", 12L);
    journal.endCycle(
        SLOT.cycleId(),
        NOON.plusSeconds(3),
        CycleStatus.DONE,
        "",
        Optional.of(JournalExamples.statement()),
        millis);
    journal.skipSlot(skipped(), NOON.plusSeconds(60), "paused");
  }

  @Test
  void the_largest_numbers_are_told_with_their_times_and_whether_twice_as_many_are_allowed() {
    assertThat(lease.tryAcquire()).isTrue();
    JournalExamples.trade(journal);
    journal.keepDocument(SLOT.cycleId(), "load", new BusiestTimes(List.of(load(1500), load(900))));
    Slot later = Slot.scheduled("default", NOON.plusSeconds(86_400));
    journal.beginCycle(later, NOON);
    journal.keepDocument(later.cycleId(), "load", new BusiestTimes(List.of(load(1200))));

    Facts all = capacity(Instant.EPOCH);
    assertThat(all.rows())
        .anySatisfy(row -> assertThat(row).startsWith("fills in a minute", "2"))
        .contains(
            List.of("orders in a cycle", "1", SLOT.cycleId().value(), "", ""),
            List.of("fills in all", "2", "", "", ""),
            List.of(
                "binance futures: weight in a minute",
                "1500",
                "2026-01-31T12:00:00Z",
                "2400",
                "over by 600: held back"));
    assertThat(capacity(Instant.parse("9000-01-01T00:00:00Z")).rows()).isEmpty();
  }

  private Facts capacity(Instant since) {
    return new PgDossier(database)
        .facts(Dossier.Kind.CAPACITY, since, Instant.parse("9999-01-01T00:00:00Z"));
  }

  private static BusiestTimes.Row load(long weight) {
    return new BusiestTimes.Row("binance", "futures", "weight in a minute", NOON, weight, 2400);
  }
}
