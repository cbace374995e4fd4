package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.route.AdoptedOrder;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.ClientOrderIds;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;

/**
 * The judgement of an order at the venue by its client id: ours, a person's, or of a bot that must not be there.
 *
 * <p>An order of this product with another database's nonce means that two deployments trade one account; one with our
 * own nonce that the database does not know means that the database is an older copy. Either one freezes the account:
 * nobody can say then what was sent.
 *
 * <p>Single-threaded.
 */
final class Strangers {

  private static final Duration LOOK_BACK = Duration.ofDays(30);
  private static final int ORDERS_LOOKED_AT = 5;
  private static final int NONCE_END = ClientOrderIds.PREFIX.length() + 4;

  private final Journal journal;

  Strangers(Journal journal) {
    this.journal = journal;
  }

  /** What an order that is seen open means for the bot; empty if it is one that this database takes for open, too. */
  Optional<LockFinding> open(String nonce, VenueOrder order) {
    ClientOrderId id = order.clientOrderId();
    return journal
        .attempt(id)
        .map(attempt -> undead(attempt, order))
        .orElseGet(() -> ofThisProduct(nonce, id, order.instrument()).or(() -> unanswered(order)));
  }

  /** An order for which nobody answers as it is now: one that was made larger since is a stranger again. */
  private Optional<LockFinding> unanswered(VenueOrder order) {
    Optional<AdoptedOrder> adopted =
        journal.adoptions().of(order.instrument(), order.venueOrderId());
    return adopted.filter(each -> each.covers(order)).isPresent()
        ? Optional.empty()
        : Optional.of(
            stray(order, adopted.isPresent() ? "adopted when it was smaller" : "no such order"));
  }

  /** The venue hid it for longer than it is trusted to: it was proved absent, and works. */
  private static Optional<LockFinding> undead(Attempt attempt, VenueOrder order) {
    return attempt.state() instanceof AttemptState.Absent absent
        ? Optional.of(stray(order, "proved absent: " + absent.proof()))
        : Optional.empty();
  }

  /** Whether an open order is one of ours that we took for absent: it must not go on working. */
  boolean isUndead(ClientOrderId id) {
    return journal
        .attempt(id)
        .map(attempt -> attempt.state() instanceof AttemptState.Absent)
        .orElse(false);
  }

  private static LockFinding stray(VenueOrder order, String ours) {
    return new LockFinding(
        order.instrument().value(),
        LockCause.FOREIGN_ORDER,
        order.clientOrderId().value(),
        ours,
        AdoptedOrder.describe(order));
  }

  /** What an id that no order of this database has says about who else trades; empty if it is none of this product's. */
  Optional<LockFinding> ofThisProduct(String nonce, ClientOrderId id, InstrumentId instrument) {
    if (!ClientOrderIds.isOfThisProduct(id) || journal.attempt(id).isPresent()) {
      return Optional.empty();
    }
    boolean isOther = ClientOrderIds.isOfAnotherIncarnation(id, nonce);
    return Optional.of(
        new LockFinding(
            Lock.ACCOUNT,
            isOther ? LockCause.OTHER_DEPLOYMENT : LockCause.DATABASE_BEHIND,
            isOther ? id.value().substring(ClientOrderIds.PREFIX.length(), NONCE_END) : "",
            "no such order in the database " + nonce,
            "order " + id + " of " + instrument));
  }

  /**
   * Who else of this product has traded the instruments of an account within the last month: asked once, when the books are
   * opened, because a new database has nothing yet that another deployment's trades would contradict.
   */
  Result<List<LockFinding>> traded(Venue venue, List<InstrumentId> instruments, Instant now) {
    List<LockFinding> found = new ArrayList<>();
    for (InstrumentId instrument : instruments) {
      Result<List<Fill>> fills = venue.fills(instrument, Optional.empty(), now.minus(LOOK_BACK));
      if (fills instanceof Result.Refused<List<Fill>> refused) {
        return Result.refused(refused.refusal());
      }
      List<VenueOrderId> orders =
          fills.orThrow().reversed().stream()
              .map(Fill::venueOrderId)
              .distinct()
              .limit(ORDERS_LOOKED_AT)
              .toList();
      for (VenueOrderId order : orders) {
        Result<Optional<ClientOrderId>> id = venue.clientIdOf(order, instrument);
        if (id instanceof Result.Refused<Optional<ClientOrderId>> refused) {
          return Result.refused(refused.refusal());
        }
        id.orThrow()
            .flatMap(name -> ofThisProduct(journal.nonce(), name, instrument))
            .ifPresent(found::add);
      }
    }
    return Result.ok(found);
  }
}
