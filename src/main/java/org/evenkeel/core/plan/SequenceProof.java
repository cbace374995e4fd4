package org.evenkeel.core.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;

/**
 * What was proven of a plan's sequence, bound by content to the very legs it is true of.
 *
 * <p>A leg that waits is sent only once every future's leg before it has traded all of its quantity; if one has not,
 * neither it nor any after it is sent. Every other leg is sent whatever became of those before it.
 * The proof is worth nothing for other legs, another order of them, or without the waiting: whoever sends computes
 * {@link #nameOf} of what is about to be sent and compares.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param sequence the content of legs, waits and ledger in short
 * @param waits the numbers of the legs that wait
 * @param figures the worst of every figure, and where
 */
public record SequenceProof(
    ContentHash sequence, SortedSet<Integer> waits, List<ProvenFigure> figures) {

  public SequenceProof {
    waits = Collections.unmodifiableSortedSet(new TreeSet<>(waits));
    figures = List.copyOf(figures);
  }

  /** One leg, as far as it changes what may come about. */
  public record Step(
      int number, InstrumentId instrument, Side side, Contracts quantity, boolean reduceOnly) {

    /** The leg of a plan as a step. */
    public static Step of(PlannedLeg leg) {
      return new Step(leg.number(), leg.instrument(), leg.side(), leg.quantity(), leg.reduceOnly());
    }
  }

  /**
   * The content of a sequence in short.
   *
   * @param steps the legs in the order in which they are sent
   * @param waits the numbers of those that wait
   * @param ledger the ledger from which they start
   */
  public static ContentHash nameOf(List<Step> steps, SortedSet<Integer> waits, String ledger) {
    StringBuilder text = new StringBuilder(ledger).append('\n').append(waits);
    steps.forEach(step -> text.append('\n').append(step));
    return ContentHash.ofText(text.toString());
  }

  /** The content of a plan's legs in short. */
  public static ContentHash nameOf(
      List<PlannedLeg> legs, SortedSet<Integer> waits, RebalancePlan plan) {
    return nameOf(legs.stream().map(Step::of).toList(), waits, plan.ledger());
  }

  /** What does not hold: it was so before the first leg, and no leg makes it worse; empty as a rule. */
  public List<ProvenFigure> beyond() {
    List<ProvenFigure> beyond = new ArrayList<>(figures);
    beyond.removeIf(ProvenFigure::holds);
    return beyond;
  }
}
