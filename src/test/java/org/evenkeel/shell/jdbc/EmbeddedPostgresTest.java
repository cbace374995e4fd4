package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.evenkeel.cycle.JournalUnavailable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

  private static Path folder;

  @BeforeAll
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("evenkeel-embedded");
  }

  @AfterEach
  void stop() {
    EmbeddedPostgres.start(folder, TestServer.PROGRAMS).close();
  }

  @AfterAll
  static void removeFolder() {
    TestServer.deleteRecursively(folder);
  }

  @Test
  void keeps_what_was_written_and_its_port_over_a_stop_and_a_start() {
    DatabaseSettings before;
    try (EmbeddedPostgres server = start()) {
      assertThat(server.isStartedHere()).isTrue();
      before = server.settings();
      run(before, "create table if not exists kept (n int)");
      run(before, "delete from kept");
      run(before, "insert into kept values (42)");
    }
    assertThat(isRunning()).isFalse();

    long begin = System.nanoTime();
    try (EmbeddedPostgres server = start()) {
      Duration startTime = Duration.ofNanos(System.nanoTime() - begin);
      assertThat(server.settings()).isEqualTo(before);
      assertThat(number(server.settings(), "select n from kept")).isEqualTo(42);
      assertThat(startTime).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void is_durable_listens_on_loopback_only_and_wants_its_password() throws Exception {
    try (EmbeddedPostgres server = start()) {
      DatabaseSettings settings = server.settings();
      assertThat(text(settings, "show fsync")).isEqualTo("on");
      assertThat(text(settings, "show synchronous_commit")).isEqualTo("on");
      assertThat(text(settings, "show full_page_writes")).isEqualTo("on");
      assertThat(text(settings, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(text(settings, "show unix_socket_directories")).isEmpty();
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("password"))))
          .isEqualTo("rw-------");
      assertThatThrownBy(
              () -> DriverManager.getConnection(settings.jdbcUrl(), settings.user(), "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void the_last_of_two_users_stops_the_server_and_the_first_does_not() {
    EmbeddedPostgres command = start();
    EmbeddedPostgres daemon = start();
    assertThat(daemon.isStartedHere()).isFalse();
    assertThat(daemon.settings()).isEqualTo(command.settings());

    command.close();
    assertThat(isRunning()).isTrue();
    assertThat(number(daemon.settings(), "select 1")).isEqualTo(1);
    assertThat(daemon.ensureRunning()).isFalse();

    daemon.close();
    assertThat(isRunning()).isFalse();
  }

  @Test
  void a_foreign_client_keeps_the_server_up() throws Exception {
    EmbeddedPostgres server = start();
    DatabaseSettings settings = server.settings();
    try (Connection psql =
        DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password())) {
      server.close();
      assertThat(psql.isValid(1)).isTrue();
    }
  }

  @Test
  void starts_again_after_its_process_was_killed() throws Exception {
    try (EmbeddedPostgres server = start()) {
      run(server.settings(), "create table if not exists kept (n int)");
      run(server.settings(), "delete from kept");
      run(server.settings(), "insert into kept values (7)");
      long pid = postmaster().pid();
      ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
      process.destroyForcibly();
      process.onExit().get(10, TimeUnit.SECONDS);

      assertThat(server.ensureRunning()).isTrue();
      assertThat(number(server.settings(), "select n from kept")).isEqualTo(7);
      assertThat(postmaster().pid()).isNotEqualTo(pid);
    }
  }

  @Test
  void a_pool_works_again_after_the_server_was_stopped_at_once_and_started_again()
      throws Exception {
    try (EmbeddedPostgres server = start();
        Database database = Database.open(server.settings())) {
      PgEventLog log = new PgEventLog(database, "account");
      log.append("before");
      long pid = postmaster().pid();
      Process stop = new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).start();
      assertThat(stop.waitFor()).isZero();
      ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());

      assertThatThrownBy(() -> log.append("lost")).isInstanceOf(JournalUnavailable.class);
      assertThat(server.ensureRunning()).isTrue();
      appendPatiently(log, "after");
      assertThat(log.lines()).contains("before", "after").doesNotContain("lost");
    }
  }

  /** The pool pauses between its own attempts to connect, so the first work after a crash may still fail. */
  private static void appendPatiently(PgEventLog log, String line) {
    for (int i = 0; ; i++) {
      try {
        log.append(line);
        return;
      } catch (JournalUnavailable e) {
        assertThat(i).as(e.getMessage()).isLessThan(5);
      }
    }
  }

  @Test
  void outlives_a_process_that_died_and_is_found_by_the_next() throws Exception {
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                StartAndDie.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(output).isEqualTo(137);
    assertThat(output).contains("started here: true");
    try (EmbeddedPostgres server = start()) {
      assertThat(server.isStartedHere()).isFalse();
      assertThat(number(server.settings(), "select 1")).isEqualTo(1);
    }
    assertThat(isRunning()).isFalse();
  }

  /** A process that starts the server and ends without a chance to clean up. */
  static final class StartAndDie {

    private StartAndDie() {}

    public static void main(String[] arguments) {
      EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]), TestServer.PROGRAMS);
      System.out.println("started here: " + server.isStartedHere());
      System.out.flush();
      Runtime.getRuntime().halt(137);
    }
  }

  @Test
  void a_process_file_left_by_a_crash_whose_number_another_program_has_is_not_believed()
      throws Exception {
    start().close();
    Process other = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(
          folder.resolve("data/postmaster.pid"),
          other.pid() + "\n" + folder.resolve("data") + "\n1\n5432\n\n127.0.0.1\n");
      try (EmbeddedPostgres server = start()) {
        assertThat(server.isStartedHere()).isTrue();
        assertThat(number(server.settings(), "select 1")).isEqualTo(1);
      }
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void takes_another_port_if_its_own_is_in_use() throws Exception {
    DatabaseSettings before;
    try (EmbeddedPostgres server = start()) {
      before = server.settings();
    }
    int port = Integer.parseInt(Files.readString(folder.resolve("port")).strip());
    try (var taken = new java.net.ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress());
        EmbeddedPostgres server = start()) {
      assertThat(taken.isBound()).isTrue();
      assertThat(server.settings()).isNotEqualTo(before);
      assertThat(number(server.settings(), "select 1")).isEqualTo(1);
    }
  }

  @Test
  void says_what_to_do_where_the_folder_cannot_be_written() throws Exception {
    Path file = Files.createTempFile("evenkeel", ".file");
    assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("postgres")))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("JDBC URL");
    Files.delete(file);
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(folder, TestServer.PROGRAMS);
  }

  private Postmaster postmaster() throws IOException {
    return Postmaster.in(new ServerHome(folder)).orElseThrow();
  }

  private boolean isRunning() {
    try {
      return Postmaster.in(new ServerHome(folder)).filter(Postmaster::isLive).isPresent();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void run(DatabaseSettings settings, String statement) {
    try (Connection connection = Plain.connect(settings, "evenkeel test")) {
      new Sql(connection).update(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int number(DatabaseSettings settings, String query) {
    return Integer.parseInt(text(settings, query));
  }

  private static String text(DatabaseSettings settings, String query) {
    try (Connection connection = Plain.connect(settings, "evenkeel test");
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
