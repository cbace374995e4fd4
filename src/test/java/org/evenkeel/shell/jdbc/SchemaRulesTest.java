package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.contract.JournalExamples.NOON;
import static org.evenkeel.contract.JournalExamples.SLOT;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evenkeel.contract.InputExamples;
import org.evenkeel.contract.JournalExamples;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.VenueOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of the schema refuses the row that would break it, also from a hand that bypasses the journal. */
class SchemaRulesTest {

  private static Database database;

  @BeforeAll
  static void fill() {
    database = Database.attach(TestServer.emptiedDatabase());
    PgLease lease = new PgLease(database, "evenkeel", "tester", Duration.ofSeconds(60));
    assertThat(lease.tryAcquire()).isTrue();
    PgJournal journal = new PgJournal(database, lease);
    journal.openRun(JournalExamples.manifest("first-run"), JournalExamples.ids("4f7q"));
    journal.heartbeat(NOON);
    journal.beginCycle(SLOT, NOON);
    journal.keepInputs(SLOT.cycleId(), InputExamples.inputs("100", "1"));
    journal.keepDocument(SLOT.cycleId(), "plan", List.of());
    var intent = JournalExamples.intent();
    journal.commitIntents(List.of(intent));
    Attempt attempt = JournalExamples.attempt(intent.id(), 1);
    journal.commitAttempt(attempt, NOON);
    Attempt settling =
        attempt
            .seenAs(VenueOrderId.of("1"))
            .with(new AttemptState.Settling(Contracts.of("2"), VenueOrder.Status.FILLED));
    journal.advance(attempt, settling, NOON, "closed");
    var fill = JournalExamples.fill("7", "1", "1");
    journal.bookFill(
        fill,
        JournalExamples.bookingOf(fill),
        Optional.of(settling),
        Optional.of(settling.booked(Contracts.of("1"))));
    PgControls controls = new PgControls(database);
    controls.setTradingState(TradingState.PAUSED, "ann", "drill");
    new PgEventLog(database, "account").append("line");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "incarnation",
        "observation",
        "cycle_input",
        "cycle_document",
        "intent",
        "attempt_state",
        "attempt_transition",
        "attempt_event",
        "fill",
        "ledger_transaction",
        "ledger_entry",
        "nav",
        "position_snapshot",
        "audit",
        "trading_state",
        "exposure_override",
        "override_end",
        "limit_override",
        "limit_override_end",
        "sim_event",
        "request",
        "request_decision",
        "request_outcome",
        "known_spec",
        "pinned_account",
        "venue_reach",
        "slot_to_skip",
        "slot_move",
        "lease_takeover",
        "kill_drill",
        "rebalance_request",
        "errand",
        "errand_end",
        "adopted_order",
        "adopted_order_end",
        "alert",
        "alert_event",
        "alert_ack"
      })
  void a_table_of_facts_is_append_only(String table) {
    String column =
        database
            .as(DatabaseRole.OWNER)
            .read(
                "read columns",
                sql ->
                    sql.one(
                        "select column_name from information_schema.columns"
                            + " where table_schema = 'evenkeel' and table_name = ?"
                            + " and is_identity = 'NO' order by ordinal_position limit 1",
                        row -> row.text("column_name"),
                        table));
    refuses(table + "_is_append_only", "update " + table + " set " + column + " = " + column);
    refuses(table + "_is_append_only", "delete from " + table);
    refuses(table + "_is_append_only", "truncate " + table + " cascade");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lease", "cycle", "attempt", "lock", "run_request"})
  void a_table_of_states_loses_no_row(String table) {
    refuses(table + "_is_append_only", "delete from " + table);
    refuses(table + "_is_append_only", "truncate " + table + " cascade");
  }

  @Test
  void an_intent_has_one_live_attempt() {
    refuses("one_live_attempt_per_intent", copyOfAttempt("'ek4f7qother', intent_id", "2"));
  }

  @Test
  void a_client_order_id_is_used_once() {
    refuses("one_attempt_per_client_order_id", copyOfAttempt("client_order_id, intent_id", "2"));
  }

  @Test
  void an_attempt_begins_in_pending_new() {
    refuses(
        "attempt_begins_in_pending_new",
        copyOfAttempt("'ek4f7qother', intent_id", "2").replace("'PENDING_NEW'", "'NEW'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "request_hash = repeat('0', 64)",
        "order_qty = 3",
        "limit_price = 1",
        "side = 'SELL'",
        "reduce_only = true",
        "client_order_id = 'ek4f7qother'",
        "valid_until = valid_until + interval '1 hour'",
        "committed_at = committed_at - interval '1 hour'"
      })
  void what_was_sent_may_not_change(String change) {
    refuses("attempt_request_is_immutable", "update attempt set " + change);
  }

  @Test
  void the_venues_name_of_an_order_may_not_change() {
    refuses("attempt_venue_order_is_immutable", "update attempt set venue_order_id = '2'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENDING_NEW", "UNKNOWN", "ABSENT"})
  void an_attempt_takes_no_step_that_is_not_listed(String state) {
    refuses(
        "attempt_transition_is_allowed",
        "update attempt set state = '" + state + "', verdict = null");
  }

  @Test
  void a_terminal_attempt_stays_as_it_is() {
    refuses(
        "attempt_transition_is_allowed",
        "update attempt set state = 'FILLED', verdict = null",
        "update attempt set state = 'FILLED', detail = 'again'");
  }

  @Test
  void a_booking_that_does_not_balance_is_not_committed() {
    refuses(
        "ledger_sums_to_zero_per_unit",
        """
        with t as (
          insert into ledger_transaction (kind, reference, venue_time, run_id, epoch)
          values ('FUNDING', 'bad', now(), 'first-run', 1) returning transaction_id)
        insert into ledger_entry (transaction_id, number, account, unit, amount)
        select transaction_id, 1, 'FUTURES_WALLET', 'USDT', 5 from t
        union all select transaction_id, 2, 'FUNDING', 'USDC', -5 from t
        """);
  }

  @Test
  void a_booking_takes_no_later_entries() {
    refuses(
        "ledger_entries_come_with_their_transaction",
        """
        insert into ledger_entry (transaction_id, number, account, unit, amount)
        select transaction_id, 100, 'FUTURES_WALLET', 'USDT', 0 from ledger_transaction limit 1
        """);
  }

  @Test
  void a_cycle_that_ended_stays_ended() {
    refuses(
        "cycle_ends_once",
        "update cycle set status = 'DONE', ended_at = now()",
        "update cycle set status = 'FAILED'");
  }

  @Test
  void the_identity_of_a_cycle_may_not_change() {
    refuses("cycle_identity_is_immutable", "update cycle set due_at = now()");
  }

  @Test
  void an_epoch_never_falls() {
    refuses("lease_epoch_only_grows", "update lease set epoch = epoch - 1");
  }

  @Test
  void an_action_names_its_author_and_reason() {
    refuses(
        "trading_state_names_its_author",
        "insert into trading_state (state, author, reason) values ('HALTED', '', 'x')");
    refuses(
        "run_request_gives_a_reason",
        "insert into run_request (author, reason) values ('ann', '')");
    refuses(
        "errand_gives_a_reason",
        "insert into errand (kind, author, reason) values ('RECONCILE', 'ann', '')");
  }

  private static String copyOfAttempt(String idAndIntent, String number) {
    return "insert into attempt (client_order_id, intent_id, cycle_id, number, instrument, side,"
        + " order_qty, limit_price, time_in_force, reduce_only, signed_at, valid_until,"
        + " request_hash, state, committed_at, updated_at, run_id, epoch) select "
        + idAndIntent
        + ", cycle_id, "
        + number
        + ", instrument, side, order_qty, limit_price, time_in_force, reduce_only, signed_at,"
        + " valid_until, request_hash, 'PENDING_NEW', committed_at, updated_at, run_id, epoch"
        + " from attempt";
  }

  /** All statements in one transaction, which the last one breaks, so that nothing stays. */
  private static void refuses(String rule, String... statements) {
    assertThatThrownBy(
            () ->
                database
                    .as(DatabaseRole.OWNER)
                    .write(
                        "break a rule",
                        sql -> {
                          for (int i = 0; i < statements.length - 1; i++) {
                            assertThat(sql.update(statements[i])).isPositive();
                          }
                          return sql.update(statements[statements.length - 1]);
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("rule " + rule + ",");
  }
}
