package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import org.evenkeel.core.settle.TransferEntry;
import org.evenkeel.core.settle.TransferState;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.core.statement.RequestRow;

/**
 * The part of the journal that keeps transfers between wallets.
 *
 * <p>Writes like {@link Journal}: one transaction each, under the lease.
 */
public interface TransferRecords {

  /** Every transfer, oldest first. */
  List<TransferEntry> transfers();

  /** Enters a transfer that two persons have agreed on, and returns its number. */
  long enter(WalletTransfer transfer, RequestRow agreed);

  /**
   * Writes down the next step of a transfer and returns it after that.
   *
   * @param reference the venue's name for it; empty where none is known
   * @param detail what the venue said
   * @throws IllegalStateException if the stored state is another one, a transfer would be sent twice, or another one is
   *     under way on the same route
   */
  TransferEntry advance(
      TransferEntry before, TransferState to, String reference, String detail, Instant at);

  /** Says of a flow that it is a transfer's, so that nobody need explain it; each side of a transfer once. */
  void explain(TransferEntry transfer, long flow, Instant at);
}
