package org.evenkeel.core.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Wallet;

/** A fact from which the ledger was made, in the order in which the facts were booked. */
public sealed interface LedgerEvent {

  /**
   * An execution, or what it was corrected to.
   *
   * @param fill what the venue reported
   * @param version one for the first report, more for a correction
   */
  record Executed(Fill fill, int version) implements LedgerEvent {}

  /** Money that came, went or moved. */
  record Flowed(CashFlow flow) implements LedgerEvent {}

  /** The end of an execution's booking that no longer holds. */
  record Reversed(Fill fill) implements LedgerEvent {}

  /** A booking that is its own fact: opening, funding, adjustment. */
  record Booked(LedgerTransaction transaction) implements LedgerEvent {}

  /**
   * The ledger made anew from its facts alone.
   *
   * @param specs the rules of an instrument, which say what a contract is
   * @param wallets the wallet that pays for an instrument
   */
  static AccountSums replay(
      List<LedgerEvent> events,
      Function<InstrumentId, Optional<InstrumentSpec>> specs,
      Function<InstrumentId, Wallet> wallets) {
    List<LedgerTransaction> transactions = new ArrayList<>();
    for (LedgerEvent event : events) {
      transactions.add(
          switch (event) {
            case Executed executed -> booking(executed.fill(), specs, wallets);
            case Flowed flowed -> Bookkeeping.ofFlow(flowed.flow());
            case Reversed reversed ->
                Bookkeeping.reversal(
                    booking(reversed.fill(), specs, wallets), Bookkeeping.POLICY, "made anew");
            case Booked booked -> booked.transaction();
          });
    }
    return AccountSums.of(transactions);
  }

  private static LedgerTransaction booking(
      Fill fill,
      Function<InstrumentId, Optional<InstrumentSpec>> specs,
      Function<InstrumentId, Wallet> wallets) {
    return Bookkeeping.ofFill(
        fill, specs.apply(fill.instrument()).orElseThrow(), wallets.apply(fill.instrument()));
  }
}
