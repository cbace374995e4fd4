package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.evenkeel.contract.RequestsContract;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.RequestRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rule of two in PostgreSQL. */
class PgRequestsTest extends RequestsContract {

  private Database database;
  private PgJournal journal;

  @Override
  protected Member newMemory() {
    database = Database.attach(TestServer.emptiedDatabase());
    PgLease lease = new PgLease(database, "evenkeel", "leader", Duration.ofSeconds(60));
    journal = new PgJournal(database, lease);
    return new Member(journal, new PgRequests(database), lease);
  }

  @Override
  protected void loseLease() {
    database
        .as(DatabaseRole.OWNER)
        .write(
            "take the lease away",
            sql -> sql.update("update lease set epoch = epoch + 1, holder = 'rival'"));
  }

  /** Time cannot be moved in a database; what is stored can, by a hand that puts the rules aside. */
  @Override
  protected void age(Duration by) {
    database
        .as(DatabaseRole.OWNER)
        .write(
            "make it older",
            sql -> {
              sql.update("set local role none");
              sql.update("set local session_replication_role = replica");
              for (String table : List.of("request", "request_decision")) {
                sql.update(
                    "update "
                        + table
                        + " set recorded_at = recorded_at - make_interval(secs => "
                        + by.toSeconds()
                        + ")");
              }
              return 0;
            });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void every_step_leaves_an_audit_row_with_its_author_and_the_last_one_names_both() {
    PgRequests requests = new PgRequests(database);
    RequestRow asked =
        requests.ask(new Request("test-wish", "something risky", "x"), "ann", "needed");
    RequestRow approved = requests.approve(asked.number(), asked.hash(), "bob", "seen").orThrow();
    journal.approvals().conclude(approved, true, "fine");
    List<String> audit =
        database
            .as(DatabaseRole.OWNER)
            .read(
                "read the audit",
                sql ->
                    sql.list(
                        "select action || ' by ' || author as text from audit order by audit_id",
                        row -> row.text("text")));
    assertThat(audit)
        .containsExactly("request by ann", "approve by bob", "test-wish by ann and bob");
  }
}
