package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.junit.jupiter.api.Test;

/** The switches of two venues: what becomes of one keeps nobody from the other. */
class DeadManSwitchesTest {

  private static final Duration COUNTDOWN = Duration.ofMinutes(2);

  private final List<String> calls = new ArrayList<>();

  /** A switch that writes down what it is told and answers alike each time. */
  private record Tape(String name, Result<Boolean> answer, List<String> calls)
      implements DeadManSwitch {

    @Override
    public String description() {
      return "the switch of " + name;
    }

    @Override
    public Result<Boolean> arm(Duration countdown) {
      calls.add(name + " arm " + countdown);
      return answer;
    }

    @Override
    public Result<Boolean> disarm() {
      calls.add(name + " disarm");
      return answer;
    }
  }

  private DeadManSwitches switches(Result<Boolean> first, Result<Boolean> second) {
    return new DeadManSwitches(
        List.of(new Tape("binance", first, calls), new Tape("okx", second, calls)));
  }

  private static Result<Boolean> silence(String venue) {
    return Result.refused(RefusalReason.VENUE_UNAVAILABLE, venue + " did not answer");
  }

  @Test
  void both_are_armed_and_disarmed_and_described() {
    DeadManSwitches both = switches(Result.ok(true), Result.ok(true));

    assertThat(both.arm(COUNTDOWN).orThrow()).isTrue();
    assertThat(both.disarm().orThrow()).isTrue();

    assertThat(calls)
        .containsExactly("binance arm PT2M", "okx arm PT2M", "binance disarm", "okx disarm");
    assertThat(both.description()).contains("binance", "okx");
  }

  @Test
  void a_venue_that_is_silent_is_told_and_the_other_one_is_armed_all_the_same() {
    for (boolean isFirstSilent : List.of(true, false)) {
      calls.clear();
      DeadManSwitches one =
          isFirstSilent
              ? switches(silence("binance"), Result.ok(true))
              : switches(Result.ok(true), silence("okx"));

      assertThat(one.arm(COUNTDOWN))
          .isInstanceOfSatisfying(
              Result.Refused.class,
              no ->
                  assertThat(no.refusal().detail())
                      .contains(isFirstSilent ? "binance did not" : "okx did not"));
      assertThat(calls).containsExactly("binance arm PT2M", "okx arm PT2M");
    }
  }

  @Test
  void where_one_venue_has_none_the_other_decides() {
    assertThat(switches(Result.ok(false), Result.ok(true)).arm(COUNTDOWN).orThrow()).isTrue();
    assertThat(switches(Result.ok(false), Result.ok(false)).arm(COUNTDOWN).orThrow()).isFalse();
  }
}
