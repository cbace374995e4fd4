package org.evenkeel.shell.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.shell.config.keys.ConfigKeys;
import org.evenkeel.shell.config.keys.JsonSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files in config/: valid for the bot, valid for the schema, and a schema that equals the key table. */
class ShippedFilesTest {

  private static final Path CONFIG = Path.of("config");

  static List<Path> configurations() throws IOException {
    try (Stream<Path> files = Files.list(CONFIG)) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }

  static List<Path> capabilities() throws IOException {
    try (Stream<Path> files = Files.list(CONFIG.resolve("venues"))) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }

  private static Schema schema(Path file) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(ConfigRig.read(file), InputFormat.JSON);
  }

  private static Schema applicationSchema() {
    return schema(CONFIG.resolve("schema.json"));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void every_shipped_configuration_loads_and_names_its_schema(Path file) {
    assertThat(ConfigLoader.load(file, List.of()).universe().sleeves()).isNotEmpty();
    assertThat(ConfigRig.read(file)).startsWith("# yaml-language-server: $schema=schema.json\n");
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void every_shipped_configuration_is_valid_for_the_published_schema(Path file) {
    assertThat(applicationSchema().validate(ConfigRig.read(file), InputFormat.YAML)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void every_shipped_capability_file_is_valid_for_its_schema(Path file) {
    Schema schema = schema(CONFIG.resolve("venues/schema.json"));
    assertThat(schema.validate(ConfigRig.read(file), InputFormat.YAML)).isEmpty();
  }

  @Test
  void the_published_schemas_equal_the_key_table() {
    assertThat(ConfigRig.read(CONFIG.resolve("schema.json")))
        .as("config/schema.json is out of date; write it with 'evenkeel config schema'")
        .isEqualTo(JsonSchema.of(ConfigKeys.application()));
    assertThat(ConfigRig.read(CONFIG.resolve("venues/schema.json")))
        .as("config/venues/schema.json is out of date: 'evenkeel config schema --venue'")
        .isEqualTo(JsonSchema.of(ConfigKeys.capabilities()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web: { prt: 1 }",
        "web: { port: 70000 }",
        "web: { port: x }",
        "paper: {}",
        "venue: { api_key: { env: X } }",
        "strategy: Upper",
        "rehearsal: { market: guessed }",
        "rehearsal: { opening_spot: { usdt: 1 } }"
      })
  void the_schema_refuses_what_the_bot_refuses(String appended) {
    String text = ConfigRig.REHEARSAL + appended + "\n";
    assertThat(applicationSchema().validate(text, InputFormat.YAML)).isNotEmpty();
  }

  @Test
  void the_default_rehearsal_holds_eight_perpetuals_and_usdc() {
    AppConfig config = ConfigLoader.load(ConfigLoader.DEFAULT_FILE, List.of());

    assertThat(config.universe().riskInstruments()).hasSize(8);
    assertThat(config.universe().stablecoins())
        .singleElement()
        .satisfies(
            coin -> {
              assertThat(coin.instrument()).isEqualTo(InstrumentId.of("USDC-USDT-SPOT@binance"));
              assertThat(coin.share()).hasToString("0.4");
            });
    assertThat(config.mode()).isInstanceOf(ModeSettings.Rehearsal.class);
    assertThat(config.database()).hasToString("Embedded[directory=var/postgres]");
  }

  @Test
  void every_mode_has_a_database_of_its_own() throws IOException {
    assertThat(configurations().stream().map(f -> ConfigLoader.load(f, List.of()).database()))
        .doesNotHaveDuplicates();
  }
}
