package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigDiffCommandTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  @Test
  void what_differs_is_told_by_key_with_defaults_and_nothing_else(@TempDir Path folder)
      throws IOException {
    String text = Files.readString(Path.of("config", "rehearsal.yml"));
    Path here = Files.writeString(folder.resolve("here.yml"), text);
    Path there =
        Files.writeString(
            folder.resolve("there.yml"),
            text.replace(
                "target_volatility_annual_fraction: 0.20",
                "target_volatility_annual_fraction: 0.15"));
    copyVenues(folder);

    assertThat(diff(here, there)).as(evenkeel.err).isZero();
    assertThat(evenkeel.out.lines())
        .hasSize(4)
        .anyMatch(line -> line.matches("risk.target_volatility_annual_fraction +0.20? +0.15 +-"))
        .last()
        .isEqualTo("no key raises risk: nobody is asked, because no identities are configured");
    assertThat(diff(there, here)).isZero();
    assertThat(evenkeel.out.lines())
        .anyMatch(
            line -> line.matches("risk.target_volatility_annual_fraction +0.15 +0.20? +raises"))
        .last()
        .asString()
        .startsWith("1 of 1 keys raise risk");
    assertThat(diff(here, here)).isZero();
    assertThat(evenkeel.out).isEqualTo("both say the same\n");
    assertThat(evenkeel.bot.calls).isEmpty();
  }

  @Test
  void a_configuration_that_does_not_hold_is_refused_with_its_errors(@TempDir Path folder)
      throws IOException {
    Path there = Files.writeString(folder.resolve("there.yml"), "mode: nowhere\n");

    assertThat(evenkeel.execute("config", "diff", there.toString())).isEqualTo(2);
    assertThat(evenkeel.err).contains("nowhere");
  }

  private int diff(Path here, Path there) {
    return evenkeel.execute("--config", here.toString(), "config", "diff", there.toString());
  }

  private static void copyVenues(Path folder) throws IOException {
    Path venues = Files.createDirectory(folder.resolve("venues"));
    Files.copy(Path.of("config", "venues", "binance.yml"), venues.resolve("binance.yml"));
  }
}
