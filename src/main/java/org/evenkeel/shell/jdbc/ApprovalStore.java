package org.evenkeel.shell.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.Approvals;

/** What two persons have agreed on, for the leader that carries it out. */
final class ApprovalStore implements Approvals {

  private static final String CONCLUDE =
      "insert into request_outcome (request_id, is_done, detail, run_id, epoch) values (?, ?, ?, ?, ?)";

  private final Fence fence;
  private final RequestProof proof;

  ApprovalStore(Fence fence, ApprovalProof proof) {
    this.fence = fence;
    this.proof = new RequestProof(proof);
  }

  @Override
  public List<RequestRow> approved() {
    return fence.read(
        "read the approved requests",
        sql -> {
          List<RequestRow> proven = new ArrayList<>();
          for (RequestRow row : RequestRows.approved(sql)) {
            // What is not signed by two is not seen, and expires.
            if (proof.holds(sql, row)) {
              proven.add(row);
            }
          }
          return proven;
        });
  }

  @Override
  public void setTradingState(RequestRow request, TradingState state) {
    fence.write(
        "set the trading state",
        (sql, stamp) -> PgControls.setTradingState(sql, state, both(request), request.reason()));
  }

  @Override
  public boolean endOverride(RequestRow request, long id, Instant at) {
    return fence.write(
        "end the override " + id,
        (sql, stamp) -> PgControls.endOverride(sql, id, both(request), request.reason(), at));
  }

  @Override
  public boolean unlock(RequestRow request, String subject, Instant at) {
    return fence.write(
        "unlock " + subject,
        (sql, stamp) -> PgLockControls.unlock(sql, subject, both(request), request.reason(), at));
  }

  private static String both(RequestRow request) {
    return request.author() + " and " + request.decidedBy();
  }

  @Override
  public void conclude(RequestRow request, boolean isDone, String outcome) {
    fence.write(
        "conclude the request " + request.number(),
        (sql, stamp) -> {
          sql.update(CONCLUDE, request.number(), isDone, outcome, stamp.runId(), stamp.epoch());
          return Audit.enter(
              sql,
              request.request().kind(),
              "#" + request.number() + " " + request.request().subject(),
              request.request().payload(),
              (isDone ? "done: " : "failed: ") + outcome,
              request.author() + " and " + request.decidedBy(),
              request.reason() + "; " + request.decisionReason());
        });
  }
}
