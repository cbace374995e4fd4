package org.evenkeel.shell.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.estimate.gate.BarConfirmation;
import org.evenkeel.core.estimate.gate.GateSettings.BadSleeve;
import org.evenkeel.core.parity.stress.RiskControls;
import org.evenkeel.core.parity.stress.StressShock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gate, detectors and stress limits as configured. */
class ControlsConfigTest {

  @TempDir private Path folder;
  private ConfigRig rig;

  @BeforeEach
  void rig() {
    rig = new ConfigRig(folder);
  }

  @Test
  void the_defaults_of_the_table_are_those_of_the_stages() {
    assertThat(rig.load(ConfigRig.REHEARSAL).controls()).isEqualTo(RiskControls.defaults());
  }

  @Test
  void a_person_can_say_what_a_bar_was_and_that_a_sleeve_may_be_set_aside() {
    RiskControls controls =
        rig.load(
                ConfigRig.REHEARSAL
                    + """
                    gate:
                      bad_sleeve: set-aside
                      confirmed_bars:
                        - instrument: BTC-USDT-PERP@binance
                          bar_close: 2026-01-01T04:00:00Z
                          finding: bad
                          author: ann
                          reason: no other venue shows it
                    """)
            .controls();
    assertThat(controls.gate().badSleeve()).isEqualTo(BadSleeve.SET_ASIDE);
    assertThat(controls.gate().confirmations())
        .containsExactly(
            new BarConfirmation(
                InstrumentId.of("BTC-USDT-PERP@binance"),
                Instant.parse("2026-01-01T04:00:00Z"),
                false,
                "ann",
                "no other venue shows it"));
  }

  @Test
  void named_shocks_replace_the_usual_one() {
    TreeMap<String, Double> moves = new TreeMap<>();
    moves.put("btc", -0.4);
    moves.put("default", -0.6);
    assertThat(
            rig.load(
                    ConfigRig.REHEARSAL
                        + "stress: { shocks: [ { name: crash, moves: { btc: -0.4, default: -0.6 } } ] }\n")
                .controls()
                .stress()
                .shocks())
        .containsExactly(new StressShock("crash", moves));
  }

  @Test
  void a_shock_or_a_confirmation_of_something_that_nobody_holds_is_mistyped() {
    assertThat(
            rig.errors(
                ConfigRig.REHEARSAL
                    + "stress: { shocks: [ { name: crash, moves: { bct: -0.4 } } ] }\n"))
        .singleElement()
        .asString()
        .contains("found a move of 'bct'", "write one of btc, default, majors");
    assertThat(
            rig.errors(
                ConfigRig.REHEARSAL
                    + "gate: { confirmed_bars: [ { instrument: ETH-USDT-PERP@binance,"
                    + " bar_close: 2026-01-01T04:00:00Z, finding: real, author: ann, reason: seen } ] }\n"))
        .singleElement()
        .asString()
        .contains("ETH-USDT-PERP@binance", "no sleeve's leg");
  }
}
