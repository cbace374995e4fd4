package org.evenkeel.core.statement;

/**
 * How many alerts stand.
 *
 * @param standing those that are not over
 * @param waiting those of them that nobody has taken up
 * @param undelivered those of these that were tried and have reached nobody
 */
public record AlertTally(long standing, long waiting, long undelivered) {

  /** No alert. */
  public static final AlertTally NONE = new AlertTally(0, 0, 0);
}
