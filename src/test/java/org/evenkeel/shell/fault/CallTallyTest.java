package org.evenkeel.shell.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.statement.BudgetRow;
import org.evenkeel.core.statement.CallRow;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.cycle.CallGate.Call;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.CallGate.Outcome;
import org.junit.jupiter.api.Test;

class CallTallyTest {

  /** Lets everything through but what is called 'shut'. */
  private static final CallGate GATE =
      new CallGate() {
        @Override
        public <T> Outcome<T> pass(Call call, Callable<T> request) {
          if (call.name().equals("shut")) {
            return new Outcome.NotSent<>("shut");
          }
          try {
            return new Outcome.Answered<>(request.call());
          } catch (Exception e) {
            return new Outcome.Failed<>(e);
          }
        }

        @Override
        public void pause(String budget, Duration howLong) {}
      };

  private final CallTally tally = new CallTally();
  private final CallGate binance =
      tally.counted(VenueId.of("binance"), CallSettings.binance(), GATE);
  private final CallGate okx = tally.counted(VenueId.of("okx"), CallSettings.okx(), GATE);

  private static void call(CallGate gate, String budget, int weight, String name) {
    gate.pass(new Call(Kind.READ, budget, weight, name), () -> true);
  }

  private static void fail(CallGate gate, String budget, int weight, String name) {
    gate.pass(
        new Call(Kind.READ, budget, weight, name),
        () -> {
          throw new IOException("down");
        });
  }

  @Test
  void calls_are_counted_by_venue_allowance_and_endpoint() {
    tally.begin();
    call(binance, "futures", 2, "klines");
    call(binance, "futures", 2, "klines");
    fail(binance, "futures", 2, "klines");
    call(binance, "spot", 10, "shut");
    call(okx, "public", 1, "candles");

    assertThat(tally.end().endpoints())
        .containsExactly(
            new CallRow("binance", "futures", "klines", 3, 6, 1, 0),
            new CallRow("binance", "spot", "shut", 1, 0, 0, 1),
            new CallRow("okx", "public", "candles", 1, 1, 0, 0));
  }

  @Test
  void the_least_that_was_left_is_by_the_venues_count_where_it_tells_one() {
    tally.begin();
    call(binance, "futures", 40, "account");
    binance.used("futures", 700);
    binance.used("futures", 41);
    call(okx, "public", 5, "candles");

    assertThat(tally.end().budgets())
        .containsExactly(
            new BudgetRow("binance", "futures", 1, 40, Optional.of(700), 2400, 1700),
            new BudgetRow("okx", "public", 1, 5, Optional.empty(), 600, 595));
  }

  @Test
  void a_cycle_has_its_own_calls_only() {
    call(binance, "futures", 40, "between");
    binance.used("futures", 2000);
    tally.begin();
    call(binance, "futures", 5, "account");
    assertThat(tally.end().budgets())
        .containsExactly(new BudgetRow("binance", "futures", 1, 5, Optional.empty(), 2400, 2395));
    tally.begin();
    assertThat(tally.end().endpoints()).isEmpty();
  }

  @Test
  void the_busiest_minute_and_ten_seconds_are_found_between_cycles_too() {
    AtomicLong wall = new AtomicLong(1_700_000_040_000L); // The begin of a minute.
    CallTally watched = new CallTally(wall::get);
    CallGate gate = watched.counted(VenueId.of("okx"), CallSettings.okx(), GATE);
    call(gate, "account", 200, "fills");
    wall.addAndGet(59_999);
    call(gate, "account", 150, "fills"); // 350 in this minute
    wall.addAndGet(1);
    call(gate, "account", 340, "fills"); // 340 in the next one
    call(gate, "account", 9, "shut");
    for (int i = 0; i < 7; i++) {
      wall.addAndGet(3_000); // three in ten seconds
      Outcome<Boolean> unused = gate.pass(new Call(Kind.ADD, "account", 1, "order"), () -> true);
    }
    watched.begin();
    assertThat(watched.busiest().rows())
        .extracting(row -> row.what() + " " + row.most() + " of " + row.allowed() + " " + row.at())
        .containsExactly(
            "weight in a minute 350 of 600 2023-11-14T22:14:00Z",
            "calls in a minute 8 of 0 2023-11-14T22:15:00Z",
            "calls held back in a minute 1 of 0 2023-11-14T22:15:00Z",
            "orders in ten seconds 3 of 100 2023-11-14T22:15:00Z");
    assertThat(watched.busiest().rows()).isEmpty();
    call(gate, "account", 5, "fills"); // the minute that goes on counts in full
    assertThat(watched.busiest().rows())
        .extracting(row -> row.what() + " " + row.most())
        .contains("weight in a minute 352");
  }
}
