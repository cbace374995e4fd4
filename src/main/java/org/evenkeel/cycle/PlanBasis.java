package org.evenkeel.cycle;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.SequenceProof;
import org.evenkeel.core.route.Intent;

/**
 * Whether a plan still starts from what is held, asked before every intent.
 *
 * <p>Single-threaded.
 */
final class PlanBasis {

  private final RebalancePlan plan;
  private final Journal journal;
  private Optional<Refusal> heldBack = Optional.empty();

  PlanBasis(RebalancePlan plan, Journal journal) {
    this.plan = plan;
    this.journal = journal;
  }

  /** Why nothing of the plan may be sent: it was made for another ledger. */
  Optional<Refusal> staleness() {
    return Standings.version(journal.ledger()).equals(plan.ledger())
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalReason.PLAN_STALE, "something was booked since the plan was made for it"));
  }

  /** Why nothing of the intents may be sent: what is proven to be safe is not this. */
  Optional<Refusal> unproven(List<Intent> intents) {
    if (plan.proof().isEmpty()) {
      return Optional.of(
          Refusal.of(RefusalReason.PLAN_UNPROVED, "the plan has no proof of its sequence"));
    }
    SequenceProof proof = plan.proof().get();
    List<SequenceProof.Step> steps =
        intents.stream()
            .map(
                intent ->
                    new SequenceProof.Step(
                        intent.leg(),
                        intent.instrument(),
                        intent.side(),
                        intent.quantity(),
                        intent.reduceOnly()))
            .toList();
    ContentHash asked = SequenceProof.nameOf(steps, proof.waits(), plan.ledger());
    return asked.equals(proof.sequence())
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalReason.PLAN_UNPROVED,
                "the proof is of the sequence " + proof.sequence() + ", to be sent is " + asked));
  }

  /** Why one intent may not be sent now. */
  Optional<Refusal> objection(Intent intent, Tally tally) {
    return waiting(intent, tally).or(() -> objectionToOne(intent, tally));
  }

  /**
   * What is only safe after all before it waits for the whole of every future's, and whatever follows it waits with it:
   * it was proven from the same book.
   */
  private Optional<Refusal> waiting(Intent intent, Tally tally) {
    boolean waits = plan.proof().isPresent() && plan.proof().get().waits().contains(intent.leg());
    if (waits && heldBack.isEmpty()) {
      heldBack =
          tally.incomplete().stream()
              .filter(id -> Instrument.isFuture(id))
              .findFirst()
              .flatMap(id -> earlierLeg(id, tally));
    }
    return heldBack;
  }

  private Optional<Refusal> objectionToOne(Intent intent, Tally tally) {
    InstrumentId id = intent.instrument();
    if (tally.isUnresolved(id)) {
      return Optional.of(
          Refusal.of(RefusalReason.INSTRUMENT_FROZEN, "an order of this cycle is unresolved"));
    }
    return switch (Instrument.parse(id)) {
      case Instrument.Spot spot -> funding(intent, tally);
      case Instrument.Future future -> earlierLeg(id, tally).or(() -> position(intent, tally));
    };
  }

  /** A purchase is paid from the sales before it: as long as one is open, nobody knows what there is to spend. */
  private static Optional<Refusal> funding(Intent intent, Tally tally) {
    Optional<InstrumentId> open =
        tally.unresolved().stream()
            .filter(id -> Instrument.parse(id) instanceof Instrument.Spot)
            .findFirst();
    return intent.side() == Side.SELL
        ? Optional.empty()
        : open.map(
            id ->
                Refusal.of(
                    RefusalReason.INSTRUMENT_FROZEN,
                    "an order of " + id + ", which may have to pay for it, is unresolved"));
  }

  /** What opens on the other side waits for the whole of what closes. */
  private static Optional<Refusal> earlierLeg(InstrumentId id, Tally tally) {
    return tally.traded(id).equals(tally.due(id))
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalReason.UNFILLED,
                "the leg before it was to trade "
                    + tally.due(id)
                    + " contracts of "
                    + id
                    + " and traded "
                    + tally.traded(id)));
  }

  private Optional<Refusal> position(Intent intent, Tally tally) {
    InstrumentId id = intent.instrument();
    PositionInterval planned = plan.interval(id);
    Contracts held = journal.ledger().position(id);
    Contracts change = tally.traded(id);
    boolean isAsPlanned =
        planned.low().plus(change).compareTo(held) <= 0
            && planned.high().plus(change).compareTo(held) >= 0;
    return isAsPlanned
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalReason.PLAN_STALE,
                "it was planned from "
                    + planned
                    + " contracts and this cycle traded "
                    + change
                    + ", but "
                    + held
                    + " are held"));
  }
}
