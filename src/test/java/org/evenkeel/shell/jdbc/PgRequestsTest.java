package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.contract.RequestsContract;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.LeaseRow;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.LeaseLost;
import org.evenkeel.cycle.Upkeep;
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

  @Test
  void a_lease_is_taken_away_by_one_when_it_has_run_out_and_by_two_while_it_is_alive() {
    PgLease held = new PgLease(database, "evenkeel", "leader", Duration.ofSeconds(60));
    PgUpkeep upkeep = new PgUpkeep(database, ApprovalProof.NOT_ASKED_FOR);
    LeaseRow alive = upkeep.lease("evenkeel").orElseThrow();
    assertThat(alive.isAlive()).isTrue();
    assertThat(upkeep.takeLease(alive, Optional.empty(), "ann", "it hangs")).isFalse();

    PgRequests requests = new PgRequests(database);
    RequestRow asked =
        requests.ask(
            new Request(Upkeep.STEAL, "lease evenkeel", alive.identity()), "ann", "it hangs");
    Optional<Long> number = Optional.of(asked.number());
    assertThat(upkeep.takeLease(alive, number, "ann", "it hangs")).as("not approved").isFalse();
    requests.approve(asked.number(), asked.hash(), "bob", "seen").orThrow();
    PgUpkeep unsigned = new PgUpkeep(database, (row, one, two, at, then) -> false);
    assertThat(unsigned.takeLease(alive, number, "ann", "x")).as("not signed by two").isFalse();

    assertThat(upkeep.takeLease(alive, number, "ann", "it hangs")).isTrue();
    assertThat(held.tryAcquire()).as("free again").isTrue();
    assertThatThrownBy(() -> journal.heartbeat(Instant.EPOCH)).isInstanceOf(LeaseLost.class);
    LeaseRow next = upkeep.lease("evenkeel").orElseThrow();
    assertThat(next.epoch()).isEqualTo(alive.epoch() + 2);
    assertThat(next.takeovers())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.epoch()).isEqualTo(alive.epoch());
              assertThat(one.wasAlive()).isTrue();
              assertThat(one.author()).isEqualTo("ann");
            });
    assertThat(upkeep.takeLease(alive, number, "ann", "again")).as("an old one").isFalse();
    assertThat(upkeep.takeLease(next, number, "ann", "again")).as("about another one").isFalse();

    held.release();
    LeaseRow free = upkeep.lease("evenkeel").orElseThrow();
    assertThat(upkeep.takeLease(free, Optional.empty(), "ann", "to be sure")).isTrue();
    assertThat(new PgAuditTrail(database).verify(List.of()).isSound()).isTrue();
  }
}
