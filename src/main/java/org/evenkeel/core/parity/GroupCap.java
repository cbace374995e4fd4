package org.evenkeel.core.parity;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;

/**
 * The most that some sleeves may be together.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param members the sleeves
 * @param limit fraction of the portfolio's value, or of its variance
 * @param measure of which of the two
 */
public record GroupCap(SortedSet<SleeveId> members, Ratio limit, Measure measure) {

  /** What a cap is a fraction of. */
  public enum Measure {
    /** The portfolio's value: the sum of the exposures. */
    EXPOSURE,
    /** The portfolio's variance: the sum of the risk contributions. */
    RISK
  }

  public GroupCap {
    members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    if (limit.compareTo(Ratio.ZERO) < 0) {
      throw new IllegalArgumentException("the cap of " + members + " is " + limit);
    }
  }
}
