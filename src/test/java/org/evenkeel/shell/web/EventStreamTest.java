package org.evenkeel.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {

  private static final Duration HEARTBEAT = Duration.ofMillis(700);

  private final FakeRecords records = new FakeRecords(SampleBook.busy());
  private WebPage page;

  @BeforeEach
  void start() {
    page =
        WebPage.start(
            0, records, () -> "", () -> Optional.of(Duration.ZERO), "0.1.0-test", HEARTBEAT);
  }

  @AfterEach
  void stop() {
    page.close();
  }

  @Test
  void a_watcher_gets_the_state_at_once_and_every_change_after_it() throws Exception {
    try (Watcher watcher = new Watcher(page)) {
      assertThat(watcher.next("snapshot")).contains("\"nav\":1036610.62");

      records.show(SampleBook.busy().withNav("1040000"));

      assertThat(watcher.next("snapshot")).contains("\"nav\":1040000");
    }
  }

  @Test
  void while_nothing_changes_only_signs_of_life_are_sent() throws Exception {
    try (Watcher watcher = new Watcher(page)) {
      watcher.next("snapshot");

      assertThat(watcher.linesUntil(": still here")).noneMatch(line -> line.startsWith("data:"));
    }
  }

  @Test
  void changes_are_sent_at_most_twice_a_second() throws Exception {
    try (Watcher watcher = new Watcher(page)) {
      watcher.next("snapshot");
      long begin = System.nanoTime();
      for (int i = 0; i < 4; i++) {
        records.show(SampleBook.busy().withNav(String.valueOf(1_000_001 + i)));
        watcher.next("snapshot");
      }

      // Four pushes lie at least three pauses of half a second apart.
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isGreaterThan(Duration.ofMillis(1_450));
    }
  }

  @Test
  void a_lost_database_and_its_return_are_both_told() throws Exception {
    try (Watcher watcher = new Watcher(page)) {
      watcher.next("snapshot");

      records.goDown();
      assertThat(watcher.next("unavailable")).contains("connection refused");
      records.comeBack();

      assertThat(watcher.next("snapshot")).contains("\"nav\":1036610.62");
    }
  }

  @Test
  void nobody_reads_the_database_while_nobody_watches() throws Exception {
    try (Watcher watcher = new Watcher(page)) {
      watcher.next("snapshot");
    }
    // A departure is noticed at the latest when the second sign of life cannot be delivered.
    TimeUnit.MILLISECONDS.sleep(HEARTBEAT.toMillis() * 3);
    int reads = records.statusReads();
    TimeUnit.MILLISECONDS.sleep(1_200);

    assertThat(records.statusReads()).isEqualTo(reads);
  }

  @Test
  void two_watchers_are_served_by_one_reader() throws Exception {
    try (Watcher first = new Watcher(page);
        Watcher second = new Watcher(page)) {
      first.next("snapshot");
      second.next("snapshot");
      int before = records.statusReads();
      TimeUnit.MILLISECONDS.sleep(1_600);

      assertThat(records.statusReads() - before).isBetween(2, 4);
    }
  }

  @Test
  void closing_the_page_ends_the_streams_without_delay() throws Exception {
    try (Watcher watcher = new Watcher(page)) {
      watcher.next("snapshot");
      long begin = System.nanoTime();
      page.close();

      assertThat(watcher.isAtEnd()).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }
  }

  /** Reads the stream line by line over a plain socket, as a browser would. */
  private static final class Watcher implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader lines;

    Watcher(WebPage page) throws IOException {
      URI url = URI.create(page.url());
      socket = new Socket(url.getHost(), url.getPort());
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              "GET /events HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(lines.readLine()).contains("200");
    }

    /** The data of the next event, which must have this name. */
    String next(String event) throws IOException {
      List<String> read = linesUntil("data: ");
      assertThat(read).contains("event: " + event);
      return read.get(read.size() - 1);
    }

    List<String> linesUntil(String prefix) throws IOException {
      List<String> read = new ArrayList<>();
      while (read.isEmpty() || !read.get(read.size() - 1).startsWith(prefix)) {
        String line = lines.readLine();
        assertThat(line).as("the stream ended before '%s'", prefix).isNotNull();
        read.add(line);
      }
      return read;
    }

    boolean isAtEnd() throws IOException {
      String line = lines.readLine();
      while (line != null) {
        line = lines.readLine();
      }
      return true;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
