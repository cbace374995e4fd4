package org.evenkeel.shell.fault;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.evenkeel.cycle.CallGate;

/**
 * The gate before one venue: for each of its budgets and each kind of call an own allowance, breaker and place in flight.
 *
 * <p>For example, five failed orders open the breaker of futures ADD for 15 s; cancels and reads go on.
 * Only reads are repeated, at most {@link CallSettings#readAttempts} times and only while they fail fast.
 * What the venue has counted itself is heeded too ({@link VenueCount}).
 * A pause that the venue asks for (HTTP 429 or 418) stops every kind of call of the budget.
 *
 * <p>This class is thread-safe.
 */
public final class CallPolicies implements CallGate {

  private final CallSettings settings;
  private final SortedMap<String, Map<Kind, Lane>> lanes = new TreeMap<>();
  private final SortedMap<String, AtomicLong> pausedUntilNanos = new TreeMap<>();
  private final SortedMap<String, VenueCount> counts = new TreeMap<>();

  public CallPolicies(String venue, CallSettings settings) {
    this(venue, settings, System::currentTimeMillis);
  }

  CallPolicies(String venue, CallSettings settings, LongSupplier wallMs) {
    this.settings = settings;
    settings
        .budgets()
        .forEach(
            (name, budget) -> {
              EnumMap<Kind, Lane> ofBudget = new EnumMap<>(Kind.class);
              for (Kind kind : Kind.values()) {
                ofBudget.put(
                    kind, Lane.of(venue + "/" + name + "/" + kind, kind, budget, settings));
              }
              lanes.put(name, ofBudget);
              counts.put(name, new VenueCount(budget.weightPerMinute(), wallMs));
              pausedUntilNanos.put(name, new AtomicLong(System.nanoTime()));
            });
  }

  @Override
  public <T> Outcome<T> pass(Call call, Callable<T> request) {
    long started = System.nanoTime();
    Outcome<T> outcome = once(call, request);
    Duration backoff = settings.readBackoff();
    int attempt = 1;
    while (call.kind() == Kind.READ
        && outcome instanceof Outcome.Failed<T>
        && attempt < settings.readAttempts()
        && isFast(started)
        && sleep(backoff)) {
      outcome = once(call, request);
      backoff = backoff.multipliedBy(2);
      attempt++;
    }
    return outcome;
  }

  @Override
  public void used(String budget, int weight) {
    count(budget).told(weight);
  }

  @Override
  public void pause(String budget, Duration howLong) {
    long until = System.nanoTime() + howLong.toNanos();
    paused(budget).accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
  }

  private <T> Outcome<T> once(Call call, Callable<T> request) {
    long wait = paused(call.budget()).get() - System.nanoTime();
    if (wait > 0) {
      return new Outcome.NotSent<>(
          call.name()
              + ": the venue asked to wait, "
              + (Duration.ofNanos(wait).toSeconds() + 1)
              + " s are left");
    }
    Optional<String> counted = count(call.budget()).objection(call.kind());
    if (counted.isPresent()) {
      return new Outcome.NotSent<>(call.name() + ": " + counted.get());
    }
    return lane(call).pass(call, request);
  }

  private VenueCount count(String budget) {
    VenueCount count = counts.get(budget);
    if (count == null) {
      throw new IllegalArgumentException("no budget is named '" + budget + "'");
    }
    return count;
  }

  private boolean isFast(long startedNanos) {
    return System.nanoTime() - startedNanos < settings.timeLimit().toNanos() / 2;
  }

  private Lane lane(Call call) {
    Map<Kind, Lane> ofBudget = lanes.get(call.budget());
    Lane lane = ofBudget == null ? null : ofBudget.get(call.kind());
    if (lane == null) {
      throw new IllegalArgumentException("no budget is named '" + call.budget() + "'");
    }
    return lane;
  }

  private AtomicLong paused(String budget) {
    AtomicLong until = pausedUntilNanos.get(budget);
    if (until == null) {
      throw new IllegalArgumentException("no budget is named '" + budget + "'");
    }
    return until;
  }

  private static boolean sleep(Duration duration) {
    try {
      Thread.sleep(duration);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
