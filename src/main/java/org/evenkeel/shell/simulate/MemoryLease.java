package org.evenkeel.shell.simulate;

import java.util.Optional;
import org.evenkeel.cycle.CycleLease;
import org.evenkeel.cycle.LeaseLost;

/** A lease in memory that never runs out by itself; a test takes it away. */
public final class MemoryLease implements CycleLease {

  private final Memory memory;
  private final String holder;
  private final Boundaries boundaries;
  private final boolean isFenced;
  private long epoch = -1;

  public MemoryLease(Memory memory, String holder, Boundaries boundaries) {
    this(memory, holder, boundaries, true);
  }

  /** One that may be left unfenced, to show what comes of it. */
  MemoryLease(Memory memory, String holder, Boundaries boundaries, boolean isFenced) {
    this.isFenced = isFenced;
    this.memory = memory;
    this.holder = holder;
    this.boundaries = boundaries;
  }

  @Override
  public boolean tryAcquire() {
    return boundaries.cross("lease.tryAcquire", this::acquired);
  }

  private boolean acquired() {
    if (isHeld()) {
      return true;
    }
    if (memory.holder.isPresent()) {
      return false;
    }
    memory.holder = Optional.of(holder);
    memory.epoch++;
    epoch = memory.epoch;
    return true;
  }

  @Override
  public void renew() {
    boundaries.cross(
        "lease.renew",
        () -> {
          requireHeld();
          return true;
        });
  }

  @Override
  public void release() {
    boundaries.cross(
        "lease.release",
        () -> {
          if (isHeld()) {
            memory.holder = Optional.empty();
          }
          return true;
        });
  }

  private boolean isHeld() {
    return memory.holder.equals(Optional.of(holder)) && memory.epoch == epoch;
  }

  void requireHeld() {
    if (isFenced && !isHeld()) {
      throw new LeaseLost(holder + " is not the leader of epoch " + memory.epoch);
    }
  }

  /** Lets the time of whoever holds it run out. */
  public static void expire(Memory memory) {
    memory.holder = Optional.empty();
  }
}
