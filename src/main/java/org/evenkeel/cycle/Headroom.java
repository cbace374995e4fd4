package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.plan.Collateral;
import org.evenkeel.core.policy.OrderGate;
import org.evenkeel.core.policy.ProposedOrder;
import org.evenkeel.core.route.VenueOrder;

/**
 * What the limits leave for an order that works already, beside all that is held and open, by the newest prices and account.
 *
 * <p>Single-threaded.
 */
final class Headroom {

  private final Strategy strategy;
  private final Observatory observatory;
  private final Journal journal;
  private final Clock clock;

  Headroom(Strategy strategy, Observatory observatory, Journal journal, Clock clock) {
    this.strategy = strategy;
    this.observatory = observatory;
    this.journal = journal;
    this.clock = clock;
  }

  /** Why the limits do not carry an order at its full size; refused if prices or account cannot be read. */
  Result<Optional<Refusal>> objection(VenueOrder order) {
    return observatory
        .now()
        .then(
            seen ->
                Yardstick.of(strategy.universe(), seen.market().quotes())
                    .then(yardstick -> objection(order, seen, yardstick)));
  }

  private Result<Optional<Refusal>> objection(
      VenueOrder order, Observation seen, Yardstick yardstick) {
    Optional<InstrumentSpec> spec = seen.market().spec(order.instrument());
    Optional<Quote> quote = seen.market().quote(order.instrument());
    if (spec.isEmpty() || quote.isEmpty()) {
      return Result.refused(
          RefusalReason.APPROVAL,
          order.instrument() + " is none of the instruments of the portfolio");
    }
    Strategy ruled = LimitsNow.of(strategy, journal, clock.now());
    ProposedOrder proposed =
        new ProposedOrder(
            order.instrument(),
            order.side(),
            order.orderQty(),
            order.limitPrice().orElse(quote.get().mark()),
            order.reduceOnly());
    return Result.ok(
        LimitsNow.gate(ruled)
            .excess(
                proposed, spec.get(), quote.get(), circumstances(order, seen, yardstick, ruled)));
  }

  private OrderGate.Circumstances circumstances(
      VenueOrder order, Observation seen, Yardstick yardstick, Strategy ruled) {
    return new OrderGate.Circumstances(
        journal.tradingState(),
        seen.nav(),
        Standings.exposure(journal),
        seen.market().specs(),
        seen.market().quotes(),
        yardstick,
        clock.now(),
        seen.clocks().of(order.instrument()),
        BigDecimal.ZERO,
        0,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        0,
        Collateral.of(seen.account(), yardstick, ruled.plan()).most(order.instrument()),
        false,
        List.of(),
        new TreeMap<>());
  }
}
