package org.evenkeel.core.parity.lots;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.SleeveId;

/**
 * Whole lots per sleeve, signed, with what they cost.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param lots by sleeve; negative for short
 * @param report the account of it
 */
public record LotSolution(SortedMap<SleeveId, Long> lots, LotReport report) {

  public LotSolution {
    lots = Collections.unmodifiableSortedMap(new TreeMap<>(lots));
  }
}
