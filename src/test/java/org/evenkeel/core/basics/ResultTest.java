package org.evenkeel.core.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {

  private static final Refusal REFUSAL = Refusal.of(RefusalReason.DATA_STALE, "3 bars late");

  @Test
  void steps_run_one_after_the_other_while_there_is_a_value() {
    Result<String> result = Result.ok(2).map(n -> n * 3).then(n -> Result.ok("n=" + n));
    assertThat(result).isEqualTo(Result.ok("n=6"));
    assertThat(result.orThrow()).isEqualTo("n=6");
  }

  @Test
  void nothing_runs_after_a_refusal_and_the_refusal_is_kept() {
    List<String> ran = new ArrayList<>();
    Result<String> result =
        Result.<Integer>ok(1)
            .then(n -> Result.<Integer>refused(REFUSAL))
            .map(
                n -> {
                  ran.add("map");
                  return n + 1;
                })
            .then(
                n -> {
                  ran.add("then");
                  return Result.ok("never");
                });
    assertThat(ran).isEmpty();
    assertThat(result).isEqualTo(Result.refused(RefusalReason.DATA_STALE, "3 bars late"));
  }

  @Test
  void asking_a_refusal_for_its_value_throws_with_the_reason() {
    assertThatThrownBy(() -> Result.refused(REFUSAL).orThrow())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("DATA_STALE: 3 bars late");
  }
}
