package org.evenkeel.shell.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.policy.CanaryStart;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.LimitBook;
import org.evenkeel.cycle.LimitControls;

/** Soft limits that were set, in a memory; whoever agrees there needs no keys. */
public final class MemoryLimits implements LimitBook, LimitControls {

  private final Memory memory;

  public MemoryLimits(Memory memory) {
    this.memory = memory;
  }

  @Override
  public List<LimitOverride> at(Instant at) {
    return memory.limits.stream().filter(each -> each.isWithin(at)).toList();
  }

  @Override
  public Optional<CanaryStart> newestCanary() {
    return memory.starts.canary();
  }

  @Override
  public Optional<Duration> rehearsalAge() {
    return memory.rehearsalAge;
  }

  @Override
  public void set(RequestRow request, LimitOverride wanted) {
    add(wanted, true);
  }

  @Override
  public LimitOverride set(LimitOverride wanted) {
    return add(wanted, false);
  }

  @Override
  public int reset(RequestRow request, LimitName name, Instant at) {
    return end(name, at, true);
  }

  @Override
  public int reset(LimitName name, String author, String reason, Instant at) {
    return end(name, at, false);
  }

  private LimitOverride add(LimitOverride wanted, boolean isAgreed) {
    LimitOverride added = copy(wanted, memory.limits.size() + 1L, isAgreed, Optional.empty());
    memory.limits.add(added);
    return added;
  }

  private int end(LimitName name, Instant at, boolean isAgreed) {
    int ended = 0;
    for (int i = 0; i < memory.limits.size(); i++) {
      LimitOverride each = memory.limits.get(i);
      if (each.name().equals(name) && each.isWithin(at) && each.end().isEmpty()) {
        LimitOverride.End end = new LimitOverride.End(at, isAgreed);
        memory.limits.set(i, copy(each, each.id(), each.isAgreed(), Optional.of(end)));
        ended++;
      }
    }
    return ended;
  }

  private static LimitOverride copy(
      LimitOverride from, long id, boolean isAgreed, Optional<LimitOverride.End> end) {
    return new LimitOverride(
        id,
        from.name(),
        from.value(),
        from.author(),
        from.reason(),
        from.createdAt(),
        from.expiresAt(),
        isAgreed,
        end);
  }
}
