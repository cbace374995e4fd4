package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.route.Closing;
import org.evenkeel.cycle.Flatten;
import org.evenkeel.cycle.Strategy;

/** What a flatten may send and must reach, counted from what the venue really holds. */
final class FlattenBound {

  private FlattenBound() {}

  /** For each instrument the slices of its position times the tries of a slice and one (K of invariant I17). */
  static int of(VenueTruth truth, Strategy strategy, List<InstrumentSpec> specs) {
    int bound = 0;
    for (InstrumentSpec spec : specs) {
      Contracts held = truth.position(spec.id());
      Price price = truth.prices.getOrDefault(spec.id(), Price.of("1"));
      Quote quote = new Quote(spec.id(), price, price, price, Instant.EPOCH, Instant.EPOCH);
      if (!held.isZero()) {
        bound += Closing.slices(held, spec, quote, Flatten.terms(strategy)) * (Closing.TRIES + 1);
      }
    }
    return bound;
  }

  /** What is held of the instruments that bear risk. */
  static List<String> left(VenueTruth truth, Strategy strategy) {
    List<String> left = new ArrayList<>();
    for (InstrumentId instrument : strategy.universe().riskInstruments()) {
      Contracts held = truth.position(instrument);
      if (!held.isZero()) {
        left.add(held + " of " + instrument);
      }
    }
    return left;
  }
}
