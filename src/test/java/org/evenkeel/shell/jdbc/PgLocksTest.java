package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.contract.JournalExamples.BTC;
import static org.evenkeel.contract.JournalExamples.NOON;

import java.time.Duration;
import java.util.List;
import org.evenkeel.contract.LocksContract;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Locks in PostgreSQL. */
class PgLocksTest extends LocksContract {

  private Database database;
  private PgJournal journal;

  @Override
  protected Member newMemory() {
    database = Database.attach(TestServer.emptiedDatabase());
    PgLease lease = new PgLease(database, "evenkeel", "leader", Duration.ofSeconds(60));
    journal = new PgJournal(database, lease);
    return new Member(journal, new PgLockControls(database), new PgRequests(database), lease);
  }

  @Override
  protected void loseLease() {
    database
        .as(DatabaseRole.OWNER)
        .write(
            "take the lease away",
            sql -> sql.update("update lease set epoch = epoch + 1, holder = 'rival'"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void refuses(String rule, String statement) {
    assertThatThrownBy(
            () ->
                database.as(DatabaseRole.OWNER).write("break a rule", sql -> sql.update(statement)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(rule);
  }

  @Test
  void no_hand_clears_a_persons_lock_without_an_approved_request_or_edits_one() {
    journal
        .locks()
        .hold(new LockFinding(BTC.value(), LockCause.EXTERNAL_FILL, "1", "none", "SELL"), NOON);
    refuses(
        "lock_needs_an_acknowledgement",
        "update lock set cleared_at = clock_timestamp(), cleared_by = 'ann'");
    refuses("lock_is_cleared_once", "update lock set subject = 'SPOT/USDC'");
    refuses(
        "lock_request_fk",
        "update lock set cleared_at = clock_timestamp(), cleared_by = 'ann', request_id = 99");
    assertThat(journal.locks().open()).hasSize(1);
  }

  @Test
  void no_hand_approves_its_own_request_or_another_content() {
    PgRequests requests = new PgRequests(database);
    var asked =
        requests.ask(
            new org.evenkeel.core.policy.Request("test-wish", "something", "x"), "ann", "needed");
    String decide =
        "insert into request_decision (request_id, is_approved, request_hash, author, reason)"
            + " values (1, true, '%s', '%s', 'yes')";
    refuses("request_is_approved_by_another_person", decide.formatted(asked.hash(), "Ann "));
    refuses("request_decision_is_of_its_content", decide.formatted("0".repeat(64), "bob"));
    refuses(
        "request_hash_is_of_its_content",
        "insert into request (kind, subject, payload, request_hash, author, reason)"
            + " values ('test-wish', 'something', 'y', '"
            + asked.hash()
            + "', 'ann', 'needed')");
  }

  @Test
  void locks_by_hand_leave_audit_rows() {
    PgLockControls controls = new PgLockControls(database);
    controls.lock(BTC.value(), "ann", "news", NOON);
    controls.unlock(BTC.value(), "bob", "over", NOON);
    List<String> audit =
        database
            .as(DatabaseRole.OWNER)
            .read(
                "read the audit",
                sql ->
                    sql.list(
                        "select action || ' by ' || author as text from audit order by audit_id",
                        row -> row.text("text")));
    assertThat(audit).containsExactly("lock by ann", "unlock by bob");
  }
}
