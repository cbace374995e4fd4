package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.settle.WalletTransfer;

/**
 * Transfers between the wallets of one owner at one venue, for an operator; the bot makes none on its own.
 *
 * <p>Venues know no client id of a transfer, so what became of one is told from its route, amount and time.
 * No method throws for anything that the venue or the network does. Used by one thread at a time.
 */
public interface WalletTransfers {

  /** The wallets between which money can go, whatever the venue answers; one alone where the venue has one. */
  List<Wallet> wallets();

  /**
   * Why a transfer cannot be made, as far as it can be known without sending it: the venue has one wallet, or the key
   * lacks the right; VENUE_UNAVAILABLE if the venue could not be asked.
   */
  Optional<Refusal> objection(WalletTransfer transfer);

  /** Sends a transfer once; nothing below this call repeats it. */
  Outcome send(WalletTransfer transfer);

  /** What the venue's history shows on a transfer's route and in its currency since an instant, oldest first and complete. */
  Result<List<Made>> history(WalletTransfer like, Instant since);

  /**
   * How long after its sending a transfer can still appear; after that its absence from the history is a proof. Empty
   * where the venue promises nothing: then a person must say so.
   */
  Optional<Duration> appearsWithin();

  /** What is known after a transfer was sent once. */
  sealed interface Outcome {

    /** The venue took it under a name of its own. */
    record Accepted(String reference) implements Outcome {}

    /** The venue refused, which proves that nothing was moved. */
    record Rejected(String code, String text) implements Outcome {}

    /** Nobody can say yet. */
    record Unknown(String detail) implements Outcome {}
  }

  /**
   * A transfer in a venue's history.
   *
   * @param reference the venue's name for it
   * @param amount how much, above zero
   * @param at when, by the venue's clock
   */
  record Made(String reference, Money amount, Instant at, Progress progress) {}

  /** How far the venue is with a transfer. */
  enum Progress {
    PENDING,
    DONE,
    FAILED
  }
}
