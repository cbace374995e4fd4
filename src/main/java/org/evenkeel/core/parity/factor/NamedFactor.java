package org.evenkeel.core.parity.factor;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.SleeveId;

/**
 * A factor and how much each sleeve moves with it.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param name what it is called in every cycle, for example "pc1"
 * @param loadings one number per sleeve; a statistical factor's squares sum to one
 * @param varianceShare part of the sleeves' standardized variance that it explains, 0 to 1
 * @param overlap absolute inner product with the previous cycle's factor of the same name; 1 if there was none
 */
public record NamedFactor(
    String name, SortedMap<SleeveId, Double> loadings, double varianceShare, double overlap) {

  public NamedFactor {
    loadings = Collections.unmodifiableSortedMap(new TreeMap<>(loadings));
  }

  /** Whether it is recognizably the previous cycle's factor: more alike than not. */
  public boolean keepsIdentity() {
    return overlap * overlap > 0.5;
  }
}
