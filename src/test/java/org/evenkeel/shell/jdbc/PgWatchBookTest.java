package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.assertj.core.util.Throwables;
import org.evenkeel.contract.JournalExamples;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.policy.watch.CopyRecord;
import org.evenkeel.core.policy.watch.ExecutionGap;
import org.evenkeel.core.statement.Status;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.core.statement.WatchRow;
import org.evenkeel.cycle.watch.EngineWord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The watcher's looks and deeds in PostgreSQL, and what its role keeps it from. */
class PgWatchBookTest {

  private final Database database = Database.attach(TestServer.emptiedDatabase());
  private final PgControls controls = new PgControls(database);
  private final PgRecords records = new PgRecords(database, Currency.of("USDT"));
  private final PgWatchBook book = new PgWatchBook(database);

  @AfterEach
  void close() {
    database.close();
  }

  private static WatchLook look(String verdict, Optional<BigDecimal> nav) {
    return new WatchLook(
        verdict,
        "as it is",
        2,
        "",
        "RUNNING, heard 1 s ago",
        15,
        "USDT",
        nav,
        nav.map(each -> new BigDecimal("1.5")),
        nav,
        nav.map(each -> "BTC@okx"),
        nav,
        Optional.empty(),
        "binance alike");
  }

  @Test
  void the_newest_look_takes_the_place_of_the_one_before_and_is_shown() {
    assertThat(records.status().watch()).isEmpty();

    book.keep(look("WITHIN", Optional.of(new BigDecimal("1000"))));
    book.keep(look("BLIND", Optional.empty()));

    WatchRow row = records.status().watch().orElseThrow();
    assertThat(row.look()).isEqualTo(look("BLIND", Optional.empty()));
    assertThat(row.isWatching()).isTrue();
    assertThat(row.isLatched()).isFalse();
  }

  @Test
  void a_look_that_is_three_intervals_old_is_that_of_nobody() {
    book.keep(look("WITHIN", Optional.empty()));
    age("46 seconds");

    assertThat(records.status().watch().orElseThrow().isWatching()).isFalse();
  }

  private void age(String by) {
    database
        .as(DatabaseRole.OWNER)
        .write(
            "let time pass",
            sql ->
                sql.update("update watch_look set looked_at = looked_at - interval '" + by + "'"));
  }

  @Test
  void a_halt_is_a_trading_state_with_its_audit_row_and_latches_until_trading_is_allowed() {
    book.keep(look("BREACH", Optional.empty()));
    book.halt("gross exposure is 9");

    Status halted = records.status();
    assertThat(halted.tradingState()).isEqualTo("HALTED");
    assertThat(halted.tradingStateReason()).isEqualTo("watcher: gross exposure is 9");
    assertThat(halted.watch().orElseThrow().isLatched()).isTrue();
    assertThat(halted.watch().orElseThrow().lastHalt().orElseThrow())
        .endsWith("Z gross exposure is 9");
    assertThat(book.word().isLatched()).isTrue();

    controls.setTradingState(TradingState.FLATTENING, "ann", "close it");
    assertThat(book.word().isLatched()).isTrue();
    controls.setTradingState(TradingState.ACTIVE, "ann", "seen");
    assertThat(book.word().isLatched()).isFalse();
    assertThat(new PgAuditTrail(database).verify(List.of()).fault()).isEmpty();
  }

  @Test
  void whoever_stopped_trading_before_keeps_the_word_and_the_deed_is_latched_all_the_same() {
    controls.setTradingState(TradingState.FLATTENING, "ann", "close it");

    book.halt("margin ratio is 0.9");
    book.canceled("cancellation of 2 orders asked for, none is left");

    assertThat(records.status().tradingState()).isEqualTo("FLATTENING");
    assertThat(book.word().isLatched()).isTrue();
  }

