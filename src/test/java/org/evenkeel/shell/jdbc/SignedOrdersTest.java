package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.SignedOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signatures beside the orders, in one transaction and in the chain. */
class SignedOrdersTest {

  private final Database database = Database.open(TestServer.emptiedDatabase());
  private final Seal seal =
      (action, subject, before, after, author, reason) ->
          new SignedOrder(author, "cafe", "nonce of " + reason, action + " " + after, "c2ln");
  private final PgControls controls = new PgControls(database.sealedBy(seal));

  @AfterEach
  void close() {
    database.close();
  }

  private List<String> signed() {
    return database
        .as(DatabaseRole.READER)
        .read(
            "read the signatures",
            sql ->
                sql.list(
                    "select a.action, s.signer, s.message from audit a join audit_signature s"
                        + " using (audit_id) order by audit_id",
                    row ->
                        row.text("action")
                            + " by "
                            + row.text("signer")
                            + ": "
                            + row.text("message")));
  }

  @Test
  void an_order_is_kept_with_its_signature_and_chained() {
    controls.setTradingState(TradingState.HALTED, "ann", "fire");
    assertThat(signed()).containsExactly("trading-state by ann: trading-state HALTED");
    PgAuditTrail trail = new PgAuditTrail(database);
    assertThat(trail.verify(List.of()).isSound()).isTrue();
    assertThat(trail.verify(List.of()).rows()).isEqualTo(3);
  }

  @Test
  void a_nonce_that_was_used_is_a_replay_and_leaves_nothing() {
    controls.setTradingState(TradingState.HALTED, "ann", "fire");
    assertThatThrownBy(() -> controls.setTradingState(TradingState.ACTIVE, "ann", "fire"))
        .hasStackTraceContaining("a_nonce_is_used_once");
    assertThat(signed()).hasSize(1);
    assertThat(
            new PgRecords(database, org.evenkeel.core.catalog.Samples.USDT).status().tradingState())
        .isEqualTo("HALTED");
  }

  @Test
  void what_is_not_proven_is_not_seen_by_the_bot() {
    PgRequests requests = new PgRequests(database);
    var asked =
        requests.ask(new org.evenkeel.core.policy.Request("unlock", "unlock x", "x"), "ann", "x");
    requests.approve(asked.number(), asked.hash(), "bob", "x").orThrow();
    PgLease lease = new PgLease(database, "default", "test", java.time.Duration.ofMinutes(1));
    ApprovalProof never = (request, one, two, at, then) -> false;
    assertThat(new PgJournal(database, lease).approvals().approved()).hasSize(1);
    assertThat(new PgJournal(database, lease, never).approvals().approved()).isEmpty();
  }
}
