package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

  private static final Finding SOUND = Finding.ok("database", "PostgreSQL 16.2, schema 38");
  private static final Finding DOWN = Finding.warn("lease", "no bot runs", "start it");

  private final CommandLineRig evenkeel = new CommandLineRig();

  @Test
  void a_warning_says_what_to_do_and_ends_with_zero() {
    evenkeel.bot.findings = List.of(SOUND, DOWN);

    assertThat(evenkeel.execute("doctor")).isZero();

    assertThat(evenkeel.out.lines())
        .hasSize(3)
        .anyMatch(line -> line.matches("ok +configuration +.*rehearsal.*"))
        .contains("ok    database       PostgreSQL 16.2, schema 38")
        .contains("warn  lease          no bot runs: start it");
  }

  @Test
  void the_first_failure_gives_the_exit_code() {
    Finding venue = Finding.fail("venue", ExitCode.VENUE, "no answer", "wait");
    Finding audit = Finding.fail("audit", ExitCode.VERIFICATION_FAILED, "row 3", "read");
    evenkeel.bot.findings = List.of(SOUND, audit, DOWN, venue);
    assertThat(evenkeel.execute("doctor")).isEqualTo(7);
    evenkeel.bot.findings = List.of(venue, audit);
    assertThat(evenkeel.execute("doctor")).isEqualTo(5);
  }

  @Test
  void a_configuration_that_cannot_be_read_is_a_finding_and_no_accident(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("c.yml"), "mode: nowhere\n");

    assertThat(evenkeel.execute("--config", file.toString(), "doctor")).isEqualTo(2);

    assertThat(evenkeel.out).startsWith("fail  configuration").contains("mode");
  }

  @Test
  void the_answer_is_json_when_it_is_asked_for() {
    evenkeel.bot.findings = List.of(DOWN);

    assertThat(evenkeel.execute("--json", "doctor")).isZero();

    assertThat(evenkeel.out).contains("\"lease\"", "\"WARN\"", "\"start it\"");
  }
}
