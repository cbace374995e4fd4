package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.settle.AccountSums;
import org.evenkeel.core.settle.Bookkeeping;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.FillCorrection;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.LedgerEvent;
import org.evenkeel.core.settle.LedgerTransaction;
import org.evenkeel.cycle.Accounting;

/** Flows and corrections in a memory. */
final class MemoryAccounting implements Accounting {

  private final Memory memory;
  private final MemoryTransactions transactions;

  MemoryAccounting(Memory memory, MemoryTransactions transactions) {
    this.memory = memory;
    this.transactions = transactions;
  }

  @Override
  public boolean record(CashFlow flow) {
    return transactions.write(
        "recordFlow",
        () -> {
          boolean isNew = memory.book(Bookkeeping.ofFlow(flow));
          if (isNew) {
            memory.flows.add(new FlowEntry(memory.flows.size() + 1L, flow, Optional.empty()));
          }
          return isNew;
        });
  }

  @Override
  public List<FlowEntry> flows() {
    return transactions.read("flows", () -> List.copyOf(memory.flows));
  }

  @Override
  public void classify(long number, FlowEntry.Classification said) {
    transactions.change("classify", () -> memory.classify(number, said));
  }

  @Override
  public Optional<Instant> lastFlowTime(VenueId venue) {
    return transactions.read(
        "lastFlowTime",
        () ->
            memory.flows.stream()
                .map(FlowEntry::flow)
                .filter(flow -> flow.venue().equals(venue))
                .map(CashFlow::venueTime)
                .max(Instant::compareTo));
  }

  @Override
  public Optional<Fill> fill(InstrumentId instrument, TradeId tradeId) {
    return transactions.read(
        "fill",
        () -> {
          String key = instrument + "/" + tradeId;
          List<Optional<Fill>> versions = versions(memory, key);
          return versions.isEmpty() ? Optional.empty() : versions.get(versions.size() - 1);
        });
  }

  /** An execution as it was first reported and as it was corrected, in order; empty if it was never booked. */
  private static List<Optional<Fill>> versions(Memory memory, String key) {
    List<Optional<Fill>> versions = new ArrayList<>();
    Fill first = memory.fills.get(key);
    if (first != null) {
      versions.add(Optional.of(first));
      memory.corrections.getOrDefault(key, List.of()).stream()
          .map(FillCorrection::corrected)
          .forEach(versions::add);
    }
    return versions;
  }

  @Override
  public void correct(FillCorrection correction, Booking booking) {
    transactions.write(
        "correctFill",
        () -> {
          String key = correction.instrument() + "/" + correction.tradeId();
          List<Optional<Fill>> versions = versions(memory, key);
          MemoryOrders.require(
              !versions.isEmpty() && versions.get(versions.size() - 1).isPresent(),
              "no booked trade " + key + " can be corrected");
          Fill before = versions.get(versions.size() - 1).orElseThrow();
          LedgerTransaction reversal =
              Bookkeeping.reversal(
                  booking.of(before, versions.size()), correction.author(), correction.reason());
          MemoryOrders.require(
              memory.transactions.containsKey(reversal.reference()),
              "nothing is booked as " + reversal.reference());
          MemoryOrders.require(memory.book(reversal), "reversed twice: " + key);
          correction
              .corrected()
              .ifPresent(fill -> memory.book(booking.of(fill, versions.size() + 1)));
          List<FillCorrection> corrections =
              new ArrayList<>(memory.corrections.getOrDefault(key, List.of()));
          corrections.add(correction);
          memory.corrections.put(key, List.copyOf(corrections));
          memory.venueOrders.count(before, before.lastQty().negated());
          correction.corrected().ifPresent(fill -> memory.venueOrders.count(fill, fill.lastQty()));
          return key;
        });
  }

  @Override
  public List<LedgerEvent> events() {
    return transactions.read("events", () -> events(memory));
  }

  /** The facts of a memory in the order of their booking. */
  static List<LedgerEvent> events(Memory memory) {
    TreeMap<String, LedgerEvent> facts = new TreeMap<>();
    for (String key : memory.fills.keySet()) {
      List<Optional<Fill>> versions = versions(memory, key);
      for (int i = 0; i < versions.size(); i++) {
        int version = i + 1;
        versions
            .get(i)
            .ifPresent(
                fill ->
                    facts.put(
                        "FILL " + Bookkeeping.versioned(key, version),
                        new LedgerEvent.Executed(fill, version)));
      }
    }
    memory.flows.forEach(
        entry ->
            facts.put(
                Bookkeeping.ofFlow(entry.flow()).name(), new LedgerEvent.Flowed(entry.flow())));
    List<LedgerEvent> events = new ArrayList<>();
    for (LedgerTransaction transaction : memory.transactions.values()) {
      LedgerEvent fact = facts.get(transaction.name());
      if (facts.get(transaction.reference()) instanceof LedgerEvent.Executed taken) {
        fact = new LedgerEvent.Reversed(taken.fill());
      }
      events.add(fact == null ? new LedgerEvent.Booked(transaction) : fact);
    }
    return events;
  }

  @Override
  public AccountSums sums() {
    return transactions.read(
        "sums", () -> AccountSums.of(List.copyOf(memory.transactions.values())));
  }
}
