package org.evenkeel.cycle;

import java.util.List;

/** A second look at what is stored, independent of the code that stored it. */
public interface Books {

  /**
   * What must never be and is, a sentence each that begins with the invariant's name; empty if the books are sound.
   *
   * <p>Throws {@link JournalUnavailable} if the database does not answer.
   */
  List<String> faults();
}
