package org.evenkeel.core.parity.lots;

import java.util.List;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;

/**
 * The positions that one sleeve may have: none, or at least {@code least} lots on the side of its ideal.
 *
 * <p>For example, an ideal of 0.05 with lots of 0.0093 and a smallest position of 2 lots may be 0, 0.0186, 0.0279 and so
 * on.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param sleeve the name, by which ties are broken
 * @param ideal wanted exposure as a fraction of the portfolio's value, negative for short
 * @param step exposure of one lot, above zero
 * @param least fewest lots of a position that is not zero, at least 1
 * @param uses what one unit of absolute exposure takes of each cap, not negative
 */
public record LotChoice(SleeveId sleeve, Ratio ideal, Ratio step, long least, List<Ratio> uses) {

  public LotChoice {
    uses = List.copyOf(uses);
    if (step.value().signum() <= 0 || least < 1) {
      throw new IllegalArgumentException(
          sleeve + " needs a step above zero and at least one lot, found " + step + ", " + least);
    }
  }
}
