package org.evenkeel.cycle;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Redenomination;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;

/**
 * The newest specifications read from the venue, each compared with the one that is known: a change locks the instrument,
 * because an old number of contracts may mean something else now.
 *
 * <p>Single-threaded.
 */
public final class SpecBook {

  private final Consumer<InstrumentSpec> comparison;
  private final TreeMap<InstrumentId, InstrumentSpec> specs = new TreeMap<>();

  private SpecBook(Consumer<InstrumentSpec> comparison) {
    this.comparison = comparison;
  }

  public SpecBook(Journal journal, Clock clock) {
    this(spec -> compare(spec, journal, clock));
  }

  /** A book that knows nothing from before: what closes positions takes the venue's word for their size. */
  public static SpecBook withoutMemory() {
    return new SpecBook(spec -> {});
  }

  /** Takes over what was read. */
  public void learn(List<InstrumentSpec> read) {
    for (InstrumentSpec spec : read) {
      boolean isCompared =
          spec(spec.id()).map(before -> before.hash().equals(spec.hash())).orElse(false);
      if (!isCompared) {
        comparison.accept(spec);
      }
      specs.put(spec.id(), spec);
    }
  }

  private static void compare(InstrumentSpec spec, Journal journal, Clock clock) {
    Locks.KnownSpec read = new Locks.KnownSpec(spec.hash(), spec.describe());
    Optional<Locks.KnownSpec> known = journal.locks().knownSpec(spec.id());
    if (known.isEmpty()) {
      journal.locks().know(spec.id(), read);
    } else if (!known.get().hash().equals(read.hash())) {
      journal
          .locks()
          .hold(
              new LockFinding(
                  spec.id().value(),
                  LockCause.SPEC_CHANGED,
                  read.hash().value(),
                  known.get().text(),
                  Redenomination.named(known.get().text(), read.text())
                      .map(name -> read.text() + ": " + name)
                      .orElse(read.text())),
              clock.now());
    }
  }

  /** Reads what is missing, once. */
  public Result<List<InstrumentSpec>> ensure(MarketData market, List<InstrumentId> instruments) {
    if (specs.keySet().containsAll(instruments)) {
      return Result.ok(List.copyOf(specs.values()));
    }
    return market
        .specs(instruments)
        .map(
            read -> {
              learn(read);
              return read;
            });
  }

  public Optional<InstrumentSpec> spec(InstrumentId id) {
    return Optional.ofNullable(specs.get(id));
  }

  public List<InstrumentSpec> all() {
    return List.copyOf(specs.values());
  }
}
