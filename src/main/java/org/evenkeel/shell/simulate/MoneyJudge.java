package org.evenkeel.shell.simulate;

import static org.evenkeel.shell.simulate.Violation.require;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.HeldOut;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.settle.AccountSums;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.LedgerEvent;

/** Money from outside, I26, and the ledger made anew from its facts, I15. */
final class MoneyJudge {

  private final Memory memory;
  private final SimVenue venue;
  private final Map<InstrumentId, InstrumentSpec> specs = new TreeMap<>();

  MoneyJudge(Memory memory, SimVenue venue) {
    this.memory = memory;
    this.venue = venue;
    SimMarket.SPECS.forEach(spec -> specs.put(spec.id(), spec));
    memory.onAccountKept(this::onAccountKept);
  }

  /** I26: money that came in carries no position until a person has said what it is. */
  private void onAccountKept(AccountSnapshot used) {
    HeldOut unexplained = HeldOut.none();
    for (CashFlow flow : venue.truth().flows) {
      boolean isExplained =
          memory.flows.stream()
              .anyMatch(entry -> entry.flow().equals(flow) && entry.classification().isPresent());
      if (flow.kind() == CashFlow.Kind.DEPOSIT && !isExplained) {
        unexplained = unexplained.plus(flow.wallet(), flow.amount());
      }
    }
    BigDecimal most = total(unexplained.without(venue.truth().account(used.venueTime())));
    require(
        total(used).compareTo(most) <= 0,
        "I26",
        () -> "sized on " + total(used) + " USDT, only " + most + " are explained");
  }

  private static BigDecimal total(AccountSnapshot account) {
    return account
        .total(SimMarket.SPOT, SimMarket.USDT)
        .add(account.total(SimMarket.FUTURES, SimMarket.USDT));
  }

  /** I15: the ledger made anew from its facts is the ledger. */
  void atTheEnd() {
    AccountSums stored = AccountSums.of(List.copyOf(memory.transactions.values()));
    AccountSums anew =
        LedgerEvent.replay(
            MemoryAccounting.events(memory),
            id -> Optional.ofNullable(specs.get(id)),
            id -> Wallet.of(Instrument.parse(id), false));
    require(
        anew.hash().equals(stored.hash()),
        "I15",
        () -> "the facts make " + anew + ", stored " + stored);
  }
}
