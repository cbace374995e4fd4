package org.evenkeel.property.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random plans on the simulated venue: no book that comes about is worse than proven. */
class SequenceReplayTest {

  @Test
  void nothing_that_the_venue_shows_after_any_prefix_is_worse_than_proven() {
    long states = 0;
    long waiting = 0;
    long unsafe = 0;
    for (long seed = 0; seed < 1000; seed++) {
      Trial.Outcome outcome = new Trial(seed, Trial.Blindness.NONE).run();
      assertThat(outcome.objection()).isEmpty();
      assertThat(outcome.isCaught()).as("seed " + seed).isEqualTo(outcome.isPlanted());
      states += outcome.states();
      waiting += outcome.isPlanted() ? 1 : 0;
      unsafe += outcome.isTrulyUnsafe() ? 1 : 0;
    }
    assertThat(states).as("books compared").isGreaterThan(8_000);
    assertThat(waiting).as("plans in which something waits").isGreaterThan(500);
    assertThat(unsafe).as("of these, shown to be unsafe without the wait").isGreaterThan(300);
  }

  @ParameterizedTest
  @EnumSource(value = Trial.Blindness.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_prover_that_is_blind_to_something_is_found_out(Trial.Blindness blindness) {
    Optional<String> objection =
        LongStream.range(0, 400)
            .mapToObj(seed -> new Trial(seed, blindness).run().objection())
            .flatMap(Optional::stream)
            .findFirst();
    assertThat(objection).isPresent();
  }

  @Test
  void a_leg_made_larger_than_the_limit_has_no_proof() {
    long tried = 0;
    for (long seed = 0; seed < 300; seed++) {
      Optional<Boolean> refused = new Trial(seed, Trial.Blindness.NONE).isEnlargedLegRefused();
      assertThat(refused.orElse(true)).as("seed " + seed).isTrue();
      tried += refused.isPresent() ? 1 : 0;
    }
    assertThat(tried).isGreaterThan(100);
  }
}
