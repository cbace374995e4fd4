package org.evenkeel.shell.jdbc;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.core.statement.SignedOrder;

/** Whether what two persons are said to have agreed on was signed by both. */
public interface ApprovalProof {

  /** Takes what the tables say, where nobody has a key. */
  ApprovalProof NOT_ASKED_FOR = (request, asked, approved, askedAt, approvedAt) -> true;

  /** True if the signatures are those of two persons, about this very request, in time. */
  boolean holds(
      RequestRow request,
      Optional<SignedOrder> asked,
      Optional<SignedOrder> approved,
      Instant askedAt,
      Instant approvedAt);
}
