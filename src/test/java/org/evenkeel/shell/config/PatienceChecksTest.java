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

  private static String due(String cron) {
    return ConfigRig.REHEARSAL.replace("period_hours: 24", "cron: '" + cron + "'");
  }

  @Test
  void of_a_cron_expression_the_shortest_distance_counts() {
    // 4 slices after the first and 3 crossings, each 2000 s after the one before it: 14000 s.
    String slow = "execution: { style: twap, twap_slice_seconds: 2000 }\n";
    assertThat(rig.errors(due("0 0 0,8,21 * * ?") + slow))
        .containsExactly(
            "my.yml:3: schedule.cron: found '0 0 0,8,21 * * ?', which is due at"
                + " 2026-01-01T21:00:00Z and again 10800 s later, where 1 instruments worked"
                + " patiently one after the other take up to 14000 s; write a longer period, a"
                + " shorter execution.patience_seconds, fewer execution.twap_slices or less"
                + " execution.twap_slice_seconds, or style ioc");
    assertThat(rig.errors(due("0 0 0,8,16 * * ?") + slow)).isEmpty();
    assertThat(rig.errors(due("0 0 0,8,21 * * ?"))).as("taken at once").isEmpty();
    assertThat(rig.errors(due("0 0/30 9-10 6 3 ?") + slow))
        .as("close together on one day of the year only")
        .singleElement()
        .asString()
        .contains("2026-03-06T09:00:00Z and again 1800 s later");
    assertThat(rig.errors(due("0 0 0 1 1 ? 2031") + slow)).as("once and never again").isEmpty();
  }

  @Test
  void what_is_no_cron_expression_is_found_before_the_start() {
    assertThat(rig.errors(due("0 0 25 * * ?")))
        .singleElement()
        .asString()
        .contains("schedule.cron: found '0 0 25 * * ?' is no Quartz cron expression")
        .contains("write a Quartz cron expression such as '0 0 0 * * ?'");
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
    String dated = hourly.replace("BTC-USDT-PERP@binance", "BTC-USDT-20270326@binance");
    assertThat(rig.errors(dated + slow.replace("twap,", "ioc, style_dated: twap,")).toString())
        .contains("1 instruments")
        .contains("take up to 3640 s");
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
