package org.evenkeel.cycle;

import java.time.Instant;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.policy.OrderGate;
import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.Participation;
import org.evenkeel.core.route.StyleSettings;
import org.evenkeel.core.route.Working;

/** From settings and market to the terms by which one intent is worked. */
final class PatientTerms {

  private PatientTerms() {}

  static Working.Terms of(
      Strategy strategy, ExecutionStyle style, Intent intent, Observation seen, Instant now) {
    StyleSettings settings = strategy.styles();
    InstrumentSpec spec = seen.market().spec(intent.instrument()).orElseThrow();
    Quote quote = seen.market().quote(intent.instrument()).orElseThrow();
    Contracts room =
        Participation.room(
            seen.market().series(intent.instrument()).orElseThrow(),
            settings.interval(style),
            settings.participation(),
            spec,
            quote);
    // A sale of coins takes risk off, although the venue has no such flag for it.
    boolean reduces =
        intent.reduceOnly()
            || (spec.instrument() instanceof Instrument.Spot && intent.side() == Side.SELL);
    return new Working.Terms(
        style,
        intent.side(),
        reduces,
        now,
        settings.interval(style),
        settings.patience(),
        settings.slices(),
        room,
        OrderGate.smallest(spec, quote.mark()),
        spec.lotSize(),
        strategy.execution().maxAttemptsPerIntent());
  }
}
