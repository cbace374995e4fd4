package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.evenkeel.shell.boot.InThisJvm;
import org.evenkeel.shell.jdbc.UnpackedPrograms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that cannot succeed: each says in words what to change, and none shows a stack trace. */
class RefusalsTest {

  @TempDir static Path shared;

  @TempDir Path folder;

  private Path config;

  @BeforeAll
  static void unpack() {
    UnpackedPrograms.linkedInto(shared.resolve("postgres"));
  }

  @BeforeEach
  void write() throws IOException {
    Path source = Path.of("config");
    Files.createDirectories(folder.resolve("config/venues"));
    Files.copy(source.resolve("venues/binance.yml"), folder.resolve("config/venues/binance.yml"));
    config =
        Files.writeString(
            folder.resolve("config/rehearsal.yml"),
            Files.readString(source.resolve("rehearsal.yml"))
                .replace("var/postgres", shared.resolve("postgres").toString())
                .replace("var/", folder.resolve("var") + "/"));
  }

  private InThisJvm.Answer run(String... words) {
    String[] all = new String[words.length + 4];
    System.arraycopy(
        new String[] {"run", "--config", config.toString(), "--cycles=1"}, 0, all, 0, 4);
    System.arraycopy(words, 0, all, 4, words.length);
    InThisJvm.Answer answer = InThisJvm.command(all);
    assertThat(answer.said()).doesNotContain("fault of the program").doesNotContain("\tat ");
    return answer;
  }

  private void replace(String old, String text) throws IOException {
    String before = Files.readString(config);
    assertThat(before).contains(old);
    Files.writeString(config, before.replace(old, text));
  }

  @Test
  void a_port_in_use_is_named_with_the_key_to_change() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InThisJvm.Answer answer = run("--web-port", String.valueOf(taken.getLocalPort()));
      assertThat(answer.said()).contains(taken.getLocalPort() + ", the port is in use");
      assertThat(answer.exit()).isEqualTo(2);
    }
  }

  @Test
  void a_port_in_use_for_the_venue_is_named_too() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      replace("rehearsal:\n", "rehearsal:\n  venue_port: " + taken.getLocalPort() + "\n");
      InThisJvm.Answer answer = run("--no-web");
      assertThat(answer.said()).contains("127.0.0.1:" + taken.getLocalPort());
      assertThat(answer.said()).contains("rehearsal.venue_port");
      assertThat(answer.exit()).isEqualTo(2);
    }
  }

  /** Permissions do not bind root, under which tests may run; no one can write below a regular file. */
  @Test
  void a_database_folder_that_cannot_be_written_is_named() throws IOException {
    Files.writeString(folder.resolve("var"), "a file where a folder should be");
    replace(shared.resolve("postgres").toString(), folder.resolve("var/postgres").toString());
    InThisJvm.Answer answer = run("--no-web");
    assertThat(answer.said()).contains("the embedded database cannot be kept in");
    assertThat(answer.said()).contains(folder.resolve("var/postgres").toString());
    assertThat(answer.exit()).isEqualTo(6);
  }

  @Test
  void a_venue_folder_that_cannot_be_written_is_named() throws IOException {
    Files.writeString(folder.resolve("file"), "a file where a folder should be");
    replace(
        folder.resolve("var/rehearsal-venue").toString(), folder.resolve("file/venue").toString());
    InThisJvm.Answer answer = run("--no-web");
    assertThat(answer.said()).contains("rehearsal.venue_directory");
    assertThat(answer.exit()).isEqualTo(2);
  }

  @Test
  void a_second_bot_in_the_same_folders_is_told_so() throws IOException {
    try (FileChannel other = folderLock()) {
      InThisJvm.Answer answer = run("--no-web");
      assertThat(answer.said())
          .contains("runs there already")
          .contains("rehearsal.venue_directory");
      assertThat(answer.exit()).isEqualTo(5);
      assertThat(other.isOpen()).isTrue();
    }
  }

  /** Takes the lock that a running venue holds on its log. */
  private FileChannel folderLock() throws IOException {
    Path log = folder.resolve("var/rehearsal-venue/events.ndjson");
    Files.createDirectories(log.getParent());
    FileChannel channel =
        FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    assertThat(channel.tryLock()).isNotNull();
    return channel;
  }

  @Test
  void a_venue_elsewhere_that_does_not_answer_is_named() throws IOException {
    replace("rehearsal:\n", "rehearsal:\n  external_url: http://127.0.0.1:1\n");
    InThisJvm.Answer answer = run("--no-web");
    assertThat(answer.said()).contains("no simulated venue answers at http://127.0.0.1:1");
    assertThat(answer.exit()).isEqualTo(5);
  }
}
