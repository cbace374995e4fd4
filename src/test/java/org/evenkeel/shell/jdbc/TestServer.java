package org.evenkeel.shell.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One server for all tests of this JVM, with a database that is emptied for each test, or a fresh one. */
final class TestServer {

  /** Unpacked once and kept between runs. */
  static final Path PROGRAMS = Path.of("target", "postgres-programs");

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Started by the first test that asks. */
  private static final class Shared {
    static final TestServer SERVER = new TestServer();
  }

  private final Path folder;
  private final EmbeddedPostgres server;
  private final DatabaseSettings reused;

  private TestServer() {
    try {
      folder = Files.createTempDirectory("evenkeel-postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server = EmbeddedPostgres.start(folder, PROGRAMS);
    Runtime.getRuntime().addShutdownHook(new Thread(this::remove, "remove-test-server"));
    Database.open(server.settings().withMaxConnections(1)).close();
    reused = create(server.settings(), " template evenkeel");
  }

  /** Killed and not stopped: a stop would first flush the many copies that nobody wants any more. */
  private void remove() {
    try {
      ProcessHandle postmaster =
          Postmaster.in(new ServerHome(folder))
              .flatMap(named -> ProcessHandle.of(named.pid()))
              .orElseThrow();
      Process quit = new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster.pid())).start();
      quit.waitFor();
      postmaster.onExit().get(10, TimeUnit.SECONDS);
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the test server in " + folder + " does not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    deleteRecursively(folder);
  }

  static void deleteRecursively(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings of a new database with the full schema and nothing in it. */
  static DatabaseSettings freshDatabase() {
    return create(" template evenkeel");
  }

  /** The settings of the one database that tests share in turn, with the full schema and nothing in it. */
  static DatabaseSettings emptiedDatabase() {
    DatabaseSettings settings = Shared.SERVER.reused;
    try (Connection connection = Plain.connect(settings, "evenkeel test");
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path = evenkeel; set session_replication_role = replica");
      statement.execute(
          """
          do $$ begin
            execute (select 'truncate ' || string_agg(quote_ident(table_name), ', ') || ' restart identity'
                     from information_schema.tables
                     where table_schema = 'evenkeel' and table_type = 'BASE TABLE'
                       and table_name not in
                         ('flyway_schema_history', 'attempt_state', 'attempt_transition'));
          end $$
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return settings;
  }

  /** The settings of a new database without any schema. */
  static DatabaseSettings emptyDatabase() {
    return create("");
  }

  private static DatabaseSettings create(String how) {
    return create(Shared.SERVER.server.settings(), how);
  }

  private static DatabaseSettings create(DatabaseSettings template, String how) {
    String name = "test_" + NUMBER.incrementAndGet();
    try {
      DatabaseSettings maintenance = database(template, "postgres");
      try (Connection connection = Plain.connect(maintenance, "evenkeel test");
          Statement statement = connection.createStatement()) {
        statement.execute(
            "select pg_terminate_backend(pid, 1000) from pg_stat_activity where datname = 'evenkeel'");
        statement.execute("create database " + name + how);
      }
      return database(template, name).withMaxConnections(3);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static DatabaseSettings database(DatabaseSettings settings, String name) {
    return DatabaseSettings.of(
        settings.jdbcUrl().replaceAll("/[^/]*$", "/" + name), settings.user(), settings.password());
  }
}
