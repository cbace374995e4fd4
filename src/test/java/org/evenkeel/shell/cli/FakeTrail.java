package org.evenkeel.shell.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.core.statement.ChainEntry;
import org.evenkeel.core.statement.ChainHead;
import org.evenkeel.core.statement.ChainVerdict;
import org.evenkeel.cycle.AuditTrail;

/** A chain of which a test says the verdict. */
record FakeTrail(ChainVerdict verdict) implements AuditTrail {
  @Override
  public Optional<ChainHead> head() {
    return verdict.head();
  }

  @Override
  public ChainVerdict verify(List<ChainHead> kept) {
    return new ChainVerdict(verdict.rows(), kept.size(), verdict.head(), verdict.fault());
  }

  @Override
  public void export(Consumer<ChainEntry> to) {
    to.accept(new ChainEntry(1, "audit", "1", "{}", "", "ab", Instant.EPOCH));
  }
}
