package org.evenkeel.cycle;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;

/** The newest specifications read from the venue. Single-threaded. */
public final class SpecBook {

  private final TreeMap<InstrumentId, InstrumentSpec> specs = new TreeMap<>();

  /** Takes over what was read. */
  public void learn(List<InstrumentSpec> read) {
    read.forEach(spec -> specs.put(spec.id(), spec));
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
