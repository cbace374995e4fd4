package org.evenkeel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.evenkeel.shell.simulate.SeedResult;
import org.evenkeel.shell.simulate.Simulation;
import org.evenkeel.shell.simulate.Wiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SimulationTest {

  /** No mistake may need more seeds than this to be found. */
  private static final int SEEDS_TO_FIND_A_MISTAKE = 600;

  @Test
  void nothing_bad_happens_in_any_of_these_worlds() {
    assertThat(Simulation.run(10_000, 200, "swarm", 2, Wiring.DIRECT).failures()).isEmpty();
    assertThat(Simulation.run(20_000, 40, "storm", 2, Wiring.DIRECT).failures()).isEmpty();
  }

  static Stream<String> regressions() throws IOException {
    try (InputStream file = SimulationTest.class.getResourceAsStream("/seeds/regressions.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void a_seed_that_once_found_something_finds_nothing_now(String line) {
    String[] words = line.split(" ", 3);
    SeedResult result = Simulation.run(Long.parseLong(words[1]), words[0], Wiring.DIRECT);
    assertThat(result.violation()).as(line).isEmpty();
  }

  @Test
  void the_same_seed_does_the_same_things() {
    for (long seed = 1; seed <= 5; seed++) {
      SeedResult once = Simulation.run(seed, "storm", Wiring.DIRECT);
      SeedResult again = Simulation.run(seed, "storm", Wiring.DIRECT);
      assertThat(again.traceHash()).isEqualTo(once.traceHash());
      assertThat(once.orders()).isPositive();
    }
    assertThat(Simulation.run(1, "storm", Wiring.DIRECT).traceHash())
        .isNotEqualTo(Simulation.run(2, "storm", Wiring.DIRECT).traceHash());
  }

  @ParameterizedTest
  @EnumSource(Mutant.class)
  void a_bot_with_a_mistake_is_found_out(Mutant mutant) {
    SeedResult result = firstFound(mutant);
    assertThat(result.violation()).as(mutant + " by seed " + result.seed()).isPresent();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %s |%n",
        mutant,
        result.seed(),
        result.violation().orElseThrow().invariant());
  }

  /** What a mistake is told as is what it breaks, not a state that some part of the bot holds impossible. */
  @ParameterizedTest
  @CsvSource({
    "IGNORES_THE_EPOCH, I9",
    "ADDS_BEFORE_REDUCES, I25",
    "KEEPS_OTHER_INPUTS, I23",
    "RESENDS, I8",
    "SENDS_THEN_COMMITS, I4",
    "EXTERNAL_FILL_DOES_NOT_LOCK, I16"
  })
  void a_mistake_is_told_as_the_invariant_that_it_breaks(Mutant mutant, String invariant) {
    assertThat(firstFound(mutant).violation().orElseThrow().invariant()).isEqualTo(invariant);
  }

  @Test
  void a_failure_is_cut_down_to_few_slots_and_faults() {
    SeedResult found = firstFound(Mutant.FORGETS_OPEN_ORDERS);
    SeedResult smallest = Simulation.shrink(found, Mutant.FORGETS_OPEN_ORDERS);
    assertThat(smallest.violation().orElseThrow().invariant())
        .isEqualTo(found.violation().orElseThrow().invariant());
    assertThat(smallest.profile().chances().size())
        .isLessThan(found.profile().chances().size() / 2);
    assertThat(smallest.profile().slots()).isLessThan(found.profile().slots());
  }

  /** The first seed that finds a mistake, or the last one that was tried. */
  private static SeedResult firstFound(Mutant mutant) {
    SeedResult result;
    long seed = 0;
    do {
      seed++;
      // Some mistakes show only where much goes wrong, some only where the rest goes right.
      result = Simulation.run(seed, seed % 2 == 0 ? "storm" : "swarm", mutant);
    } while (result.violation().isEmpty() && seed < SEEDS_TO_FIND_A_MISTAKE);
    return result;
  }
}
