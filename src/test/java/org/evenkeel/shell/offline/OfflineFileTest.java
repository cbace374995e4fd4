package org.evenkeel.shell.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.contract.OfflineExamples.NOON;
import static org.evenkeel.contract.OfflineExamples.SLOT;
import static org.evenkeel.contract.OfflineExamples.accepted;
import static org.evenkeel.contract.OfflineExamples.answered;
import static org.evenkeel.contract.OfflineExamples.order;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.route.ClientOrderIds;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.cycle.OfflineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of an offline flatten: what was written is read, and what was not written whole is not believed. */
class OfflineFileTest {

  @TempDir Path folder;

  private OfflineFile create() {
    return OfflineFile.create(folder, "ab1cd", SLOT, "ann", "the \"database\" burns\n");
  }

  private Path file() {
    return folder.resolve("flatten-ab1cd.ndjson");
  }

  private List<OfflineRun> read() {
    return new OfflineFolder(folder).read().orThrow();
  }

  @Test
  void what_was_written_is_read() {
    try (OfflineFile file = create()) {
      file.wrote(order(1));
      file.answered(order(1).ticket().clientOrderId(), new SendOutcome.Unknown("timeout"), NOON);
      file.wrote(order(2));
      file.answered(
          order(2).ticket().clientOrderId(), new SendOutcome.Rejected("-2022", "no"), NOON);
      file.wrote(order(3));
      file.answered(order(1).ticket().clientOrderId(), accepted(order(1).ticket(), "0.25"), NOON);
      file.ended("flat", NOON.plusSeconds(9));
    }
    assertThat(read())
        .containsExactly(
            new OfflineRun(
                SLOT,
                "ann",
                "the \"database\" burns\n",
                List.of(
                    answered(order(1), accepted(order(1).ticket(), "0.25")),
                    answered(order(2), new SendOutcome.Rejected("-2022", "no")),
                    order(3)),
                Optional.of(NOON.plusSeconds(9)),
                "flat"));
  }

  @Test
  void a_file_cut_anywhere_tells_what_its_whole_lines_say() throws IOException {
    try (OfflineFile file = create()) {
      file.wrote(order(1));
      file.wrote(order(2));
    }
    String whole = Files.readString(file());
    List<String> lines = whole.lines().toList();
    for (int cut = 0; cut <= whole.length(); cut += 7) {
      Files.createDirectories(folder);
      Files.writeString(file(), whole.substring(0, cut));
      int complete = (int) whole.substring(0, cut).chars().filter(c -> c == '\n').count();
      List<OfflineRun> runs = read();
      assertThat(runs).as("cut at " + cut).hasSize(complete == 0 ? 0 : 1);
      runs.forEach(run -> assertThat(run.orders()).hasSize(complete - 1));
      if (complete == 0) {
        Files.delete(folder.resolve("imported").resolve(file().getFileName()));
      }
    }
    assertThat(lines).hasSize(3);
  }

  @Test
  void a_damaged_line_before_the_last_refuses_the_whole_file() throws IOException {
    try (OfflineFile file = create()) {
      file.wrote(order(1));
      file.wrote(order(2));
    }
    String whole = Files.readString(file());
    Files.writeString(file(), whole.replaceFirst("\"quantity\":\"0.5\"", "\"quantity\":\"5.0\""));
    assertThat(new OfflineFolder(folder).read().toString()).contains("line 2 is damaged");
    List<String> lines = whole.lines().toList();
    Files.writeString(file(), lines.get(0) + "\n" + lines.get(2) + "\n" + lines.get(2) + "\n");
    assertThat(new OfflineFolder(folder).read().toString()).contains("line 2 is damaged");
  }

  @Test
  void a_flatten_that_still_runs_is_not_taken_in() {
    try (OfflineFile file = create()) {
      file.wrote(order(1));
      assertThat(new OfflineFolder(folder).read())
          .isInstanceOf(Result.Refused.class)
          .asString()
          .contains("still runs");
    }
    assertThat(read()).hasSize(1);
  }

  @Test
  void what_was_taken_in_is_put_aside_and_not_deleted() {
    create().close();
    OfflineFolder inbox = new OfflineFolder(folder);
    assertThat(inbox.isEmpty()).isFalse();
    inbox.archive(inbox.read().orThrow().get(0));
    assertThat(inbox.isEmpty()).isTrue();
    assertThat(folder.resolve("imported/flatten-ab1cd.ndjson")).exists();
  }

  @Test
  void its_orders_are_of_this_product_and_of_no_database() {
    assertThat(order(1).ticket().clientOrderId().value()).matches("ekFab1cd[0-9a-z]{10}");
    assertThat(ClientOrderIds.isOurs(order(1).ticket().clientOrderId())).isTrue();
    assertThat(ClientOrderIds.isOffline(order(1).ticket().clientOrderId())).isTrue();
    assertThat(ClientOrderIds.isOfAnotherIncarnation(order(1).ticket().clientOrderId(), "4f7q"))
        .isFalse();
    assertThat(
            ClientOrderIds.isOffline(
                ClientOrderIds.derived("f7q2", order(1).intent().id(), 1, Instant.EPOCH)))
        .isFalse();
  }
}
