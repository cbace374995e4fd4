package org.evenkeel.shell.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.statement.BudgetRow;
import org.evenkeel.core.statement.CallRow;
import org.evenkeel.core.statement.CycleCalls;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.cycle.CallMeter;

/**
 * The calls of a cycle, counted where they pass the gates of the venues.
 *
 * <p>For example 'binance futures fapi/v1/klines: 8 calls, weight 16'. A read that a gate repeats by itself is one call.
 *
 * <p>This class is thread-safe.
 */
public final class CallTally implements CallMeter {

  private record Key(String venue, String budget) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = venue.compareTo(other.venue);
      return order != 0 ? order : budget.compareTo(other.budget);
    }
  }

  private final TreeMap<Key, Integer> limits = new TreeMap<>();
  private final TreeMap<Key, Integer> told = new TreeMap<>();
  private final TreeMap<Key, TreeMap<String, CallRow>> rows = new TreeMap<>();

  /** A venue's gate whose calls are counted. */
  public CallGate counted(VenueId venue, CallSettings settings, CallGate gate) {
    synchronized (this) {
      settings
          .budgets()
          .forEach(
              (name, budget) -> limits.put(new Key(venue.value(), name), budget.weightPerMinute()));
    }
    return new Counted(venue.value(), gate);
  }

  @Override
  public synchronized void begin() {
    told.clear();
    rows.clear();
  }

  @Override
  public synchronized CycleCalls end() {
    List<CallRow> endpoints = new ArrayList<>();
    List<BudgetRow> budgets = new ArrayList<>();
    rows.forEach(
        (key, ofBudget) -> {
          endpoints.addAll(ofBudget.values());
          budgets.add(budget(key, List.copyOf(ofBudget.values())));
        });
    return new CycleCalls(endpoints, budgets);
  }

  private BudgetRow budget(Key key, List<CallRow> endpoints) {
    int calls = endpoints.stream().mapToInt(CallRow::calls).sum();
    int weight = endpoints.stream().mapToInt(CallRow::weight).sum();
    Optional<Integer> theirs = Optional.ofNullable(told.get(key));
    int limit = limits.getOrDefault(key, 0);
    int remaining = limit - theirs.orElse(weight);
    return new BudgetRow(key.venue(), key.budget(), calls, weight, theirs, limit, remaining);
  }

  private synchronized void count(String venue, CallGate.Call call, CallGate.Outcome<?> outcome) {
    boolean isNotSent = outcome instanceof CallGate.Outcome.NotSent<?>;
    boolean isFailed = outcome instanceof CallGate.Outcome.Failed<?>;
    rows.computeIfAbsent(new Key(venue, call.budget()), key -> new TreeMap<>())
        .merge(
            call.name(),
            row(venue, call).plus(isNotSent ? 0 : call.weight(), isFailed, isNotSent),
            (before, one) -> before.plus(one.weight(), isFailed, isNotSent));
  }

  private static CallRow row(String venue, CallGate.Call call) {
    return new CallRow(venue, call.budget(), call.name(), 0, 0, 0, 0);
  }

  private synchronized void tell(String venue, String budget, int weight) {
    told.merge(new Key(venue, budget), weight, Math::max);
  }

  private final class Counted implements CallGate {

    private final String venue;
    private final CallGate gate;

    Counted(String venue, CallGate gate) {
      this.venue = venue;
      this.gate = gate;
    }

    @Override
    public <T> Outcome<T> pass(Call call, Callable<T> request) {
      Outcome<T> outcome = gate.pass(call, request);
      count(venue, call, outcome);
      return outcome;
    }

    @Override
    public void used(String budget, int weight) {
      tell(venue, budget, weight);
      gate.used(budget, weight);
    }

    @Override
    public void pause(String budget, Duration howLong) {
      gate.pause(budget, howLong);
    }
  }
}
