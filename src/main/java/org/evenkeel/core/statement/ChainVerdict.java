package org.evenkeel.core.statement;

import java.util.Optional;

/**
 * Whether the chain of facts is what was written.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param rows how many rows were looked at
 * @param heads how many heads that were kept elsewhere were compared
 * @param head the end of the chain; empty if it has no row
 * @param fault the first row that is not what was written, if there is one
 */
public record ChainVerdict(long rows, long heads, Optional<ChainHead> head, Optional<Fault> fault) {

  /**
   * A row that is not what was written.
   *
   * @param seq its number in the chain, or where it is missing
   * @param subject the table and the row
   * @param what what is wrong
   */
  public record Fault(long seq, String subject, String what) {

    /** The earlier of two. */
    public Fault earlier(Fault other) {
      return seq <= other.seq ? this : other;
    }
  }

  /** True if nothing is wrong. */
  public boolean isSound() {
    return fault.isEmpty();
  }
}
