package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.evenkeel.contract.CostExamples;
import org.evenkeel.contract.JournalExamples;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.calendar.SlotMove;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.ChainEntry;
import org.evenkeel.core.statement.ChainHead;
import org.evenkeel.core.statement.ChainVerdict;
import org.evenkeel.core.statement.KillDrill;
import org.evenkeel.cycle.Dossier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chain of facts, and what it says of rows that were altered by a hand that may do everything. */
class PgAuditTrailTest {

  private final DatabaseSettings settings = TestServer.emptiedDatabase();
  private final Database database = Database.open(settings);
  private final PgControls controls = new PgControls(database);
  private final PgAuditTrail trail = new PgAuditTrail(database);

  @AfterEach
  void close() {
    database.close();
  }

  /** Three states make six rows: each has its audit row. */
  private void orderThings() {
    controls.setTradingState(TradingState.PAUSED, "ann", "first");
    controls.setTradingState(TradingState.HALTED, "bob", "second");
    controls.setTradingState(TradingState.ACTIVE, "ann", "third");
  }

  /** A superuser with the triggers put aside. */
  private void byHand(String... statements) {
    try (Connection connection = Plain.connect(settings, "evenkeel test");
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path = evenkeel; set session_replication_role = replica");
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private ChainVerdict.Fault fault(ChainHead... heads) {
    return trail.verify(List.of(heads)).fault().orElseThrow();
  }

  @Test
  void every_order_of_a_person_is_in_the_chain_and_the_chain_is_sound() {
    assertThat(trail.head()).isEmpty();
    orderThings();
    ChainVerdict verdict = trail.verify(List.of(trail.head().orElseThrow()));
    assertThat(verdict.fault()).isEmpty();
    assertThat(verdict.rows()).isEqualTo(6);
    List<ChainEntry> exported = new ArrayList<>();
    trail.export(exported::add);
    assertThat(exported)
        .extracting(ChainEntry::source)
        .containsExactly(
            "trading_state", "audit", "trading_state", "audit", "trading_state", "audit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update audit set reason = 'never' where author = 'bob'            | 4 | audit 2         | not what was written
          update trading_state set state = 'PAUSED' where author = 'bob'    | 3 | trading_state 2 | not what was written
          delete from audit where author = 'bob'                            | 4 | audit 2         | the row is gone
          insert into audit (action, subject, before, after, author, reason) values ('x', 'x', '', '', 'eve', 'x') | 7 | audit 4 | added past the chain
          """)
  void a_row_altered_by_hand_is_named(String edit, long seq, String subject, String what) {
    orderThings();
    byHand(edit);
    assertThat(fault().seq()).isEqualTo(seq);
    assertThat(fault().subject()).isEqualTo(subject);
    assertThat(fault().what()).contains(what);
  }

  @Test
  void whatever_is_chained_is_compared_with_the_chain_by_the_same_key() {
    SortedMap<String, List<String>> chained = new TreeMap<>();
    database
        .read(
            "read the triggers",
            sql ->
                sql.list(
                    """
                    select c.relname as source, pg_get_triggerdef(t.oid) as trigger
                    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
                    where p.proname = 'enchain'
                    """,
                    row -> List.of(row.text("source"), row.text("trigger"))))
        .forEach(
            row ->
                chained.put(
                    row.get(0),
                    Pattern.compile("'([a-z_]+)'")
                        .matcher(row.get(1))
                        .results()
                        .map(found -> found.group(1))
                        .toList()));
    assertThat(chained).isEqualTo(PgAuditTrail.SOURCES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update order_arrival set ask = 100.9 where style = 'PASSIVE' and ask = 101 | order_arrival   | not what was written
          delete from order_arrival where ask = 100.6                                | order_arrival   | the row is gone
          update intent_forgone set end_price = 100                                  | intent_forgone  | not what was written
          update slot_to_skip set due_at = due_at + interval '1 day'                 | slot_to_skip    | the row is gone
          update slot_move set to_at = to_at + interval '1 day'                      | slot_move       | not what was written
          delete from rebalance_request                                              | rebalance_request | the row is gone
          """)
  void facts_of_costs_and_appointments_to_skip_are_in_the_chain(
      String edit, String subject, String what) {
    PgLease lease = new PgLease(database, "evenkeel", "leader", Duration.ofSeconds(60));
    assertThat(lease.tryAcquire()).isTrue();
    PgJournal journal = new PgJournal(database, lease);
    journal.openRun(JournalExamples.manifest("run-1"), JournalExamples.ids("4f7q"));
    journal.beginCycle(JournalExamples.SLOT, JournalExamples.NOON);
    journal.commitIntents(List.of(JournalExamples.intent()));
    CostExamples.trade(journal);
    controls.skipSlot(JournalExamples.NOON, "ann", "holiday");
    Instant tomorrow = JournalExamples.NOON.plusSeconds(86400);
    controls.moveSlot(new SlotMove(tomorrow, tomorrow.plusSeconds(60)), "ann", "a minute");
    controls.requestRebalance(new TreeSet<>(List.of(SleeveId.of("btc"))), "ann", "this one");
    ChainVerdict sound = trail.verify(List.of());
    assertThat(sound.fault()).isEmpty();
    byHand(edit);
    assertThat(fault().subject()).startsWith(subject + " ");
    assertThat(fault().what()).contains(what);
  }

  @Test
  void a_row_of_the_chain_that_was_altered_with_its_fact_is_named() {
    orderThings();
    byHand(
        "alter table chain drop constraint if exists chain_hash_is_of_its_content",
        "update audit set reason = 'never' where author = 'bob'",
        "update chain set content = replace(content, 'second', 'never') where source = 'audit'");
    assertThat(fault().seq()).isEqualTo(4);
    assertThat(fault().what()).contains("another hash");
    restoreConstraint();
  }

  private void restoreConstraint() {
    byHand(
        "delete from chain",
        "alter table chain add constraint chain_hash_is_of_its_content check (row_hash ="
            + " encode(sha256(convert_to(prev_hash || E'\\n' || seq || E'\\n' || source || E'\\n'"
            + " || key || E'\\n' || content, 'UTF8')), 'hex'))");
  }

  @Test
  void a_tail_cut_together_with_its_facts_is_noticed_by_the_kept_head() {
    orderThings();
    ChainHead kept = trail.head().orElseThrow();
    byHand(
        "delete from chain where seq > 4",
        "delete from audit where audit_id > 2",
        "delete from trading_state where trading_state_id > 2");
    assertThat(trail.verify(List.of()).isSound()).isTrue();
    assertThat(fault(kept).seq()).isEqualTo(5);
    assertThat(fault(kept).what()).contains("its tail was cut");
  }

  @Test
  void writers_at_once_make_one_chain() throws Exception {
    try (ExecutorService writers = Executors.newFixedThreadPool(3)) {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String author = "author" + i;
        done.add(
            writers.submit(() -> controls.setTradingState(TradingState.PAUSED, author, "at once")));
      }
      for (Future<?> each : done) {
        each.get();
      }
    }
    assertThat(trail.verify(List.of()).fault()).isEmpty();
    assertThat(trail.verify(List.of()).rows()).isEqualTo(24);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BOT      | insert into request (kind, subject, payload, request_hash, author, reason) values ('x', 'x', '', '', 'a', 'b')
          BOT      | insert into exposure_override (scope, name, kind, value, author, reason, created_at, expires_at) values ('BOOK', '', 'CLOSE', 0, 'a', 'b', now(), now() + interval '1 day')
          BOT      | insert into chain values (1, 'a', 'b', 'c', '', 'd')
          BOT      | delete from audit
          BOT      | update audit set reason = 'x'
          BOT      | drop table audit
          BOT      | alter table audit disable trigger all
          OPERATOR | insert into intent values ('x')
          OPERATOR | insert into fill (venue) values ('x')
          OPERATOR | insert into request_outcome (request_id) values (1)
          OPERATOR | update lock set cause = 'OPERATOR'
          OPERATOR | update lease set epoch = epoch + 1
          READER   | insert into audit (action, subject, before, after, author, reason) values ('x', 'x', '', '', 'a', 'b')
          READER   | insert into trading_state (state, author, reason) values ('ACTIVE', 'a', 'b')
          """)
  void a_role_may_not_do_what_is_not_its_own(DatabaseRole role, String statement) {
    assertThatThrownBy(() -> database.as(role).write("try", sql -> sql.update(statement)))
        .hasStackTraceContaining("42501");
  }

  private void rehearse(Duration worst) {
    new PgUpkeep(database, ApprovalProof.NOT_ASKED_FOR)
        .keepDrill(
            new KillDrill(
                JournalExamples.NOON,
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                worst,
                Duration.ofSeconds(300),
                List.of()),
            "ann",
            "monthly");
  }

  @Test
  void the_newest_rehearsal_has_an_age_if_it_was_passed() {
    assertThat(PgLimitControls.rehearsalAge(database)).isEmpty();
    rehearse(Duration.ofMinutes(5));
    assertThat(PgLimitControls.rehearsalAge(database))
        .hasValueSatisfying(age -> assertThat(age).isBetween(Duration.ZERO, Duration.ofHours(1)));
    rehearse(Duration.ofSeconds(301));
    assertThat(PgLimitControls.rehearsalAge(database)).isEmpty();
  }

  @Test
  void a_backup_put_into_another_database_is_the_same_and_an_altered_one_is_refused(
      @TempDir Path folder) throws IOException {
    orderThings();
    PgLease lease = new PgLease(database, "evenkeel", "leader", Duration.ofSeconds(60));
    assertThat(lease.tryAcquire()).isTrue();
    JournalExamples.trade(new PgJournal(database, lease));
    PgDossier dossier = new PgDossier(database);
    assertThat(dossier.tables()).contains("fill", "audit").doesNotContain("sim_event");
    for (Dossier.Kind kind : Dossier.Kind.values()) {
      assertThat(dossier.facts(kind, Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z")))
          .isNotNull();
    }
    rehearse(Duration.ofMillis(3500));
    Path file = folder.resolve("backup.zip");
    BackupListing listing = PgBackup.write(database, "1.0", file);
    assertThatThrownBy(() -> PgBackup.write(database, "1.0", file))
        .isInstanceOf(DatabaseRefused.class);
    try (Database scratch = Database.open(TestServer.freshDatabase())) {
      PgBackup.restore(file, PgBackup.read(file), scratch);
      assertThat(new PgAuditTrail(scratch).verify(listing.head().stream().toList()).fault())
          .isEmpty();
      assertThat(PgBackup.ledger(scratch)).isEqualTo(listing.ledger());
      assertThat(new PgUpkeep(scratch, ApprovalProof.NOT_ASKED_FOR).drills(9))
          .singleElement()
          .satisfies(kept -> assertThat(kept.drill().worst()).isEqualTo(Duration.ofMillis(3500)));
      alter(file);
      assertThatThrownBy(() -> PgBackup.restore(file, listing, scratch))
          .isInstanceOf(DatabaseRefused.class)
          .hasMessageContaining("the table audit is not what was written");
    }
  }

  /** A reason in the backup that nobody gave. */
  private static void alter(Path file) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Path table = zip.getPath("tables/audit.copy");
      Files.writeString(table, Files.readString(table).replace("second", "never"));
    }
  }
}
