package org.evenkeel.cycle;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.policy.Canary;
import org.evenkeel.core.policy.CanaryTerms;
import org.evenkeel.core.policy.LimitValues;
import org.evenkeel.core.policy.LimitsInForce;
import org.evenkeel.core.policy.OrderGate;

/**
 * The limits that hold at this moment, read anew each time: what an operator sets counts from the next check on, and what
 * has expired counts no more.
 *
 * <p>Single-threaded.
 */
public final class LimitsNow {

  private final Strategy strategy;
  private final Journal journal;
  private final Clock clock;

  LimitsNow(Strategy strategy, Journal journal, Clock clock) {
    this.strategy = strategy;
    this.journal = journal;
    this.clock = clock;
  }

  /** The strategy with the limits of now. */
  Strategy strategy() {
    return of(strategy, journal, clock.now());
  }

  /** A strategy with the limits of an instant. */
  public static Strategy of(Strategy strategy, Journal journal, Instant at) {
    return strategy.under(values(strategy, journal, at));
  }

  /** The limits of an instant. */
  static LimitValues values(Strategy strategy, Journal journal, Instant at) {
    return LimitsInForce.of(
            LimitValues.of(strategy.limits(), strategy.guards())
                .with(strategy.universe(), strategy.cash(), strategy.plan().treasury()),
            strategy.guards().hard(),
            journal.limits().at(at),
            at)
        .under(canary(strategy, journal, at))
        .values();
  }

  /** What makes limits small at an instant; asks the journal only if anything may. */
  static Optional<Canary> canary(Strategy strategy, Journal journal, Instant at) {
    CanaryTerms terms = strategy.guards().canary();
    Optional<Canary> isNew =
        terms.isOn() ? terms.at(at, journal.limits().newestCanary()) : Optional.empty();
    return isNew.isPresent() || !terms.asksForRehearsal()
        ? isNew
        : terms.unrehearsed(journal.limits().rehearsalAge());
  }

  /** The same at this moment. */
  Optional<Canary> canary() {
    return canary(strategy, journal, clock.now());
  }

  /** The gate of a strategy under its hard limits. */
  static OrderGate gate(Strategy now) {
    return OrderGate.of(LimitValues.of(now.limits(), now.guards()), now.guards().hard());
  }
}
