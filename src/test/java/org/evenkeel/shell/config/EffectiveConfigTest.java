package org.evenkeel.shell.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.RiskMeasure;
import org.evenkeel.core.parity.RiskMeasure.Kind;
import org.evenkeel.core.parity.WeightMethod;
import org.evenkeel.core.parity.WeightPrinciple;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.route.ExecutionSettings;
import org.evenkeel.shell.config.read.Setting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds after defaults and options, and its hash. */
class EffectiveConfigTest {

  @TempDir Path directory;
  private ConfigRig rig;

  @BeforeEach
  void rig() {
    rig = new ConfigRig(directory);
  }

  private String hash(String text, Setting... settings) {
    return rig.load(text, settings).effective().hash().value();
  }

  @Test
  void the_defaults_of_the_table_are_those_of_the_stages() {
    AppConfig config = rig.load(ConfigRig.REHEARSAL);

    assertThat(config.plan()).isEqualTo(PlanSettings.defaults());
    assertThat(config.limits()).isEqualTo(Limits.defaults());
    assertThat(config.execution()).isEqualTo(ExecutionSettings.defaults());
    assertThat(config.parity()).isEqualTo(ParitySettings.defaults());
    assertThat(config.estimate())
        .usingRecursiveComparison()
        .ignoringFields("defaultVolatilityFloorAnnual")
        .isEqualTo(EstimateSettings.defaults());
  }

  @Test
  void method_measure_and_factors_reach_the_solver() {
    WeightPrinciple tail =
        principle("risk: { measure: expected-shortfall, measure_alpha_fraction: 0.9 }\n");
    assertThat(tail.measure()).isEqualTo(new RiskMeasure(Kind.EXPECTED_SHORTFALL, 0.9));
    assertThat(principle("risk: { method: herc }\n").method())
        .isEqualTo(WeightMethod.HIERARCHICAL_EQUAL_RISK);
    assertThat(principle("risk: { factor_budgets: { pc1: 2, residual: 1 } }\n").factorBudgets())
        .containsEntry("pc1", 2.0)
        .containsEntry("residual", 1.0);
  }

  private WeightPrinciple principle(String appended) {
    return rig.load(ConfigRig.REHEARSAL + appended).parity().principle();
  }

  @Test
  void the_hash_does_not_depend_on_how_the_file_is_written() {
    String other =
        """
        # the same in another order, with a default written out
        sleeves: [ { legs: [ { ratio: 1.00, instrument: BTC-USDT-PERP@binance } ],
                     class: majors, name: btc } ]
        mode: rehearsal
        schedule: { period_hours: 24.0 }
        plan: { no_trade_band_fraction: 0.020 }
        """;
    assertThat(hash(other)).isEqualTo(hash(ConfigRig.REHEARSAL));
  }

  @Test
  void the_hash_changes_with_a_value_an_option_and_the_venue() {
    String before = hash(ConfigRig.REHEARSAL);

    assertThat(hash(ConfigRig.REHEARSAL + "plan: { no_trade_band_fraction: 0.03 }\n"))
        .isNotEqualTo(before);
    assertThat(hash(ConfigRig.REHEARSAL, new Setting("web.enabled", "false", "--no-web")))
        .isNotEqualTo(before);
    rig.write(
        "venues/binance.yml",
        ConfigRig.read(Path.of("config/venues/binance.yml"))
            .replace("request_life_ms: 5000", "request_life_ms: 4000"));
    assertThat(hash(ConfigRig.REHEARSAL)).isNotEqualTo(before);
  }

  @Test
  void secrets_are_shown_as_references() {
    assertThat(rig.load(ConfigRig.LIVE).effective().values())
        .containsEntry(
            "venue.api_secret",
            new org.evenkeel.shell.config.secret.SecretReference.File("/run/secrets/secret"))
        .hasEntrySatisfying("venue.api_key", value -> assertThat(value).hasToString("{env: KEY}"));
  }

  @Test
  void options_make_sections_that_the_file_does_not_have() {
    AppConfig config =
        rig.load(
            ConfigRig.REHEARSAL,
            new Setting("rehearsal.market", "files", "--market-data"),
            new Setting("rehearsal.data_directory", "[a] b: c", "--market-data"),
            new Setting("rehearsal.end", "2026-02-01T00:00:00Z", "--to"));

    assertThat(((ModeSettings.Rehearsal) config.mode()).market())
        .hasToString("Files[directory=[a] b: c, end=2026-02-01T00:00:00Z]");
  }

  @Test
  void what_is_shown_can_be_read_again() {
    Map<String, Object> tree = rig.load(ConfigRig.LIVE).effective().tree();
    String shown = org.evenkeel.shell.cli.print.YamlText.of(tree);

    assertThat(hash(shown)).isEqualTo(hash(ConfigRig.LIVE));
  }

  @Test
  void units_become_types() {
    AppConfig config = rig.load(ConfigRig.REHEARSAL + "limits: { max_quote_age_seconds: 2.5 }\n");

    assertThat(config.limits().maxQuoteAge()).isEqualTo(Duration.ofMillis(2500));
    assertThat(config.schedule().grace()).isEqualTo(Duration.ofHours(1));
    assertThat(config.venue().only().requestLife()).isEqualTo(Duration.ofSeconds(5));
  }
}
