package org.evenkeel.core.estimate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Universe;

/**
 * The returns of those sleeves whose data is good: one bad instrument need not stop the others.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param returns of the sleeves that are left
 * @param universe the same sleeves
 * @param unusable the sleeves that are missing, each with the reason
 */
public record ScreenedReturns(
    ReturnMatrix returns, Universe universe, SortedMap<SleeveId, Refusal> unusable) {

  public ScreenedReturns {
    unusable = Collections.unmodifiableSortedMap(new TreeMap<>(unusable));
  }
}
