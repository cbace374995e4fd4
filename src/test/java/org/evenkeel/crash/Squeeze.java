package org.evenkeel.crash;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;

/**
 * A venue's gate that can be made narrow for a while, with every read made twice: the second answer is thrown away.
 *
 * <p>Narrow means the product's own gate with an allowance that is handed out once a minute, so that where it is used up
 * does not depend on how fast the machine is. Thread-safe.
 */
final class Squeeze implements CallGate {

  private final CallGate wide;
  private final CallSettings settings;
  private volatile CallGate now;
  private volatile boolean isNarrow;
  private volatile SortedMap<String, Integer> fromNextOrder = new TreeMap<>();
  final AtomicInteger heldBack = new AtomicInteger();
  final AtomicInteger cancelsHeldBack = new AtomicInteger();

  Squeeze(CallSettings settings, CallGate wide) {
    this.settings = settings;
    this.wide = wide;
    this.now = wide;
  }

  /** From here on a budget allows so much of weight a minute. */
  void narrow(SortedMap<String, Integer> weights) {
    TreeMap<String, CallSettings.Budget> budgets = new TreeMap<>();
    weights.forEach(
        (name, weight) ->
            budgets.put(
                name,
                new CallSettings.Budget(
                    Math.max(100, weight),
                    settings.budgets().get(name).ordersPerTenSeconds(),
                    Duration.ofMinutes(1))));
    now =
        new CallPolicies(
            "narrow",
            new CallSettings(
                budgets,
                Duration.ofMillis(20),
                settings.timeLimit(),
                settings.readAttempts(),
                settings.readBackoff(),
                settings.breakerCalls(),
                settings.breakerFailurePercent(),
                settings.breakerOpen()));
    isNarrow = true;
  }

  /** From the next order on a budget allows so much of weight a minute. */
  void narrowFromNextOrder(SortedMap<String, Integer> weights) {
    fromNextOrder = weights;
  }

  /** As if the minute were over. */
  void widen() {
    isNarrow = false;
    fromNextOrder = new TreeMap<>();
    now = wide;
  }

  @Override
  public <T> Outcome<T> pass(Call call, Callable<T> request) {
    if (call.kind() != Kind.READ && !fromNextOrder.isEmpty()) {
      narrow(fromNextOrder);
      fromNextOrder = new TreeMap<>();
    }
    CallGate gate = now;
    Outcome<T> outcome = gate.pass(call, request);
    if (isNarrow && call.kind() == Kind.READ) {
      Outcome<T> unused = gate.pass(call, request);
    }
    if (outcome instanceof Outcome.NotSent<T>) {
      (call.kind() == Kind.REDUCE_CANCEL ? cancelsHeldBack : heldBack).incrementAndGet();
    }
    return outcome;
  }

  @Override
  public void used(String budget, int weight) {
    if (!isNarrow) {
      wide.used(budget, weight); // The venue's minute is the wall's and began before the load.
    }
  }

  @Override
  public void pause(String budget, Duration howLong) {
    now.pause(budget, howLong);
  }
}
