package org.evenkeel.cycle;

/**
 * The journal did not answer, or the outcome of a commit is unknown.
 *
 * <p>The work under way is dropped and the truth is read again: nothing was sent that was not committed before.
 */
public final class JournalUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public JournalUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
