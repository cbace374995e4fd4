package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.RequestRow;

/** A request with what was said to it, when, and what came of it. */
record MemoryRequest(
    RequestRow row, Optional<Boolean> isApproved, Instant decidedAt, Optional<Boolean> isDone) {

  /** The row as it stands at a moment. */
  RequestRow at(Instant now) {
    return new RequestRow(
        row.number(),
        row.request(),
        row.hash(),
        row.author(),
        row.reason(),
        row.askedAt(),
        state(now),
        row.decidedBy(),
        row.decisionReason(),
        row.outcome());
  }

  private RequestRow.State state(Instant now) {
    if (isDone.isPresent()) {
      return isDone.get() ? RequestRow.State.DONE : RequestRow.State.FAILED;
    }
    if (isApproved.isPresent() && !isApproved.get()) {
      return RequestRow.State.REJECTED;
    }
    if (now.isAfter(decidedAt.plus(Request.LIFE))) {
      return RequestRow.State.EXPIRED;
    }
    return isApproved.isPresent() ? RequestRow.State.APPROVED : RequestRow.State.WAITING;
  }
}
