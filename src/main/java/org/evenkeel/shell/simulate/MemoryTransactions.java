package org.evenkeel.shell.simulate;

import java.util.function.Supplier;

/**
 * The transactions of a journal in memory: each is one numbered boundary and needs the lease if it writes; one that fails
 * leaves nothing behind.
 */
final class MemoryTransactions {

  private final Memory memory;
  private final MemoryLease lease;
  private final Boundaries boundaries;
  private boolean isJoined = false;

  MemoryTransactions(Memory memory, MemoryLease lease, Boundaries boundaries) {
    this.memory = memory;
    this.lease = lease;
    this.boundaries = boundaries;
  }

  <T> T read(String name, Supplier<T> query) {
    return isJoined ? query.get() : boundaries.cross(name, query);
  }

  <T> T write(String name, Supplier<T> transaction) {
    return isJoined
        ? transaction.get()
        : boundaries.cross(
            name,
            () -> {
              lease.requireHeld();
              memory.watch().onWrite(name);
              return transaction.get();
            });
  }

  void change(String name, Runnable transaction) {
    write(
        name,
        () -> {
          transaction.run();
          return true;
        });
  }

  /** Everything that the work reads and writes is one boundary, and undone if it throws. */
  <T> T together(Supplier<T> work) {
    return isJoined ? work.get() : write("together", () -> undoneIfItFails(work));
  }

  private <T> T undoneIfItFails(Supplier<T> work) {
    MemorySnapshot before = memory.isThorough ? memory.snapshot() : new MemorySnapshot();
    isJoined = true;
    try {
      return work.get();
    } catch (RuntimeException | Error failure) {
      before.restore();
      throw failure;
    } finally {
      isJoined = false;
    }
  }
}
