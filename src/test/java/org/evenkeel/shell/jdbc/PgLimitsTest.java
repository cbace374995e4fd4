package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.policy.LimitKey;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.LimitRequests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits that are set, as PostgreSQL keeps them and as the bot believes them. */
class PgLimitsTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final LimitName GROSS = LimitName.of(LimitKey.MAX_GROSS_LEVERAGE);
  private static final ApprovalProof NEVER = (request, one, two, at, then) -> false;

  private final Database database = Database.open(TestServer.emptiedDatabase());
  private final PgLease lease = new PgLease(database, "default", "test", Duration.ofMinutes(1));
  private final PgJournal journal = new PgJournal(database, lease);
  private final PgLimitControls controls = new PgLimitControls(database);

  @AfterEach
  void close() {
    database.close();
  }

  private static LimitOverride wanted(String value) {
    return LimitOverride.wanted(
        GROSS, new BigDecimal(value), "ann", "calm", NOON, NOON.plus(Duration.ofDays(7)));
  }

  private List<LimitOverride> standing(ApprovalProof proof) {
    return PgLimitControls.standing(database, proof, NOON);
  }

  private RequestRow agreed(Request request) {
    PgRequests requests = new PgRequests(database);
    RequestRow asked = requests.ask(request, "ann", "needed");
    return requests.approve(asked.number(), asked.hash(), "bob", "seen").orThrow();
  }

  private void insert(String value, long request) {
    database
        .as(DatabaseRole.OWNER)
        .write(
            "write a row past the commands",
            sql -> LimitRows.insert(sql, wanted(value), Optional.of(request)));
  }

  private void done(long request) {
    database
        .as(DatabaseRole.OWNER)
        .write(
            "say that it was carried out",
            sql -> {
              sql.update("set local role none");
              sql.update("set local session_replication_role = replica");
              return sql.update(
                  "insert into request_outcome (request_id, is_done, detail, run_id, epoch)"
                      + " values (?, true, 'x', 'r', 1)",
                  request);
            });
  }

  @Test
  void what_one_person_sets_is_read_back_until_it_expires_and_is_agreed_by_nobody_else() {
    LimitOverride set = controls.set(wanted("2"));
    assertThat(journal.limits().at(NOON)).containsExactly(set);
    assertThat(set.isAgreed()).isFalse();
    assertThat(journal.limits().at(NOON.minusSeconds(1))).isEmpty();
    assertThat(journal.limits().at(set.expiresAt())).isEmpty();
  }

  @Test
  void every_step_is_in_the_audit_chain() {
    controls.set(wanted("2"));
    assertThat(controls.reset(GROSS, "ann", "over", NOON.plusSeconds(60))).isEqualTo(1);
    assertThat(controls.reset(GROSS, "ann", "over", NOON.plusSeconds(61)))
        .as("there is nothing more to end")
        .isZero();
    LimitOverride ended = journal.limits().at(NOON.plusSeconds(60)).get(0);
    assertThat(ended.end()).contains(new LimitOverride.End(NOON.plusSeconds(60), false));
    PgAuditTrail trail = new PgAuditTrail(database);
    assertThat(trail.verify(List.of()).isSound()).isTrue();
    assertThat(trail.verify(List.of()).rows()).isEqualTo(4);
  }

  @Test
  void a_row_that_raises_counts_only_with_two_signatures_about_this_very_limit() {
    RequestRow request = agreed(LimitRequests.set(wanted("4")));
    insert("4", request.number());
    assertThat(standing(ApprovalProof.NOT_ASKED_FOR).get(0).isAgreed())
        .as("nobody has carried it out")
        .isFalse();
    done(request.number());
    assertThat(standing(ApprovalProof.NOT_ASKED_FOR).get(0).isAgreed()).isTrue();
    assertThat(standing(NEVER).get(0).isAgreed())
        .as("the signatures do not hold by our own identities")
        .isFalse();
  }

  @Test
  void the_request_for_one_limit_does_not_serve_for_another() {
    RequestRow request = agreed(LimitRequests.set(wanted("4")));
    insert("5", request.number());
    done(request.number());
    assertThat(standing(ApprovalProof.NOT_ASKED_FOR).get(0).isAgreed()).isFalse();
  }
}
