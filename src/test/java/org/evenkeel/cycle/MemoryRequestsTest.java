package org.evenkeel.cycle;

import java.time.Duration;
import org.evenkeel.contract.JournalExamples;
import org.evenkeel.contract.RequestsContract;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.Memory;
import org.evenkeel.shell.simulate.MemoryJournal;
import org.evenkeel.shell.simulate.MemoryLease;
import org.evenkeel.shell.simulate.MemoryRequests;
import org.evenkeel.shell.simulate.VirtualClock;

/** The rule of two on a memory. */
class MemoryRequestsTest extends RequestsContract {

  private final Boundaries boundaries = new Boundaries();
  private Memory memory = new Memory();
  private VirtualClock clock = new VirtualClock(JournalExamples.NOON);

  @Override
  protected Member newMemory() {
    memory = new Memory();
    clock = new VirtualClock(JournalExamples.NOON);
    memory.keepTimeBy(clock::now);
    MemoryLease lease = new MemoryLease(memory, "first", boundaries);
    return new Member(
        new MemoryJournal(memory, lease, boundaries), new MemoryRequests(memory), lease);
  }

  @Override
  protected void loseLease() {
    MemoryLease.expire(memory);
    new MemoryLease(memory, "another", boundaries).tryAcquire();
  }

  @Override
  protected void age(Duration by) {
    clock.sleep(by);
  }
}
