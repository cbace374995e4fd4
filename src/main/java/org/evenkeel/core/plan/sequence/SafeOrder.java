package org.evenkeel.core.plan.sequence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.plan.Handover;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.ProvenFigure;
import org.evenkeel.core.plan.Skip;

/**
 * The search for a sequence that has a proof.
 *
 * <p>Legs are taken in the planner's order as long as each is safe whatever became of those before it. If none of the
 * rest is, one is sought that is safe once all before it are filled, and waits for that; then the largest slice of one
 * that is, the rest of which comes later again. What is left when nothing helps is cut.
 * All that reduces comes before all that adds, and what hands an exposure over to another instrument comes last: in
 * slices that close and open in turn, each after all before it are filled, so that the exposure stays what it is.
 *
 * <p>Single-threaded, used once.
 */
final class SafeOrder {

  /** A leg is cut into so few slices that a plan stays readable; more would only wait longer. */
  private static final int MOST_SLICES = 4;

  private final SequenceProver prover;
  private final PossibleBook book;
  private final List<PlannedLeg> given;
  private final List<Handover> handovers;
  private final List<PlannedLeg> legs = new ArrayList<>();
  private final TreeSet<Integer> waits = new TreeSet<>();
  private final List<Skip> cuts = new ArrayList<>();

  SafeOrder(SequenceProver prover, List<PlannedLeg> all, List<Handover> handovers) {
    this.prover = prover;
    this.book = prover.book();
    this.given =
        all.stream()
            .filter(leg -> handovers.stream().noneMatch(one -> one.has(leg.instrument())))
            .toList();
    this.handovers = handovers;
  }

  Sequence arranged() {
    place(given.stream().filter(PlannedLeg::reduceOnly).toList());
    // What opens on the other side rests on the whole of what closes.
    TreeSet<InstrumentId> unclosed = new TreeSet<>();
    cuts.forEach(skip -> unclosed.add(skip.instrument()));
    List<PlannedLeg> adds = new ArrayList<>();
    for (PlannedLeg leg : given) {
      if (!leg.reduceOnly() && unclosed.contains(leg.instrument())) {
        cut(leg, "what closes the other side is left out");
      } else if (!leg.reduceOnly()) {
        adds.add(leg);
      }
    }
    place(adds);
    handovers.forEach(this::place);
    List<ProvenFigure> figures = prover.prove(legs, waits).orThrow();
    return new Sequence(legs, waits, cuts, figures);
  }

  /** What is not safe of a handover is left out with all after it: the position stays in the instrument that it is in. */
  private void place(Handover handover) {
    List<List<PlannedLeg>> pending = new ArrayList<>(new HandoverSlices(book).rounds(handover));
    while (!pending.isEmpty() && isSafe(pending.getFirst())) {
      for (PlannedLeg leg : pending.removeFirst()) {
        add(leg, !legs.isEmpty());
      }
    }
    pending.forEach(round -> round.forEach(this::cut));
  }

  private boolean isSafe(List<PlannedLeg> round) {
    List<PlannedLeg> all = new ArrayList<>(legs);
    TreeSet<Integer> waiting = new TreeSet<>(waits);
    for (PlannedLeg leg : round) {
      if (!all.isEmpty()) {
        waiting.add(all.size());
      }
      all.add(leg.at(all.size()));
    }
    return prover.prove(all, waiting) instanceof Result.Ok;
  }

  private void place(List<PlannedLeg> some) {
    List<PlannedLeg> pending = new ArrayList<>(some);
    int most = MOST_SLICES * some.size();
    for (int round = 0; round <= most && !pending.isEmpty(); round++) {
      takeSafe(pending);
      if (!takeWaiting(pending) && (round == most || !takeSlice(pending))) {
        break;
      }
    }
    pending.forEach(this::cut);
  }

  /** Everything that is safe whatever became of what came before it. */
  private void takeSafe(List<PlannedLeg> pending) {
    TreeSet<InstrumentId> held = new TreeSet<>();
    for (PlannedLeg leg : List.copyOf(pending)) {
      // What waits holds back the later legs of its instrument.
      if (!held.contains(leg.instrument()) && book.breach(leg, false).isEmpty()) {
        pending.remove(leg);
        add(leg, false);
      } else {
        held.add(leg.instrument());
      }
    }
  }

  /** The first that is safe once all before it are filled. */
  private boolean takeWaiting(List<PlannedLeg> pending) {
    TreeSet<InstrumentId> seen = new TreeSet<>();
    for (PlannedLeg leg : pending) {
      if (seen.add(leg.instrument()) && book.breach(leg, true).isEmpty()) {
        pending.remove(leg);
        add(leg, true);
        return true;
      }
    }
    return false;
  }

  /** The largest part of the first of which any part is safe then. */
  private boolean takeSlice(List<PlannedLeg> pending) {
    TreeSet<InstrumentId> seen = new TreeSet<>();
    for (int i = 0; i < pending.size(); i++) {
      PlannedLeg leg = pending.get(i);
      Optional<PlannedLeg> slice =
          seen.add(leg.instrument()) ? largestSlice(leg) : Optional.empty();
      if (slice.isPresent()) {
        Contracts rest = leg.quantity().minus(slice.get().quantity());
        pending.set(i, part(leg, rest));
        add(slice.get(), book.breach(slice.get(), false).isPresent());
        return true;
      }
    }
    return false;
  }

  private Optional<PlannedLeg> largestSlice(PlannedLeg leg) {
    Stake stake = book.stake(leg.instrument());
    BigDecimal lots = leg.quantity().value().divideToIntegralValue(stake.lot());
    BigDecimal safe = BigDecimal.ZERO;
    BigDecimal unsafe = lots;
    while (unsafe.subtract(safe).compareTo(BigDecimal.ONE) > 0) {
      BigDecimal middle = safe.add(unsafe).divideToIntegralValue(BigDecimal.valueOf(2));
      PlannedLeg slice = part(leg, Contracts.of(middle.multiply(stake.lot())));
      if (book.breach(slice, true).isEmpty()) {
        safe = middle;
      } else {
        unsafe = middle;
      }
    }
    BigDecimal most = safe.multiply(stake.lot());
    BigDecimal leavable = leg.quantity().value().subtract(stake.smallest());
    BigDecimal quantity = Decimals.towardZeroToStep(most.min(leavable), stake.lot());
    return quantity.signum() > 0 && quantity.compareTo(stake.smallest()) >= 0
        ? Optional.of(part(leg, Contracts.of(quantity)))
        : Optional.empty();
  }

  static PlannedLeg part(PlannedLeg leg, Contracts quantity) {
    BigDecimal share = Decimals.quotient(quantity.value(), leg.quantity().value());
    return leg.of(
        quantity, new Money(leg.notional().amount().multiply(share), leg.notional().currency()));
  }

  private void add(PlannedLeg leg, boolean isWaiting) {
    PlannedLeg placed = leg.at(legs.size());
    book.add(placed, isWaiting);
    if (isWaiting) {
      waits.add(placed.number());
    }
    legs.add(placed);
  }

  private void cut(PlannedLeg leg) {
    cut(
        leg,
        book.breach(leg, true)
            .map(breach -> SequenceProver.inWords(leg, breach))
            .orElse("it would have to be cut into more slices than are worth it"));
  }

  private void cut(PlannedLeg leg, String why) {
    cuts.add(
        new Skip(
            leg.instrument(),
            Refusal.of(
                RefusalReason.LIMIT,
                leg.side() + " " + leg.quantity() + " is left out of the sequence: " + why)));
  }
}
