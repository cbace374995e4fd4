package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.statement.Facts;
import org.evenkeel.core.statement.KillDrill;
import org.evenkeel.cycle.Dossier.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands around the bot: who leads, the kill switch by grades and its drill, mode, logs, reports, bundles, backups. */
class OperationsCommandsTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  @Test
  void the_lease_is_shown_with_holder_token_and_ages() {
    assertThat(evenkeel.execute("lease", "show")).as(evenkeel.err).isZero();
    assertThat(evenkeel.out)
        .contains("holder     evenkeel-abc\n", "token      3\n", "held for another 12 s")
        .contains("last sign  2026-11-05 11:59Z, 18 s ago");
  }

  @Test
  void a_lease_that_is_alive_is_taken_away_by_two_persons_only() {
    assertThat(evenkeel.execute("lease", "steal", "--reason", "it hangs")).isEqualTo(4);
    assertThat(evenkeel.bot.requests.requests(false))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.request().kind()).isEqualTo("lease-steal");
              assertThat(row.request().payload()).isEqualTo("default\n3\nevenkeel-abc");
            });
    assertThat(evenkeel.bot.calls).containsExactly("close");

    assertThat(evenkeel.execute("lease", "steal", "--request", "1", "--reason", "it hangs"))
        .isZero();
    assertThat(evenkeel.bot.calls).contains("take 3 by request Optional[1] by ann: it hangs");
    evenkeel.bot.upkeep.isAgreed = false;
    assertThat(evenkeel.execute("lease", "steal", "--request", "1", "--reason", "again"))
        .isEqualTo(3);
    assertThat(evenkeel.err).contains("the lease has moved meanwhile");
  }

  @Test
  void a_lease_that_has_run_out_is_taken_away_by_one() {
    evenkeel.bot.upkeep.lease = Optional.of(FakeUpkeep.lease(FakeUpkeep.NOW.minusSeconds(40)));
    assertThat(evenkeel.execute("lease", "steal", "--reason", "it is gone")).isZero();
    assertThat(evenkeel.out)
        .startsWith(
            "lease default: evenkeel-abc with token 3, run out 40 s ago -> nobody's, token 4");
    assertThat(evenkeel.bot.calls).contains("take 3 by request Optional.empty by ann: it is gone");
  }

  @ParameterizedTest
  @CsvSource({"entries,PAUSED", "reduce-only,REDUCE_ONLY", "cancel,HALTED", "flatten,FLATTENING"})
  void each_grade_of_kill_is_the_state_that_is_documented(String grade, String state) {
    List<String> words = new java.util.ArrayList<>(List.of("kill", grade, "--reason", "storm"));
    if (grade.equals("flatten")) {
      words.add("--yes");
    }
    assertThat(evenkeel.execute(words.toArray(String[]::new))).as(evenkeel.err).isZero();
    assertThat(evenkeel.bot.calls).containsExactly(state + " by ann: storm", "close");
  }

  @Test
  void kill_alone_does_nothing_and_says_the_grades() {
    assertThat(evenkeel.execute("kill")).isEqualTo(2);
    assertThat(evenkeel.err).contains("kill entries (pause)", "kill cancel (halt)");
    assertThat(evenkeel.bot.calls).isEmpty();
  }

  @Test
  void a_drill_is_kept_and_one_that_took_too_long_fails() {
    String[] words = {"kill", "drill", "--reason", "monthly"};
    assertThat(evenkeel.execute(words)).as(evenkeel.err).isZero();
    assertThat(evenkeel.out)
        .contains("longest 54.1 s, allowed 300.0 s: passed", "recorded as drill 4");
    assertThat(evenkeel.bot.calls)
        .containsExactly(
            "drill of " + Samples.AS_OF + ", 20 runs", "keep drill by ann: monthly", "close");
    evenkeel.bot.drill = FakeUpkeep.drill("301");
    assertThat(evenkeel.execute(words)).isEqualTo(7);
    assertThat(evenkeel.out).contains("FAILED");
  }

  @Test
  void a_drill_that_was_never_made_is_overdue_or_failed_is_a_warning() {
    Instant now = Instant.parse("2026-11-05T12:00:00Z");
    Duration month = Duration.ofDays(31);
    assertThat(DrillFinding.of(Optional.empty(), month, now).detail()).contains("never rehearsed");
    assertThat(DrillFinding.of(kept(now.minus(month), "54"), month, now).level())
        .isEqualTo(Finding.Level.OK);
    assertThat(DrillFinding.of(kept(now.minus(month).minusSeconds(1), "54"), month, now).detail())
        .contains("overdue since 2026-11-05 11:59Z");
    assertThat(DrillFinding.of(kept(now, "301"), month, now).detail()).contains("FAILED: 301 s");
  }

  private static Optional<KillDrill.Kept> kept(Instant at, String seconds) {
    return Optional.of(new KillDrill.Kept(4, at, FakeUpkeep.drill(seconds), "ann", "monthly"));
  }

  @Test
  void the_mode_is_told_with_what_is_missing_and_never_changed() {
    List<String> columns = List.of("at", "mode");
    evenkeel.bot.dossier.facts.put(
        Kind.RUNS,
        new Facts(
            columns,
            List.of(List.of("1", "rehearsal"), List.of("2", "paper"), List.of("3", "rehearsal"))));
    assertThat(evenkeel.execute("mode")).as(evenkeel.err).isZero();
    assertThat(evenkeel.out).startsWith("mode   rehearsal\nsince  3\n\nfor paper:\nfail  mode");

    evenkeel.bot.missingAuthority = List.of("nobody has signed");
    assertThat(evenkeel.execute("mode", "live")).isEqualTo(3);
    assertThat(evenkeel.out)
        .contains("fail  two persons    nobody has signed", "fail  server", "fail  decision 0007");
    assertThat(evenkeel.execute("mode", "shadow")).isEqualTo(2);
  }

  @Test
  void logs_are_filtered_by_level_time_and_words() {
    evenkeel.bot.dossier.facts.put(
        Kind.EVENTS,
        new Facts(
            List.of("at", "level", "what", "subject", "text"),
            List.of(
                List.of("1", "INFO", "order", "a", "FILLED"),
                List.of("2", "WARN", "lock", "b", "external"),
                List.of("3", "ERROR", "cycle", "c", "FAILED"))));
    evenkeel.execute("logs");
    assertThat(evenkeel.out.lines()).hasSize(3);
    evenkeel.execute("logs", "--level", "warn", "--since", "2h");
    assertThat(evenkeel.out).isEqualTo("2  WARN  lock  b  external\n3  ERROR  cycle  c  FAILED\n");
    assertThat(evenkeel.bot.dossier.windows).contains("EVENTS since 2026-11-05T10:00:00Z");
    evenkeel.execute("logs", "--grep", "fil+ed");
    assertThat(evenkeel.out.lines()).containsExactly("1  INFO  order  a  FILLED");
    assertThat(evenkeel.execute("logs", "--grep", "(")).isEqualTo(2);
    assertThat(evenkeel.execute("logs", "--level", "loud")).isEqualTo(2);
  }

  @Test
  void a_report_is_printed_by_name_as_text_markdown_or_json() {
    evenkeel.execute("reports", "list");
    for (String name : List.of("daily", "risk", "reconcile", "drawdown", "costs")) {
      assertThat(evenkeel.out).contains("\n" + name);
    }
    for (String name : List.of("daily", "risk", "reconcile", "drawdown")) {
      CommandLineRig fresh = new CommandLineRig();
      assertThat(fresh.execute("reports", "run", name)).as(fresh.err).isZero();
      assertThat(fresh.out).isNotBlank();
    }
    evenkeel.execute("reports", "run", "drawdown", "--format", "markdown");
    assertThat(evenkeel.out).startsWith("# drawdown\n\n```\n").endsWith("```\n");
    evenkeel.execute("reports", "run", "drawdown", "--format", "json");
    assertThat(evenkeel.out).contains("\"nav\" : 1003211.42");
    assertThat(evenkeel.execute("reports", "run", "weather")).isEqualTo(2);
  }

  @Test
  void an_incident_is_one_file_with_its_sums_and_is_not_overwritten(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("incident.zip");
    String[] words = {"incident", "bundle", "last", "-o", file.toString()};
    assertThat(evenkeel.execute(words)).as(evenkeel.err).isZero();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<String> listing = text(zip, ZipBundle.LISTING).lines().toList();
      assertThat(listing)
          .extracting(line -> line.substring(66))
          .isSorted()
          .contains("config.yml", "logs.txt", "audit-verify.json", "tables/fill.jsonl")
          .contains("replay.txt", "version.txt", "status.json")
          .doesNotContain("tables/empty.jsonl");
      for (String line : listing) {
        assertThat(ContentHash.ofText(text(zip, line.substring(66))).value())
            .isEqualTo(line.substring(0, 64));
      }
      assertThat(zip.stream().count()).isEqualTo(listing.size() + 1L);
    }
    byte[] before = Files.readAllBytes(file);
    assertThat(evenkeel.execute(words)).isEqualTo(3);
    assertThat(evenkeel.err).contains("is there already and is not overwritten");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  private static String text(ZipFile zip, String name) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void the_self_assessment_says_what_is_recorded_and_what_is_not(@TempDir Path folder)
      throws IOException {
    evenkeel.bot.dossier.facts.put(
        Kind.INCIDENTS,
        new Facts(
            List.of("at", "cycle", "status", "reason"),
            List.of(List.of("1", "default/x", "HELD", "a|b"))));
    Path file = folder.resolve("report.md");
    assertThat(evenkeel.execute("selfassess", "-o", file.toString())).as(evenkeel.err).isZero();
    assertThat(Files.readString(file))
        .contains("| 1 | default/x | HELD | a\\|b |", "replay 'default/x' --verify")
        .contains("## Rehearsals of the kill switch\n\nNothing is recorded in this time.")
        .contains("max_gross_leverage_ratio", "## What is not recorded");
    assertThat(evenkeel.execute("selfassess", "-o", file.toString())).isEqualTo(3);
  }

  @Test
  void a_backup_that_is_not_as_it_was_ends_with_seven() {
    assertThat(evenkeel.execute("backup", "make", "-o", "b.zip")).isZero();
    assertThat(evenkeel.execute("backup", "verify", "b.zip")).isZero();
    assertThat(evenkeel.out).isEqualTo("ok    chain          222 rows\n");
    evenkeel.bot.backup =
        List.of(Finding.fail("ledger", ExitCode.VERIFICATION_FAILED, "other", "do not"));
    assertThat(evenkeel.execute("backup", "verify", "b.zip")).isEqualTo(7);
    assertThat(evenkeel.bot.calls)
        .containsExactly("backup to b.zip", "verify b.zip", "verify b.zip");
  }
}
