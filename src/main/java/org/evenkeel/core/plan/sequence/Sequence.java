package org.evenkeel.core.plan.sequence;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.ProvenFigure;
import org.evenkeel.core.plan.Skip;

/**
 * Legs in a safe order with what was proven of them.
 *
 * @param legs the legs, numbered in the order in which they are sent
 * @param waits the numbers of those that wait for all before them
 * @param cuts what is left out, or left over, because nothing makes it safe
 * @param figures the worst of every figure, and where
 */
public record Sequence(
    List<PlannedLeg> legs, SortedSet<Integer> waits, List<Skip> cuts, List<ProvenFigure> figures) {

  public Sequence {
    legs = List.copyOf(legs);
    waits = Collections.unmodifiableSortedSet(new TreeSet<>(waits));
    cuts = List.copyOf(cuts);
    figures = List.copyOf(figures);
  }
}
