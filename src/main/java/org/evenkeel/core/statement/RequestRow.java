package org.evenkeel.core.statement;

import java.time.Instant;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.policy.Request;

/**
 * A request for which two persons are needed, and where it stands.
 *
 * @param number its number in the list
 * @param request what is asked for
 * @param hash the name of its content, to which the approval is bound
 * @param author who asked
 * @param reason why
 * @param askedAt when, by the database's clock
 * @param state where it stands now
 * @param decidedBy who approved or rejected it, empty if nobody
 * @param decisionReason why, empty if nobody has decided
 * @param outcome what came of carrying it out, empty before that
 */
public record RequestRow(
    long number,
    Request request,
    ContentHash hash,
    String author,
    String reason,
    Instant askedAt,
    State state,
    String decidedBy,
    String decisionReason,
    String outcome) {

  /** Where a request stands. */
  public enum State {
    /** Nobody has decided, and there is still time. */
    WAITING,
    /** A second person agreed; the bot carries it out within seconds. */
    APPROVED,
    REJECTED,
    /** Its time was over before it was approved or carried out. */
    EXPIRED,
    /** It was carried out. */
    DONE,
    /** It was approved and could not be carried out. */
    FAILED
  }

  /** Who asked and who agreed, in words. */
  public String persons() {
    return author + ", approved by " + decidedBy;
  }
}