  @Test
  void it_reads_what_the_engine_says_of_itself() {
    assertThat(book.word().life()).isEqualTo(EngineWord.Life.AT_REST);
    assertThat(book.word().claim()).isEmpty();

    PgLease lease = new PgLease(database, "evenkeel", "tester", Duration.ofSeconds(60));
    PgJournal journal = new PgJournal(database, lease);
    lease.tryAcquire();
    journal.openRun(JournalExamples.manifest("run-1"), JournalExamples.ids("4f7q"));
    journal.book(JournalExamples.opening("5"));
    journal.heartbeat(JournalExamples.NOON);

    EngineWord word = book.word();
    assertThat(word.life()).isEqualTo(EngineWord.Life.RUNNING);
    assertThat(word.silentSeconds().orElseThrow()).isBetween(0L, 5L);
    assertThat(word.claim().orElseThrow().coins()).containsKey("USDT@binance");

    database
        .as(DatabaseRole.OWNER)
        .write(
            "let the lease run out",
            sql -> sql.update("update lease set expires_at = now() - interval '1 second'"));
    assertThat(book.word().life()).isEqualTo(EngineWord.Life.SILENT);
  }

  @Test
  void what_was_compared_and_what_differs_is_kept_until_it_is_over_or_a_person_answers_for_it() {
    VenueId binance = VenueId.of("binance");
    assertThat(book.copyRecord(binance).next(JournalExamples.NOON)).isEmpty();
    ExecutionGap missing = gap(ExecutionGap.Kind.MISSING, "trade 5");
    ExecutionGap invented = gap(ExecutionGap.Kind.INVENTED, "trade 6");

    book.compared(
        binance,
        JournalExamples.NOON,
        book.copyRecord(binance).change(List.of(missing, invented), Instant.EPOCH));
    CopyRecord both = book.copyRecord(binance);
    assertThat(both.comparedUntil()).contains(JournalExamples.NOON);
    assertThat(both.open()).extracting(CopyRecord.Open::gap).containsExactly(missing, invented);
    assertThat(both.open().get(0).ageSeconds()).isNotNegative();

    book.compared(binance, JournalExamples.NOON, both.change(List.of(invented), Instant.EPOCH));
    CopyRecord one = book.copyRecord(binance);
    assertThat(one.open()).extracting(CopyRecord.Open::gap).containsExactly(invented);
    long number = one.open().get(0).number();
    assertThat(controls.acceptGap(number, "ann", "the venue says so by mail")).isTrue();
    assertThat(controls.acceptGap(number, "ann", "again")).isFalse();

    CopyRecord none = book.copyRecord(binance);
    assertThat(none.open()).isEmpty();
    assertThat(none.change(List.of(invented), Instant.EPOCH).opened()).isEmpty();
    assertThat(none.change(List.of(missing), Instant.EPOCH).opened()).hasSize(1);
    assertThat(book.booked(binance, Instant.EPOCH, new TreeSet<>())).isEmpty();
    assertThat(new PgAuditTrail(database).verify(List.of()).fault()).isEmpty();
  }

  private static ExecutionGap gap(ExecutionGap.Kind kind, String reference) {
    return new ExecutionGap(
        kind,
        InstrumentId.of("BTC-USDT-PERP@binance"),
        reference,
        "0 booked, 1 shown",
        JournalExamples.NOON);
  }

  @Test
  void its_role_may_do_nothing_else() {
    book.halt("so that there is a row");

    for (String statement :
        List.of(
            "insert into trading_state (state, author, reason) values ('ACTIVE', 'watcher', 'b')",
            "insert into trading_state (state, author, reason) values ('FLATTENING', 'watcher', 'b')",
            "insert into run_request (author, reason) values ('watcher', 'b')",
            "insert into request (kind, subject, payload, request_hash, author, reason)"
                + " values ('x', 'x', '', '', 'a', 'b')",
            "insert into intent values ('x')",
            "select * from intent",
            "select * from audit_signature",
            "delete from watch_action",
            "delete from execution_gap",
            "update execution_gap set words = 'x'",
            "insert into fill select * from fill",
            "update watch_action set words = 'x'",
            "update lease set epoch = epoch + 1")) {
      assertThatThrownBy(
              () -> database.as(DatabaseRole.WATCHER).write("try", sql -> sql.update(statement)))
          .as(statement)
          .satisfies(
              thrown ->
                  assertThat(Throwables.getStackTrace(thrown))
                      .containsAnyOf("42501", "watcher_only_halts"));
    }
  }
}
