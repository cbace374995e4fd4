package org.evenkeel.cycle;

import org.evenkeel.contract.FlattenRecordsContract;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.Memory;
import org.evenkeel.shell.simulate.MemoryControls;
import org.evenkeel.shell.simulate.MemoryFlattenRecords;
import org.evenkeel.shell.simulate.MemoryJournal;
import org.evenkeel.shell.simulate.MemoryLease;

/** The records of a flatten in memory keep the contract. */
class MemoryFlattenRecordsTest extends FlattenRecordsContract {

  @Override
  protected Member newMemory() {
    Memory memory = new Memory();
    Boundaries boundaries = new Boundaries();
    MemoryLease lease = new MemoryLease(memory, "first", boundaries);
    return new Member(
        new MemoryJournal(memory, lease, boundaries),
        new MemoryFlattenRecords(memory, lease, boundaries),
        new MemoryControls(memory),
        lease);
  }
}
