package org.evenkeel.crash;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.DatabaseSettings;
import org.evenkeel.shell.jdbc.EmbeddedPostgres;
import org.evenkeel.shell.jdbc.UnpackedPrograms;

/**
 * One server for the tests of a class, with a few databases that are emptied again and again.
 *
 * <p>Emptying takes milliseconds, making and dropping a database a checkpoint each.
 */
final class CrashServer implements AutoCloseable {

  private final EmbeddedPostgres postgres;
  private final BlockingQueue<Lent> free;
  private final List<Lent> all = new ArrayList<>();

  /** A database that is open, and empty when it is lent. */
  record Lent(DatabaseSettings settings, Database database, List<String> tables) {}

  private CrashServer(EmbeddedPostgres postgres, int databases) {
    this.postgres = postgres;
    this.free = new ArrayBlockingQueue<>(databases);
    for (int i = 1; i <= databases; i++) {
      DatabaseSettings settings = create("crash_" + i);
      all.add(new Lent(settings, Database.open(settings), emptyTables(settings)));
    }
    free.addAll(all);
  }

  static CrashServer start(Path folder, int databases) {
    return new CrashServer(EmbeddedPostgres.start(UnpackedPrograms.linkedInto(folder)), databases);
  }

  /** A migrated database with nothing in it; give it back for the next one. */
  Lent lend() {
    try {
      Lent lent = free.take();
      empty(lent);
      return lent;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void giveBack(Lent lent) {
    free.add(lent);
  }

  /** Runs a statement in another database of the server. */
  void run(String sql) {
    execute(postgres.settings(), sql);
  }

  /** Ends every connection to a database but the one that says so. */
  void disconnect(Lent lent) {
    execute(
        lent.settings(),
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid()");
  }

  /** Starts the server again if it was killed. */
  void ensureRunning() {
    postgres.ensureRunning();
  }

  private DatabaseSettings create(String name) {
    DatabaseSettings home = postgres.settings();
    execute(home, "create database " + name);
    return DatabaseSettings.of(
            home.jdbcUrl().replaceAll("/[^/]*$", "/" + name), home.user(), home.password())
        .withMaxConnections(4);
  }

  /** The tables that the migrations leave empty: the others hold what the schema itself needs. */
  private static List<String> emptyTables(DatabaseSettings settings) {
    List<String> empty = new ArrayList<>();
    try (Connection connection = connect(settings);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "select format('%I.%I', schemaname, tablename) from pg_tables"
                  + " where schemaname = 'evenkeel' order by 1")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet row = statement.executeQuery("select not exists (table " + table + ")")) {
          row.next();
          if (row.getBoolean(1)) {
            empty.add(table);
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return empty;
  }

  private static void empty(Lent lent) {
    StringBuilder sql = new StringBuilder("set session_replication_role = replica;");
    lent.tables().forEach(table -> sql.append("delete from ").append(table).append(';'));
    execute(lent.settings(), sql.toString());
  }

  private static void execute(DatabaseSettings settings, String sql) {
    try (Connection connection = connect(settings);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect(DatabaseSettings settings) throws SQLException {
    return DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
  }

  @Override
  public void close() {
    all.forEach(lent -> lent.database().close());
    postgres.close();
  }
}
