package org.evenkeel.shell.fault;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.evenkeel.cycle.CallGate.Call;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.CallGate.Outcome;

/**
 * The way of one kind of call through one budget: wait for a place, pay the weight, ask the breaker, go.
 *
 * <p>The request runs on its own thread so that the caller can stop waiting for it; the place in flight is given back only
 * when the request has really ended, so there are never two at once.
 * A caller that stops waiting is told that the call failed, never that it was not sent.
 *
 * <p>This class is thread-safe.
 */
final class Lane {

  /** Percent of a budget's weight: cancels and reductions have a reserve that nothing else can use up. */
  private static final int READ_PERCENT = 70;

  private static final int ADD_PERCENT = 10;
  private static final int REDUCE_CANCEL_PERCENT = 20;

  private final Bulkhead place;
  private final RateLimiter weight;
  private final RateLimiter orders;
  private final CircuitBreaker breaker;
  private final Duration timeLimit;

  private Lane(
      Bulkhead place,
      RateLimiter weight,
      RateLimiter orders,
      CircuitBreaker breaker,
      Duration timeLimit) {
    this.place = place;
    this.weight = weight;
    this.orders = orders;
    this.breaker = breaker;
    this.timeLimit = timeLimit;
  }

  static Lane of(String name, Kind kind, CallSettings.Budget budget, CallSettings settings) {
    // In slices: a whole minute's worth at once could straddle the venue's minutes.
    Duration sliceTime = budget.slice();
    long perMinute = (long) budget.weightPerMinute() * percent(kind) / 100;
    int slice = (int) Math.max(1, perMinute * sliceTime.toMillis() / 60_000);
    // Half of the order allowance for either kind of order, so that adds cannot use up what
    // reductions need.
    int orderSlice = Math.max(1, budget.ordersPerTenSeconds() / 2);
    return new Lane(
        Bulkhead.of(
            name,
            BulkheadConfig.custom()
                .maxConcurrentCalls(1)
                .maxWaitDuration(settings.maxWait())
                .build()),
        RateLimiter.of(name + "/weight", limit(slice, sliceTime, settings.maxWait())),
        RateLimiter.of(
            name + "/orders", limit(orderSlice, Duration.ofSeconds(10), settings.maxWait())),
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.breakerCalls())
                .minimumNumberOfCalls(Math.max(2, settings.breakerCalls() / 2))
                .failureRateThreshold(settings.breakerFailurePercent())
                .waitDurationInOpenState(settings.breakerOpen())
                .permittedNumberOfCallsInHalfOpenState(1)
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .build()),
        settings.timeLimit());
  }

  <T> Outcome<T> pass(Call call, Callable<T> request) {
    if (!place.tryAcquirePermission()) {
      return new Outcome.NotSent<>(call.name() + ": the call before it has not ended");
    }
    if (!hasBudget(call)) {
      place.onComplete();
      return new Outcome.NotSent<>(
          call.name() + ": the request budget '" + call.budget() + "' is used up for now");
    }
    if (!breaker.tryAcquirePermission()) {
      place.onComplete();
      return new Outcome.NotSent<>(
          call.name() + ": the breaker " + breaker.getName() + " is open after repeated failures");
    }
    return timed(request);
  }

  private boolean hasBudget(Call call) {
    boolean isOrder = call.kind() != Kind.READ;
    return weight.acquirePermission(Math.max(1, call.weight()))
        && (!isOrder || orders.acquirePermission());
  }

  private <T> Outcome<T> timed(Callable<T> request) {
    FutureTask<T> task = new FutureTask<>(request);
    long started = System.nanoTime();
    Thread.ofVirtual()
        .name("venue-call")
        .start(
            () -> {
              try {
                task.run();
              } finally {
                place.onComplete();
              }
            });
    Outcome<T> outcome = await(task);
    long nanos = System.nanoTime() - started;
    switch (outcome) {
      case Outcome.Answered<T> answered -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
      case Outcome.Failed<T> failed -> breaker.onError(nanos, TimeUnit.NANOSECONDS, failed.cause());
      case Outcome.NotSent<T> notSent -> breaker.releasePermission();
    }
    return outcome;
  }

  private <T> Outcome<T> await(FutureTask<T> task) {
    try {
      return new Outcome.Answered<>(task.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return new Outcome.Failed<>(cause == null ? e : cause);
    } catch (TimeoutException e) {
      task.cancel(true); // interrupts the thread, which closes its socket
      return new Outcome.Failed<>(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Failed<>(e);
    }
  }

  private static RateLimiterConfig limit(int permits, Duration period, Duration maxWait) {
    return RateLimiterConfig.custom()
        .limitForPeriod(permits)
        .limitRefreshPeriod(period)
        .timeoutDuration(maxWait)
        .build();
  }

  private static int percent(Kind kind) {
    return switch (kind) {
      case READ -> READ_PERCENT;
      case ADD -> ADD_PERCENT;
      case REDUCE_CANCEL -> REDUCE_CANCEL_PERCENT;
    };
  }
}
