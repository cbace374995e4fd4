package org.evenkeel.shell.config.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigChangesTest {

  private static ConfigText text(String key, String value) {
    TreeMap<String, String> lines = new TreeMap<>();
    lines.put("anything", "same");
    if (value != null) {
      lines.put(key, value);
    }
    return new ConfigText(lines);
  }

  @ParameterizedTest
  @CsvSource({
    "risk.target_volatility_annual_fraction, 0.2, 0.21, true",
    "risk.target_volatility_annual_fraction, 0.2, 0.19, false",
    "limits.min_liquidation_distance_fraction, 0.1, 0.05, true",
    "limits.min_liquidation_distance_fraction, 0.1, 0.2, false",
    "limits.max_order_contracts.BTC-USDT-PERP@binance, 5, 6, true",
    "limits.max_order_contracts.BTC-USDT-PERP@binance, 5, , true",
    "limits.max_order_contracts.BTC-USDT-PERP@binance, , 5, false",
    "limits.canary_hours, 72, 24, true",
    "limits.canary_hours, 72, , true",
    "scoreboard.cuts_leverage, true, false, true",
    "scoreboard.cuts_leverage, false, true, false",
    "sleeves[3].legs[0].instrument, A-USDT-PERP@okx, B-USDT-PERP@okx, true",
    "capabilities.binance.request_life_ms, 5000, 4000, true",
    "hard_limits, , max_gross_leverage_ratio 5, false",
    "hard_limits, max_gross_leverage_ratio 5, , true",
    "identities, ann operator A, ann operator B, true",
    "web.port, 1, 2, false",
    "rehearsal.seed, 1, 2, false",
    "no.such_key, 1, 2, true"
  })
  void a_change_raises_risk_in_the_direction_of_its_key(
      String key, String before, String after, boolean raises) {
    assertThat(ConfigChanges.between(text(key, before), text(key, after)).all())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.key()).isEqualTo(key);
              assertThat(change.raises()).isEqualTo(raises);
            });
  }

  @Test
  void a_key_that_is_new_with_its_default_is_no_change() {
    String key = "risk.target_volatility_annual_fraction";
    assertThat(ConfigChanges.between(text(key, null), text(key, "0.2")).all()).isEmpty();
    assertThat(ConfigChanges.between(text(key, null), text(key, "0.3")).raises()).isTrue();
  }

  @Test
  void the_text_is_read_as_it_is_written_whatever_is_in_a_value() {
    TreeMap<String, String> lines = new TreeMap<>();
    lines.put("a", "one\ntwo=2 \\n three\\");
    lines.put("b[0].c", "");
    ConfigText text = new ConfigText(lines);

    assertThat(text.text().lines()).hasSize(2);
    assertThat(ConfigText.parse(text.text())).isEqualTo(text);
    assertThatThrownBy(() -> ConfigText.parse("nonsense"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
