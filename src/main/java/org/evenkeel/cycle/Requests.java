package org.evenkeel.cycle;

import java.util.List;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.RequestRow;

/**
 * The operators' side of the rule of two: one asks, another one approves, and the bot carries it out.
 *
 * <p>Written without the lease, like {@link Controls}, and every step leaves an audit row.
 * Throws {@link JournalUnavailable} if the database does not answer.
 */
public interface Requests {

  /** Records what is asked for; it waits {@link Request#LIFE} for its approval. */
  RequestRow ask(Request request, String author, String reason);

  /** Agrees to a request of another person, if its content is still the one of the hash and its time is not over. */
  Result<RequestRow> approve(long number, ContentHash seen, String author, String reason);

  /** Ends a request that waits; the one who asked may do so too. */
  Result<RequestRow> reject(long number, String author, String reason);

  /** The requests, newest first; only those that wait for a person or for the bot unless {@code all}. */
  List<RequestRow> requests(boolean all);
}
