package org.evenkeel.cycle;

import org.evenkeel.contract.JournalContract;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.Memory;
import org.evenkeel.shell.simulate.MemoryControls;
import org.evenkeel.shell.simulate.MemoryJournal;
import org.evenkeel.shell.simulate.MemoryLease;
import org.evenkeel.shell.simulate.MemoryRequests;

/** The journal in memory keeps the contract of the real one, so that what is tested on it holds there. */
class MemoryJournalTest extends JournalContract {

  private Memory memory = new Memory();

  @Override
  protected Member newMemory() {
    memory = new Memory();
    return member("first");
  }

  @Override
  protected Member another() {
    return member("another");
  }

  @Override
  public Requests requests() {
    return new MemoryRequests(memory);
  }

  @Override
  protected void expireLease() {
    MemoryLease.expire(memory);
  }

  private Member member(String holder) {
    Boundaries boundaries = new Boundaries();
    MemoryLease lease = new MemoryLease(memory, holder, boundaries);
    return new Member(
        new MemoryJournal(memory, lease, boundaries), new MemoryControls(memory), lease);
  }
}
