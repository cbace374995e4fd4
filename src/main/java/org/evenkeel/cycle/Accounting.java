package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.settle.AccountSums;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.FillCorrection;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.LedgerEvent;
import org.evenkeel.core.settle.LedgerTransaction;

/**
 * The part of the journal that keeps money which comes and goes, and corrects what was booked.
 *
 * <p>Writes like {@link Journal}: one transaction each, under the lease.
 */
public interface Accounting {

  /** Books a flow with its ledger transaction; false, and nothing changed, if it was booked before. */
  boolean record(CashFlow flow);

  /** Every flow, oldest first, with what was said of it. */
  List<FlowEntry> flows();

  /** Stores what two persons have said of a flow; what was said before stays. */
  void classify(long number, FlowEntry.Classification said);

  /** The venue time of the newest flow. */
  Optional<Instant> lastFlowTime(VenueId venue);

  /** An execution as it is now said to be; empty if it was never booked or was taken back. */
  Optional<Fill> fill(InstrumentId instrument, TradeId tradeId);

  /**
   * Takes back the booking of an execution and makes the corrected one, if there is one; what was booked stays to be
   * seen, and position and order follow the new figures.
   *
   * @param correction what the venue says now
   * @param booking the ledger transaction of the corrected execution by its version, if it was not taken back
   * @throws IllegalStateException if the execution was not booked or was taken back before
   */
  void correct(FillCorrection correction, Booking booking);

  /** How the next version of an execution is booked. */
  interface Booking {
    LedgerTransaction of(Fill fill, int version);
  }

  /**
   * The oldest balance trade of an instrument that stands for what was executed at a venue's time, without its entries; empty
   * if none does.
   */
  Optional<LedgerTransaction> balanceTrade(InstrumentId instrument, Instant executedAt);

  /** The facts from which the ledger was made, in the order of their booking. */
  List<LedgerEvent> events();

  /** What every account holds by the stored entries. */
  AccountSums sums();
}
