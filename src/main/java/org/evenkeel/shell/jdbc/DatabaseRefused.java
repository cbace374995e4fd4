package org.evenkeel.shell.jdbc;

/**
 * The database, as it is, must not be used: the message says what is wrong and what to do.
 *
 * <p>Waiting does not help here; a database that merely does not answer is reported as {@link
 * org.evenkeel.cycle.JournalUnavailable}.
 */
public final class DatabaseRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseRefused(String message) {
    super(message);
  }

  public DatabaseRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
