package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.policy.LimitKey;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.cycle.DecidedExamples;
import org.evenkeel.cycle.StoredDecision;
import org.evenkeel.shell.simulate.CycleEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stored decisions under the limits in force, those of the configuration, and others. */
class LimitsSimulateCommandTest {

  private static final CycleEntry ENTRY = DecidedExamples.inARow(1).get(0);

  private final CommandLineRig rig = new CommandLineRig();

  @BeforeEach
  void keep() {
    rig.bot.decisions.stored.add(
        new StoredDecision(
            ENTRY.slot().cycleId(),
            ENTRY.status(),
            ENTRY.reason(),
            new StoredDecision.Inputs.Whole(ENTRY.inputs().orElseThrow()),
            new TreeMap<>(),
            new TreeMap<>(),
            DecidedExamples.intents(ENTRY)));
  }

  private void set(String value) {
    Instant start = Instant.parse("2025-11-05T12:00:00Z");
    rig.bot.limits.set(
        new LimitOverride(
            0,
            LimitName.of(LimitKey.MAX_INSTRUMENT_EXPOSURE),
            new BigDecimal(value),
            "ann",
            "calm down",
            start,
            start.plus(Duration.ofDays(900)),
            false,
            Optional.empty()));
  }

  @Test
  void nothing_differs_where_nothing_is_set() {
    assertThat(rig.execute("limits", "simulate")).isZero();
    assertThat(rig.out)
        .contains("from  the configuration\n")
        .contains("to    the limits in force, which are those of the configuration")
        .contains("0 of 1 decisions would have been others");
  }

  @Test
  void what_was_set_for_a_time_is_compared_with_the_configuration_and_named() {
    set("0.05");
    assertThat(rig.execute("limits", "simulate")).isZero();
    assertThat(rig.out)
        .contains("max_instrument_exposure_ratio set to 0.05 by ann until")
        .contains("max_instrument_exposure allows")
        .contains("1 of 1 decisions would have been others");
  }

  @Test
  void other_values_are_tried_on_top_of_what_is_in_force_unless_told_otherwise() {
    set("0.05");
    assertThat(rig.execute("limits", "simulate", "--set", "max_instrument_exposure_ratio=0.05"))
        .isZero();
    assertThat(rig.out)
        .contains("from  the limits in force: the configuration with max_instrument")
        .contains("to    the same with max_instrument_exposure_ratio=0.05")
        .contains("0 of 1 decisions would have been others");
    assertThat(
            rig.execute(
                "limits",
                "simulate",
                "--than",
                "configuration",
                "--set",
                "max_instrument_exposure_ratio=0.05"))
        .isZero();
    assertThat(rig.out)
        .contains("from  the configuration\n")
        .contains("1 of 1 decisions would have been others");
    assertThat(rig.execute("limits", "simulate", "--than", "yesterday")).isEqualTo(2);
  }
}
