package org.evenkeel.cycle;

import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.statement.RequestRow;

/**
 * Carries out what two persons have agreed on, each request exactly once: its writes and its outcome are one transaction.
 *
 * <p>Single-threaded.
 */
public final class RequestDesk {

  private final Journal journal;
  private final Alerts alerts;
  private final TreeMap<String, RequestHandler> handlers = new TreeMap<>();

  public RequestDesk(Journal journal, Alerts alerts, List<RequestHandler> handlers) {
    this.journal = journal;
    this.alerts = alerts;
    for (RequestHandler handler : handlers) {
      if (this.handlers.put(handler.kind(), handler) != null) {
        throw new IllegalArgumentException("two handlers for requests of kind " + handler.kind());
      }
    }
  }

  /** Carries out every approved request; one that cannot be done is concluded with the reason. */
  public void carryOut() {
    for (RequestRow request : journal.approvals().approved()) {
      // Whoever leads is not asked whether the lease may be taken away.
      if (request.request().kind().equals(Upkeep.STEAL)) {
        continue;
      }
      switch (prepared(request)) {
        case Result.Ok<RequestHandler.Work> ok -> write(request, ok.value());
        case Result.Refused<RequestHandler.Work> refused -> {
          // What the venue does not answer now is asked again until the approval expires.
          if (refused.refusal().reason() != RefusalReason.VENUE_UNAVAILABLE) {
            fail(request, refused.refusal().toString());
          }
        }
      }
    }
  }

  private Result<RequestHandler.Work> prepared(RequestRow request) {
    RequestHandler handler = handlers.get(request.request().kind());
    return handler == null
        ? Result.refused(
            RefusalReason.APPROVAL,
            "this version knows no requests of kind " + request.request().kind())
        : handler.prepare(request);
  }

  private void write(RequestRow request, RequestHandler.Work work) {
    try {
      String done =
          journal.together(
              "carry out request " + request.number(),
              () -> {
                String outcome = work.write();
                journal.approvals().conclude(request, true, outcome);
                return outcome;
              });
      alerts.note("request", "request " + request.number() + " is carried out: " + done);
    } catch (IllegalStateException brokenRule) {
      // Nothing of it was written; left open it would break the same rule at every heartbeat.
      fail(request, String.valueOf(brokenRule.getMessage()));
    }
  }

  private void fail(RequestRow request, String why) {
    journal.approvals().conclude(request, false, why);
    alerts.note("request", "request " + request.number() + " could not be carried out: " + why);
  }
}
