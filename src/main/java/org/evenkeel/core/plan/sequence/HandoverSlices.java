package org.evenkeel.core.plan.sequence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.plan.Handover;
import org.evenkeel.core.plan.PlannedLeg;

/**
 * An exposure that moves from one instrument to another in rounds, so that after each round as much is held as before and
 * in between a round less.
 *
 * <p>For example 4 contracts move as: close 1, open 1, close 1, open 1, and so on, where each waits for the one before.
 */
final class HandoverSlices {

  /** As many rounds as a plan stays readable with; in between a fourth of the position is not held. */
  static final int ROUNDS = 4;

  private final PossibleBook book;

  HandoverSlices(PossibleBook book) {
    this.book = book;
  }

  /** What leaves and what takes over, round by round; fewer rounds where a slice would be too small for the venue. */
  List<List<PlannedLeg>> rounds(Handover handover) {
    for (int count = ROUNDS; count > 1; count--) {
      List<List<PlannedLeg>> rounds = rounds(handover, count);
      if (rounds.stream().allMatch(round -> isWhole(round, handover))) {
        return rounds;
      }
    }
    return List.of(handover.legs());
  }

  private List<List<PlannedLeg>> rounds(Handover handover, int count) {
    List<List<PlannedLeg>> rounds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rounds.add(new ArrayList<>());
    }
    share(handover.from(), rounds);
    share(handover.to(), rounds);
    return rounds;
  }

  /** Each instrument's legs are taken in their order, an equal part of them all in every round. */
  private void share(List<PlannedLeg> legs, List<List<PlannedLeg>> rounds) {
    TreeMap<InstrumentId, List<PlannedLeg>> byName = new TreeMap<>();
    legs.forEach(leg -> byName.computeIfAbsent(leg.instrument(), id -> new ArrayList<>()).add(leg));
    byName.forEach((id, its) -> share(its, book.stake(id).lot(), rounds));
  }

  private static void share(List<PlannedLeg> legs, BigDecimal lot, List<List<PlannedLeg>> rounds) {
    BigDecimal whole =
        legs.stream().map(leg -> leg.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal part =
        Decimals.towardZeroToStep(Decimals.quotient(whole, BigDecimal.valueOf(rounds.size())), lot);
    for (int i = 0; i < rounds.size(); i++) {
      BigDecimal start = part.multiply(BigDecimal.valueOf(i));
      // The last one has what is left, so it is none of the smaller ones.
      BigDecimal end = i == rounds.size() - 1 ? whole : start.add(part);
      BigDecimal before = BigDecimal.ZERO;
      for (PlannedLeg leg : legs) {
        BigDecimal after = before.add(leg.quantity().value());
        BigDecimal size = end.min(after).subtract(start.max(before));
        if (size.signum() > 0) {
          rounds.get(i).add(SafeOrder.part(leg, Contracts.of(size)));
        }
        before = after;
      }
    }
  }

  /** Both halves are there, and no slice is too small for its venue unless it is a whole leg. */
  private boolean isWhole(List<PlannedLeg> round, Handover handover) {
    boolean takes = round.stream().anyMatch(leg -> leg.instrument().equals(handover.taker()));
    boolean leaves = round.stream().anyMatch(leg -> !leg.instrument().equals(handover.taker()));
    return takes
        && leaves
        && round.stream()
            .allMatch(
                leg ->
                    leg.quantity().value().compareTo(book.stake(leg.instrument()).smallest()) >= 0
                        || handover.legs().contains(leg));
  }
}
