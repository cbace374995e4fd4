package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.Locks;

/** What is frozen and why, with the constraints of the real table. */
final class MemoryLocks implements Locks {

  private final Memory memory;
  private final MemoryTransactions transactions;

  MemoryLocks(Memory memory, MemoryTransactions transactions) {
    this.memory = memory;
    this.transactions = transactions;
  }

  @Override
  public List<Lock> open() {
    return transactions.read("openLocks", () -> List.copyOf(memory.locks));
  }

  @Override
  public void hold(LockFinding finding, Instant at) {
    transactions.change("hold", () -> memory.lock(finding, at));
  }

  @Override
  public void keep(Set<LockCause> causes, List<LockFinding> findings, Instant at) {
    transactions.change("keepLocks", () -> kept(causes, findings, at));
  }

  private void kept(Set<LockCause> causes, List<LockFinding> findings, Instant at) {
    List<Lock> before = List.copyOf(memory.locks);
    for (LockCause cause : causes) {
      MemoryOrders.require(cause.owner() == LockCause.Owner.CAUSE, cause + " needs a person");
    }
    memory.locks.removeIf(
        lock -> causes.contains(lock.finding().cause()) && !findings.contains(lock.finding()));
    for (LockFinding finding : findings) {
      memory.lock(
          finding,
          before.stream()
              .filter(lock -> lock.finding().isSame(finding))
              .map(Lock::since)
              .findFirst()
              .orElse(at));
    }
  }

  @Override
  public void acknowledge(Lock lock, RequestRow request, Instant at) {
    transactions.change(
        "acknowledge",
        () -> {
          MemoryOrders.require(
              memory.locks.removeIf(open -> open.number() == lock.number()),
              lock + " does not stand any more");
          memory.acknowledged.add(lock);
        });
  }

  @Override
  public Optional<KnownSpec> knownSpec(InstrumentId instrument) {
    return transactions.read(
        "knownSpec", () -> Optional.ofNullable(memory.knownSpecs.get(instrument)));
  }

  @Override
  public void know(InstrumentId instrument, KnownSpec spec) {
    transactions.change("know", () -> memory.knownSpecs.put(instrument, spec));
  }
}
