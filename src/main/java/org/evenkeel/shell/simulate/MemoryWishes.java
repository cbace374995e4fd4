package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.calendar.SlotMoves;
import org.evenkeel.cycle.RunWish;
import org.evenkeel.cycle.Wishes;

/** What operators want of the schedule, in memory. */
record MemoryWishes(Memory memory, MemoryTransactions transactions) implements Wishes {

  @Override
  public Optional<RunWish> take(Instant at) {
    return transactions.write(
        "takeRunRequest", () -> Optional.ofNullable(memory.runRequests.poll()));
  }

  @Override
  public Optional<String> slotToSkip(Instant dueAt) {
    return transactions.read(
        "slotToSkip", () -> Optional.ofNullable(memory.slotsToSkip.get(dueAt)));
  }

  @Override
  public SlotMoves moves() {
    return transactions.read("slotMoves", () -> SlotMoves.of(memory.slotMoves));
  }
}
