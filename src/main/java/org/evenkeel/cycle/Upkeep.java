package org.evenkeel.cycle;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.statement.KillDrill;
import org.evenkeel.core.statement.LeaseRow;

/**
 * What persons look after beside trading: who leads, and whether the kill switch was rehearsed.
 *
 * <p>Works without the lease and while the daemon is down; throws {@link JournalUnavailable} if the database does not
 * answer.
 */
public interface Upkeep {

  /** The kind of a request to take the lease away from a holder that is alive; a command carries it out, not the bot. */
  String STEAL = "lease-steal";

  /** Who leads; empty if nobody ever did. */
  Optional<LeaseRow> lease(String name);

  /**
   * Ends a lease, so that its holder can write nothing any more and another process may take it.
   *
   * @param seen the lease as the person has seen it; nothing is done if it is another one now
   * @param request what two persons have agreed on; needed while the holder is alive
   * @return false if it is another lease now, or the agreement is not there, not about this one, or used up
   */
  boolean takeLease(LeaseRow seen, Optional<Long> request, String author, String reason);

  /** Keeps a drill and returns its number. */
  long keepDrill(KillDrill drill, String author, String reason);

  /** The newest drills, newest first. */
  List<KillDrill.Kept> drills(int limit);
}
