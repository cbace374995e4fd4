package org.evenkeel.shell.boot;

import java.util.List;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.Requests;

/** Requests as a person without the right to approve sees them. */
record ApproverOnly(Requests all, String name) implements Requests {

  @Override
  public RequestRow ask(Request request, String author, String reason) {
    return all.ask(request, author, reason);
  }

  @Override
  public Result<RequestRow> approve(long number, ContentHash seen, String author, String reason) {
    return Result.refused(
        RefusalReason.APPROVAL,
        name
            + " may not approve: sign with --key FILE as a person whom the identities call approver"
            + " or admin");
  }

  @Override
  public Result<RequestRow> reject(long number, String author, String reason) {
    return all.reject(number, author, reason);
  }

  @Override
  public List<RequestRow> requests(boolean all) {
    return this.all.requests(all);
  }
}
