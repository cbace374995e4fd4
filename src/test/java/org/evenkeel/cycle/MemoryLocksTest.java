package org.evenkeel.cycle;

import org.evenkeel.contract.LocksContract;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.Memory;
import org.evenkeel.shell.simulate.MemoryJournal;
import org.evenkeel.shell.simulate.MemoryLease;
import org.evenkeel.shell.simulate.MemoryLockControls;
import org.evenkeel.shell.simulate.MemoryRequests;

/** Locks in memory. */
class MemoryLocksTest extends LocksContract {

  private final Boundaries boundaries = new Boundaries();
  private Memory memory = new Memory();

  @Override
  protected Member newMemory() {
    memory = new Memory();
    MemoryLease lease = new MemoryLease(memory, "first", boundaries);
    return new Member(
        new MemoryJournal(memory, lease, boundaries),
        new MemoryLockControls(memory),
        new MemoryRequests(memory),
        lease);
  }

  @Override
  protected void loseLease() {
    MemoryLease.expire(memory);
    new MemoryLease(memory, "another", boundaries).tryAcquire();
  }
}
