package org.evenkeel.shell.xchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.settle.Bookkeeping;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.settle.LedgerTransaction;
import org.evenkeel.core.settle.Reconciliation;
import org.evenkeel.cycle.Venue;

/** A ledger made of what an adapter says of one instrument, to be held against the venue's balances and positions. */
public final class Ledger {

  private final Venue venue;
  private final InstrumentSpec spec;
  private final AccountSnapshot opening;

  public Ledger(Venue venue, InstrumentSpec spec) {
    this.venue = venue;
    this.spec = spec;
    this.opening = venue.account().orThrow();
    passAMillisecond();
  }

  /** What is executed in the millisecond of the opening is in the opening. */
  private static void passAMillisecond() {
    long opened = System.currentTimeMillis();
    while (System.currentTimeMillis() <= opened) {
      Thread.onSpinWait();
    }
  }

  /** Every execution of the instrument since the opening. */
  public List<Fill> fills() {
    InstrumentId id = spec.id();
    return venue.fills(id, Optional.empty(), start()).orThrow();
  }

  private Instant start() {
    return opening.venueTime().minusMillis(1);
  }

  /** What ledger and venue disagree about now. */
  public List<LockFinding> differences() {
    List<LedgerTransaction> booked = new ArrayList<>();
    booked.add(Bookkeeping.opening(opening));
    fills()
        .forEach(
            fill ->
                booked.add(
                    Bookkeeping.ofFill(fill, spec, venue.capabilities().walletOf(spec.id()))));
    venue.income(start()).orThrow().forEach(one -> booked.add(Bookkeeping.ofIncome(one)));
    return Reconciliation.compare(
        LedgerBalances.of(booked.stream().flatMap(one -> one.entries().stream()).toList()),
        venue.account().orThrow());
  }
}
