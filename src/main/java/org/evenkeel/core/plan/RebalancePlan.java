package org.evenkeel.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.parity.lots.LotReport;

/**
 * The way from what is held to what should be held.
 *
 * @param nav the portfolio's value for which it was sized
 * @param marginScale factor applied to every futures target so that margin suffices; 1 if it did anyway
 * @param targets one row per instrument, in order of name
 * @param legs what to trade, in sequence
 * @param skips what is not traded, with reasons
 * @param unresolved the possible positions of instruments with an order whose fate is open
 * @param ledger the ledger for which it was made, by content; with another one it must not be carried out
 * @param proof what was proven of the sequence of its legs; empty while it is in the making, and then nothing is sent
 * @param choices in which instruments exposures are held that could be held in several, with what the others would cost
 * @param lots what whole lots cost in risk parity; empty if every target was rounded by itself
 */
public record RebalancePlan(
    Money nav,
    Ratio marginScale,
    List<TargetPosition> targets,
    List<PlannedLeg> legs,
    List<Skip> skips,
    List<PositionInterval> unresolved,
    String ledger,
    Optional<SequenceProof> proof,
    Optional<LotReport> lots,
    List<InstrumentChoice> choices) {

  /** A plan of which nothing is proven yet. */
  public RebalancePlan(
      Money nav,
      Ratio marginScale,
      List<TargetPosition> targets,
      List<PlannedLeg> legs,
      List<Skip> skips,
      List<PositionInterval> unresolved,
      String ledger) {
    this(
        nav,
        marginScale,
        targets,
        legs,
        skips,
        unresolved,
        ledger,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  public RebalancePlan {
    targets = List.copyOf(targets);
    legs = List.copyOf(legs);
    skips = List.copyOf(skips);
    unresolved = List.copyOf(unresolved);
    choices = List.copyOf(choices);
  }

  /** The same plan with the account of its lots. */
  RebalancePlan with(Optional<LotReport> report) {
    return new RebalancePlan(
        nav, marginScale, targets, legs, skips, unresolved, ledger, proof, report, choices);
  }

  /** The same plan with the instruments that were chosen for it. */
  RebalancePlan withChoices(List<InstrumentChoice> made) {
    return new RebalancePlan(
        nav, marginScale, targets, legs, skips, unresolved, ledger, proof, lots, made);
  }

  /** The same plan with more trades named that are not made. */
  public RebalancePlan withSkips(List<Skip> more) {
    return with(legs, more);
  }

  /**
   * The same plan with its legs in the very order that was proven.
   *
   * @param sequence the legs, numbered in that order
   * @param waits the numbers of those that wait for all before them
   * @param cuts what is not traded because no order makes it safe
   * @param figures the worst of every figure
   */
  public RebalancePlan proven(
      List<PlannedLeg> sequence,
      SortedSet<Integer> waits,
      List<Skip> cuts,
      List<ProvenFigure> figures) {
    List<Skip> all = new ArrayList<>(skips);
    all.addAll(cuts);
    return new RebalancePlan(
        nav,
        marginScale,
        targets,
        sequence,
        all,
        unresolved,
        ledger,
        Optional.of(new SequenceProof(SequenceProof.nameOf(sequence, waits, this), waits, figures)),
        lots,
        choices);
  }

  /** The same plan with other legs and without a proof, numbered anew in their sequence, and more trades named that are not made. */
  public RebalancePlan with(List<PlannedLeg> others, List<Skip> more) {
    List<Skip> all = new ArrayList<>(skips);
    all.addAll(more);
    return new RebalancePlan(
        nav,
        marginScale,
        targets,
        Planner.numbered(others),
        all,
        unresolved,
        ledger,
        Optional.empty(),
        lots,
        choices);
  }

  /** The position from which the plan starts; zero for an instrument that it does not have. */
  public Contracts current(InstrumentId instrument) {
    return targets.stream()
        .filter(target -> target.instrument().equals(instrument))
        .map(TargetPosition::current)
        .findFirst()
        .orElse(Contracts.ZERO);
  }

  /** The possible positions of an instrument, of which there may be only one. */
  public PositionInterval interval(InstrumentId instrument) {
    return unresolved.stream()
        .filter(interval -> interval.instrument().equals(instrument))
        .findFirst()
        .orElseGet(() -> PositionInterval.at(instrument, current(instrument)));
  }

  /** The hash of the whole plan: the same inputs must give the same hash on every machine. */
  public ContentHash hash() {
    StringBuilder text = new StringBuilder(nav + " " + marginScale);
    targets.forEach(target -> text.append('\n').append(target));
    legs.forEach(leg -> text.append('\n').append(leg));
    skips.forEach(skip -> text.append('\n').append(skip));
    unresolved.forEach(
        interval -> text.append('\n').append(interval.instrument()).append(' ').append(interval));
    text.append('\n').append(ledger);
    proof.ifPresent(proven -> text.append('\n').append(proven));
    choices.forEach(choice -> text.append('\n').append(choice));
    lots.ifPresent(report -> text.append('\n').append(report));
    return ContentHash.ofText(text.toString());
  }
}
