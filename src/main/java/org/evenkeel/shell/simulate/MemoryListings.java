package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.List;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.cycle.Listings;

/** What venues have published; of each instrument the newest version only. */
final class MemoryListings implements Listings {

  private final Memory memory;
  private final MemoryTransactions transactions;

  MemoryListings(Memory memory, MemoryTransactions transactions) {
    this.memory = memory;
    this.transactions = transactions;
  }

  @Override
  public List<InstrumentSpec> newest() {
    return transactions.read("newestListings", () -> List.copyOf(memory.listings.values()));
  }

  @Override
  public void note(InstrumentSpec spec, Instant seenAt) {
    transactions.change("noteListing", () -> memory.listings.put(spec.id(), spec));
  }
}
