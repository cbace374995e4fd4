package org.evenkeel.shell.simulate;

import java.time.Instant;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.cycle.LockControls;

/** Locks by hand on a memory. */
public final class MemoryLockControls implements LockControls {

  private final Memory memory;

  public MemoryLockControls(Memory memory) {
    this.memory = memory;
  }

  @Override
  public boolean lock(String subject, String author, String reason, Instant at) {
    return memory.lock(
        new LockFinding(subject, LockCause.OPERATOR, "", author + ": " + reason, ""), at);
  }

  @Override
  public boolean unlock(String subject, String author, String reason, Instant at) {
    return memory.locks.removeIf(
        lock ->
            lock.finding().subject().equals(subject)
                && lock.finding().cause() == LockCause.OPERATOR);
  }
}
