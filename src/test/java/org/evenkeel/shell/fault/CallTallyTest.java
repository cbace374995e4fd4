package org.evenkeel.shell.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.statement.BudgetRow;
import org.evenkeel.core.statement.CallRow;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.cycle.CallGate.Call;
import org.evenkeel.cycle.CallGate.Kind;
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
}
