package org.evenkeel.shell.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long orders may be worked against how often decisions are made. */
class PatienceChecksTest {

  @TempDir Path directory;
  private ConfigRig rig;

  @BeforeEach
  void rig() {
    rig = new ConfigRig(directory);
  }

  /** 4 slices after the first and 3 crossings, each 520 s after the one before it: 3640 s. */
  @Test
  void patient_work_is_over_when_the_next_decision_is_due() {
    String hourly = ConfigRig.REHEARSAL.replace("period_hours: 24", "period_hours: 1");
    String slow = "execution: { style: twap, twap_slice_seconds: 520 }\n";
    assertThat(rig.errors(hourly + slow))
        .containsExactly(
            "my.yml:3: schedule.period_hours: found 1, which is 3600 s, where 1 instruments worked"
                + " patiently one after the other take up to 3640 s; write a longer period, a"
                + " shorter execution.patience_seconds, fewer execution.twap_slices or less"
                + " execution.twap_slice_seconds, or style ioc");
    assertThat(rig.errors(hourly + slow.replace("520", "514"))).isEmpty();
    assertThat(rig.errors(hourly + slow.replace("style: twap", "style: passive"))).isEmpty();
    assertThat(rig.errors(hourly + slow.replace("twap,", "ioc, style_dated: twap,"))).isEmpty();
    // 3555 s of patience and three crossings of 15 s are an hour, which two instruments do not
    // have.
    String passive = "execution: { style: auto, patience_seconds: 3555 }\n";
    assertThat(rig.errors(hourly + passive)).isEmpty();
    String two =
        hourly.replace(
            "{ instrument: BTC-USDT-PERP@binance }",
            "{ instrument: BTC-USDT-PERP@binance, ratio: 1 }, { instrument: ETH-USDT-PERP@binance, ratio: 1 }");
    assertThat(rig.errors(two + passive))
        .singleElement()
        .asString()
        .contains("2 instruments")
        .contains("take up to 7200 s");
  }
}
