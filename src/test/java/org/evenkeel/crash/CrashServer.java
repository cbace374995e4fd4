package org.evenkeel.crash;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.DatabaseSettings;
import org.evenkeel.shell.jdbc.EmbeddedPostgres;

/** One server for the tests of a class, with a fresh database for each bot that asks. */
final class CrashServer implements AutoCloseable {

  private final EmbeddedPostgres postgres;
  private final DatabaseSettings template;
  private final AtomicInteger number = new AtomicInteger();

  private CrashServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
    this.template = create("");
    Database.open(template.withMaxConnections(1)).close();
  }

  static CrashServer start(Path folder) {
    return new CrashServer(EmbeddedPostgres.start(folder));
  }

  /** A migrated database with nothing in it. */
  DatabaseSettings fresh() {
    return create(" template crash_0").withMaxConnections(4);
  }

  /** Removes a database that is done with: a hundred of them take long to flush at the end. */
  void drop(DatabaseSettings settings) {
    String name = settings.jdbcUrl().replaceAll(".*/", "");
    execute("drop database " + name + " with (force)");
  }

  private DatabaseSettings create(String how) {
    DatabaseSettings home = postgres.settings();
    String name = "crash_" + number.getAndIncrement();
    execute("create database " + name + how);
    return DatabaseSettings.of(
        home.jdbcUrl().replaceAll("/[^/]*$", "/" + name), home.user(), home.password());
  }

  private synchronized void execute(String sql) {
    DatabaseSettings home = postgres.settings();
    try (Connection connection =
            DriverManager.getConnection(home.jdbcUrl(), home.user(), home.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    postgres.close();
  }
}
