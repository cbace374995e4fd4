package org.evenkeel.core.statement;

import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.policy.Request;

/** The rule of two as a pure function: who may say what to which request. This class is stateless and thread-safe. */
public final class RuleOfTwo {

  private RuleOfTwo() {}

  /** The reason why somebody may not approve a request, or empty if they may. */
  public static Optional<Refusal> approval(
      Optional<RequestRow> found, long number, ContentHash seen, String author) {
    return rejection(found, number)
        .or(() -> found.flatMap(request -> objection(request, seen, author)));
  }

  private static Optional<Refusal> objection(RequestRow request, ContentHash seen, String author) {
    if (Request.isSamePerson(request.author(), author)) {
      return no(
          "request "
              + request.number()
              + " is your own, "
              + request.author()
              + "; another person must approve it");
    }
    if (!request.hash().equals(seen)) {
      return no(
          "request "
              + request.number()
              + " has the content "
              + request.hash()
              + ", not the one you have seen, "
              + seen);
    }
    return Optional.empty();
  }

  /** The reason why a request cannot be ended by a 'no', or empty if it can. */
  public static Optional<Refusal> rejection(Optional<RequestRow> found, long number) {
    if (found.isEmpty()) {
      return no("there is no request " + number + "; look at 'evenkeel approvals'");
    }
    RequestRow request = found.get();
    return request.state() == RequestRow.State.WAITING
        ? Optional.empty()
        : no(
            "request "
                + number
                + " is "
                + request.state()
                + (request.state() == RequestRow.State.EXPIRED
                    ? ": it waits 15 minutes; ask again"
                    : ""));
  }

  private static Optional<Refusal> no(String detail) {
    return Optional.of(Refusal.of(RefusalReason.APPROVAL, detail));
  }
}
