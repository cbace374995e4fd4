package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.contract.JournalContract;
import org.evenkeel.contract.OrderLogContract;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.Memory;
import org.evenkeel.shell.simulate.MemoryControls;
import org.evenkeel.shell.simulate.MemoryJournal;
import org.evenkeel.shell.simulate.MemoryLease;

/** The order log in memory keeps the contract of the real one. */
class MemoryOrderLogTest extends OrderLogContract {

  private Memory memory = new Memory();

  @Override
  protected JournalContract.Member newMemory() {
    memory = new Memory();
    Boundaries boundaries = new Boundaries();
    MemoryLease lease = new MemoryLease(memory, "first", boundaries);
    return new JournalContract.Member(
        new MemoryJournal(memory, lease, boundaries), new MemoryControls(memory), lease);
  }

  @Override
  protected void loseLease() {
    MemoryLease.expire(memory);
    assertThat(new MemoryLease(memory, "other", new Boundaries()).tryAcquire()).isTrue();
  }
}
