package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.parity.bands.BandSettings;
import org.evenkeel.core.plan.TradingCost;
import org.evenkeel.core.route.Arrival;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.Urgency;
import org.evenkeel.core.statement.Forgone;

/** What the market was when an order left and when an intent was given up, as it is kept beside the orders. */
final class Arrivals {

  private final Strategy strategy;

  Arrivals(Strategy strategy) {
    this.strategy = strategy;
  }

  /**
   * The market that an order of an intent meets, with what the planner reckons with for the whole intent.
   *
   * <p>The volatility of the impact is that of the bars, where the planner's is that of the estimate: they are of the
   * same size, and only this one is known of every instrument.
   */
  Arrival of(Intent intent, Quote quote, Observation seen, Urgency.Choice choice) {
    InstrumentSpec spec = seen.market().spec(intent.instrument()).orElseThrow();
    return new Arrival(
        quote.bid(),
        quote.ask(),
        perPrice(spec, quote, seen),
        rate(spec, seen),
        assumed(intent, spec, seen),
        choice.style(),
        choice.reason());
  }

  /** What is left of an intent whose work is over. */
  Forgone forgone(
      Intent intent,
      Contracts unfilled,
      Quote quote,
      Observation seen,
      Instant now,
      Urgency.Choice choice) {
    InstrumentSpec spec = seen.market().spec(intent.instrument()).orElseThrow();
    return new Forgone(
        intent.instrument().value(),
        intent.side(),
        unfilled,
        intent.arrivalPrice(),
        quote.mid(),
        perPrice(spec, quote, seen).amount(),
        now,
        choice.style().name());
  }

  private Money perPrice(InstrumentSpec spec, Quote quote, Observation seen) {
    Price mid = quote.mid();
    Money one = yardstick(seen).value(spec, Contracts.of(BigDecimal.ONE), mid);
    return new Money(Decimals.quotient(one.amount(), mid.value()), one.currency());
  }

  private BigDecimal rate(InstrumentSpec spec, Observation seen) {
    Instrument instrument = spec.instrument();
    return switch (yardstick(seen).price(instrument.quote(), instrument.venue())) {
      case Result.Ok<BigDecimal> ok -> ok.value();
      case Result.Refused<BigDecimal> refused -> BigDecimal.ONE;
    };
  }

  private Arrival.Assumed assumed(Intent intent, InstrumentSpec spec, Observation seen) {
    BandSettings bands = strategy.plan().bands();
    Quote decided = seen.market().quote(intent.instrument()).orElseThrow();
    Optional<BarSeries> bars = seen.market().series(intent.instrument());
    BigDecimal variance = bars.map(Urgency::annualVariance).orElse(Ratio.ZERO).value();
    TradingCost cost =
        TradingCost.of(
            spec.notional(intent.quantity(), decided.mid()),
            spec.instrument() instanceof Instrument.Future ? bands.futuresFee() : bands.spotFee(),
            spec,
            decided,
            bars,
            new Ratio(variance.sqrt(Decimals.PRECISION)));
    return new Arrival.Assumed(cost.fee(), cost.spread(), cost.impact());
  }

  private Yardstick yardstick(Observation seen) {
    return Yardstick.of(strategy.universe(), seen.market().quotes()).orThrow();
  }
}
