package org.evenkeel.core.settle;

import java.time.Instant;
import java.util.Optional;

/**
 * A transfer in the books and how far it has come.
 *
 * @param number counts the transfers of a database
 * @param transfer what is moved
 * @param author who wants it
 * @param approver the second person, where one was needed; else empty
 * @param reason why
 * @param requestedAt when it was asked for, by the database's clock
 * @param isLate whether it was asked for so long ago that it is not sent any more
 * @param state how far it has come
 * @param sentAt when its request was committed, by the bot's clock; empty before
 * @param venueReference the venue's name for it; empty where none is known
 * @param detail what the venue or a person said of its last step
 */
public record TransferEntry(
    long number,
    WalletTransfer transfer,
    String author,
    String approver,
    String reason,
    Instant requestedAt,
    boolean isLate,
    TransferState state,
    Optional<Instant> sentAt,
    String venueReference,
    String detail) {

  /** The same a step later. */
  public TransferEntry at(
      TransferState next, Optional<Instant> sent, String reference, String words) {
    return new TransferEntry(
        number,
        transfer,
        author,
        approver,
        reason,
        requestedAt,
        isLate,
        next,
        sent,
        reference.isEmpty() ? venueReference : reference,
        words);
  }

  /** Who stands for it. */
  public String persons() {
    return approver.isEmpty() ? author : author + ", approved by " + approver;
  }
}
