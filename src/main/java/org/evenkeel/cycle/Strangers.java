package org.evenkeel.cycle;

import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.route.ClientOrderIds;

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

  private static final int NONCE_END = ClientOrderIds.PREFIX.length() + 4;

  private final Journal journal;

  Strangers(Journal journal) {
    this.journal = journal;
  }

  /** What an order that is seen open means for the bot; empty if it is one that this database has decided. */
  Optional<LockFinding> open(String nonce, ClientOrderId id, InstrumentId instrument) {
    return journal.attempt(id).isPresent()
        ? Optional.empty()
        : Optional.of(
            ofThisProduct(nonce, id, instrument)
                .orElseGet(
                    () ->
                        new LockFinding(
                            instrument.value(),
                            LockCause.FOREIGN_ORDER,
                            id.value(),
                            "no such order",
                            "order " + id + " is open")));
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
}
