package org.evenkeel.shell.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.statement.BudgetRow;
import org.evenkeel.core.statement.BusiestTimes;
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

  /** The busiest times of an allowance. */
  private static final class Load {
    private final BusyWindow weight = new BusyWindow(MINUTE);
    private final BusyWindow calls = new BusyWindow(MINUTE);
    private final BusyWindow held = new BusyWindow(MINUTE);
    private final BusyWindow orders = new BusyWindow(TEN_SECONDS);
    private final BusyWindow cancels = new BusyWindow(MINUTE);

    void count(CallGate.Call call, boolean isNotSent, long atMs) {
      if (isNotSent) {
        held.add(atMs, 1);
        return;
      }
      calls.add(atMs, 1);
      weight.add(atMs, call.weight());
      switch (call.kind()) {
        case READ -> {}
        case ADD -> orders.add(atMs, 1);
        case REDUCE_CANCEL -> {
          orders.add(atMs, 1);
          cancels.add(atMs, 1);
        }
      }
    }

    Stream<BusiestTimes.Row> taken(Key key, CallSettings.Budget allowed) {
      return Stream.of(
              weight.taken(key.venue, key.budget, "weight in a minute", allowed.weightPerMinute()),
              calls.taken(key.venue, key.budget, "calls in a minute", 0),
              held.taken(key.venue, key.budget, "calls held back in a minute", 0),
              orders.taken(
                  key.venue, key.budget, "orders in ten seconds", allowed.ordersPerTenSeconds()),
              cancels.taken(key.venue, key.budget, "cancels and reductions in a minute", 0))
          .flatMap(Optional::stream);
    }
  }

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private final LongSupplier wallMs;
  private final TreeMap<Key, CallSettings.Budget> limits = new TreeMap<>();
  private final TreeMap<Key, Load> loads = new TreeMap<>();
  private final TreeMap<Key, Integer> told = new TreeMap<>();
  private final TreeMap<Key, TreeMap<String, CallRow>> rows = new TreeMap<>();

  public CallTally() {
    this(System::currentTimeMillis);
  }

  CallTally(LongSupplier wallMs) {
    this.wallMs = wallMs;
  }

  /** A venue's gate whose calls are counted. */
  public CallGate counted(VenueId venue, CallSettings settings, CallGate gate) {
    synchronized (this) {
      settings
          .budgets()
          .forEach((name, budget) -> limits.put(new Key(venue.value(), name), budget));
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

  @Override
  public synchronized BusiestTimes busiest() {
    return new BusiestTimes(
        loads.entrySet().stream()
            .flatMap(entry -> entry.getValue().taken(entry.getKey(), allowed(entry.getKey())))
            .toList());
  }

  private CallSettings.Budget allowed(Key key) {
    return Objects.requireNonNull(limits.get(key), () -> "no budget is named " + key);
  }

  private BudgetRow budget(Key key, List<CallRow> endpoints) {
    int calls = endpoints.stream().mapToInt(CallRow::calls).sum();
    int weight = endpoints.stream().mapToInt(CallRow::weight).sum();
    Optional<Integer> theirs = Optional.ofNullable(told.get(key));
    int limit = allowed(key).weightPerMinute();
    int remaining = limit - theirs.orElse(weight);
    return new BudgetRow(key.venue(), key.budget(), calls, weight, theirs, limit, remaining);
  }

  private synchronized void count(String venue, CallGate.Call call, CallGate.Outcome<?> outcome) {
    boolean isNotSent = outcome instanceof CallGate.Outcome.NotSent<?>;
    boolean isFailed = outcome instanceof CallGate.Outcome.Failed<?>;
    Key budget = new Key(venue, call.budget());
    loads.computeIfAbsent(budget, key -> new Load()).count(call, isNotSent, wallMs.getAsLong());
    rows.computeIfAbsent(budget, key -> new TreeMap<>())
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
