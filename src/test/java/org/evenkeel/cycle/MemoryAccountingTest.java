package org.evenkeel.cycle;

import org.evenkeel.contract.AccountingContract;
import org.evenkeel.contract.JournalContract;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.Memory;
import org.evenkeel.shell.simulate.MemoryControls;
import org.evenkeel.shell.simulate.MemoryJournal;
import org.evenkeel.shell.simulate.MemoryLease;

/** The books in memory keep the contract. */
class MemoryAccountingTest extends AccountingContract {

  @Override
  protected JournalContract.Member newMemory() {
    Memory memory = new Memory();
    Boundaries boundaries = new Boundaries();
    MemoryLease lease = new MemoryLease(memory, "first", boundaries);
    return new JournalContract.Member(
        new MemoryJournal(memory, lease, boundaries), new MemoryControls(memory), lease);
  }
}
