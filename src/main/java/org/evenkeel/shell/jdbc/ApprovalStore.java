package org.evenkeel.shell.jdbc;

import java.util.List;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.Approvals;

/** What two persons have agreed on, for the leader that carries it out. */
final class ApprovalStore implements Approvals {

  private static final String CONCLUDE =
      "insert into request_outcome (request_id, is_done, detail, run_id, epoch) values (?, ?, ?, ?, ?)";

  private final Fence fence;

  ApprovalStore(Fence fence) {
    this.fence = fence;
  }

  @Override
  public List<RequestRow> approved() {
    return fence.read("read the approved requests", RequestRows::approved);
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
