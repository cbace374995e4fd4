package org.evenkeel.shell.config.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.core.policy.LimitKey;
import org.junit.jupiter.api.Test;

class ConfigKeysTest {

  private static final List<KeyTable> TABLES =
      List.of(ConfigKeys.application(), ConfigKeys.capabilities());

  @Test
  void every_key_says_what_it_is_and_what_follows() {
    for (KeyTable table : TABLES) {
      assertThat(table.keys())
          .allSatisfy(
              key -> {
                assertThat(key.about()).endsWith(".");
                assertThat(key.consequence()).endsWith(".");
              });
    }
  }

  @Test
  void every_number_has_a_unit() {
    List<String> pure = List.of("rehearsal.seed");
    for (KeyTable table : TABLES) {
      assertThat(table.keys())
          .filteredOn(
              key ->
                  key.kind() instanceof ValueKind.Whole
                      || key.kind() instanceof ValueKind.Decimal
                      || key.kind() instanceof ValueKind.NumberMap)
          .filteredOn(key -> !pure.contains(key.path()))
          .allSatisfy(key -> assertThat(key.unit()).as(key.path()).isNotEmpty());
    }
  }

  @Test
  void every_key_states_which_changes_of_it_raise_risk() {
    for (KeyTable table : TABLES) {
      assertThat(table.keys())
          .as(
              "write 'risk up', 'down', 'cap', 'any' or 'never' at the end of the key's row or its section's")
          .allSatisfy(key -> assertThat(table.risk(key.path())).as(key.path()).isPresent());
    }
  }

  @Test
  void a_limit_raises_risk_in_the_direction_in_which_it_allows_more() {
    for (LimitKey limit : Stream.of(LimitKey.values()).filter(LimitKey::isConfigured).toList()) {
      boolean larger = limit.allowsMore(BigDecimal.TWO, BigDecimal.ONE);
      RiskDirection stated = larger ? RiskDirection.UP : RiskDirection.DOWN;
      assertThat(ConfigKeys.application().risk("limits." + limit.key()))
          .as(limit.key())
          .contains(limit.isByInstrument() ? RiskDirection.CAP : stated);
    }
  }

  @Test
  void a_row_is_read_as_it_is_written() {
    ConfigKey key = ConfigKeys.application().find("plan.max_margin_use_fraction").orElseThrow();

    assertThat(key.name()).isEqualTo("max_margin_use_fraction");
    assertThat(key.parent()).isEqualTo("plan");
    assertThat(key.fallback()).contains("0.6");
    assertThat(key.kind().advice()).isEqualTo("a number above 0 up to 1");
    assertThat(key.unit()).isEqualTo("fraction of the futures wallet");
  }

  @Test
  void a_table_with_a_key_outside_of_its_section_is_refused() {
    assertThatThrownBy(() -> KeyTable.of("t", "a.b | flag | optional\n  What.\n  Else.\n"))
        .hasMessage("no section for a.b");
  }

  @Test
  void a_table_with_two_rows_for_a_key_is_refused() {
    String row = "a | flag | optional\n  What.\n  Else.\n";
    assertThatThrownBy(() -> KeyTable.of("t", row, row)).hasMessage("two rows for a");
  }

  @Test
  void the_printed_table_has_a_row_for_every_key() {
    KeyTable table = ConfigKeys.application();

    assertThat(KeyTableMarkdown.of(table).lines())
        .hasSize(table.keys().size() + 2)
        .contains(
            "| `web.port` | a whole number from 0 to 65535 | `8787` | TCP port | "
                + "Where the page is served; 0 takes any free port. "
                + "Two bots on a machine need two ports. |");
  }
}
