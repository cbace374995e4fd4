package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.Participation;
import org.evenkeel.core.route.StyleSettings;
import org.evenkeel.core.route.Urgency;

/** The style by which an intent is worked, with the reason. Single-threaded. */
final class StyleChoice {

  private final Strategy strategy;
  private final Venues venues;

  StyleChoice(Strategy strategy, Venues venues) {
    this.strategy = strategy;
    this.venues = venues;
  }

  /** What the configuration says, and what stands against it; every departure from it has a reason. */
  Urgency.Choice of(Intent intent, Observation seen) {
    StyleSettings settings = strategy.styles();
    ExecutionStyle wanted = settings.of(intent.instrument());
    if (wanted == ExecutionStyle.IOC) {
      return as(ExecutionStyle.IOC, "configured");
    }
    Optional<BarSeries> bars = seen.market().series(intent.instrument());
    InstrumentSpec spec = seen.market().spec(intent.instrument()).orElseThrow();
    Quote quote = seen.market().quote(intent.instrument()).orElseThrow();
    if (bars.isEmpty()
        || Participation.volume(bars.get(), settings.patience(), spec).amount().signum() == 0) {
      return as(ExecutionStyle.IOC, wanted + " needs a measured volume, and there is none");
    }
    Urgency.Choice choice =
        wanted == ExecutionStyle.AUTO
            ? weighed(intent, bars.get(), spec, quote, seen)
            : as(wanted, "configured");
    boolean canRest = venues.of(intent.instrument()).capabilities().postOnly();
    return choice.style() == ExecutionStyle.PASSIVE && !canRest
        ? as(ExecutionStyle.IOC, "PASSIVE needs post-only orders, which are not sent at this venue")
        : choice;
  }

  private Urgency.Choice weighed(
      Intent intent, BarSeries bars, InstrumentSpec spec, Quote quote, Observation seen) {
    StyleSettings settings = strategy.styles();
    Yardstick yardstick = Yardstick.of(strategy.universe(), seen.market().quotes()).orThrow();
    Ratio delta = yardstick.value(spec, intent.quantity(), quote.mark()).abs().over(seen.nav());
    Contracts room =
        Participation.room(bars, settings.sliceEvery(), settings.participation(), spec, quote);
    return Urgency.choose(
        delta,
        Urgency.annualVariance(bars),
        quote,
        intent.quantity().compareTo(room) > 0,
        settings);
  }

  private static Urgency.Choice as(ExecutionStyle style, String reason) {
    return new Urgency.Choice(style, Ratio.ZERO, new Ratio(BigDecimal.ZERO), reason);
  }
}
