package org.evenkeel.cycle;

import java.time.Instant;

/**
 * The operator's own locks: set and taken back by one person, without the lease and while the daemon is down.
 *
 * <p>Throws {@link JournalUnavailable} if the database does not answer.
 */
public interface LockControls {

  /** Locks an instrument or the account by hand; false, and nothing changed, if that is so already. */
  boolean lock(String subject, String author, String reason, Instant at);

  /** Takes back a lock by hand; no other lock of the subject is touched. False if there is none. */
  boolean unlock(String subject, String author, String reason, Instant at);
}
