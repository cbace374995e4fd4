package org.evenkeel.shell.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.evenkeel.cycle.JournalUnavailable;

/**
 * A pool of connections to a PostgreSQL whose schema, version and durability have been checked.
 *
 * <p>Every transaction works in a role with the least rights that it needs: the bot's, unless {@link #as} says otherwise.
 *
 * <p>Every connection has a statement, lock and idle-in-transaction timeout and works in UTC and in the schema {@code
 * evenkeel}.
 * This class is thread-safe.
 */
public final class Database implements AutoCloseable {

  /** The schema of all tables but Quartz's own. */
  static final String SCHEMA = "evenkeel";

  /** What Quartz's job store must be told as {@code org.quartz.jobStore.tablePrefix}. */
  public static final String QUARTZ_TABLE_PREFIX = "quartz.qrtz_";

  /** Extra time for the network to notice that the server does not answer, beyond the statement's own limit. */
  private static final int SOCKET_SLACK_SECONDS = 5;

  /** Work inside one transaction. */
  interface Work<T> {
    T in(Sql sql) throws SQLException;
  }

  private final HikariDataSource pool;
  private final DatabaseRole role;
  private final Optional<Seal> seal;

  private Database(HikariDataSource pool, DatabaseRole role, Optional<Seal> seal) {
    this.pool = pool;
    this.role = role;
    this.seal = seal;
  }

  /** The same database, in which every order of a person is signed. */
  public Database sealedBy(Seal signing) {
    return new Database(pool, role, Optional.of(signing));
  }

  /** The same pool for transactions of another role; closing either closes both. */
  Database as(DatabaseRole other) {
    return new Database(pool, other, seal);
  }

  /**
   * Opens the database and brings its schema up to date.
   *
   * @throws DatabaseRefused if it must not be used: older than PostgreSQL 14, not durable, or of a newer program
   * @throws JournalUnavailable if it does not answer
   */
  public static Database open(DatabaseSettings settings) {
    return open(settings, true);
  }

  /**
   * Opens a database whose schema must already be the program's own: for commands beside a daemon, which must never
   * change the schema under it.
   */
  public static Database attach(DatabaseSettings settings) {
    return open(settings, false);
  }

  private static Database open(DatabaseSettings settings, boolean mayMigrate) {
    ServerCheck.of(settings);
    Schema.of(settings).prepare(mayMigrate);
    try {
      return new Database(
          new HikariDataSource(poolConfig(settings)), DatabaseRole.BOT, Optional.empty());
    } catch (HikariPool.PoolInitializationException e) {
      throw new JournalUnavailable("the database at " + settings + " does not answer", e);
    }
  }

  /** True if a server answers at the address now; asks once and leaves nothing open. */
  public static boolean answers(DatabaseSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    String seconds = Plain.seconds(settings.connectTimeout());
    properties.setProperty("connectTimeout", seconds);
    properties.setProperty("loginTimeout", seconds);
    properties.setProperty("socketTimeout", seconds);
    try (Connection connection = DriverManager.getConnection(settings.jdbcUrl(), properties);
        Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException e) {
      return false;
    }
  }

  private static HikariConfig poolConfig(DatabaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("evenkeel");
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.maxConnections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(settings.connectTimeout().toMillis());
    config.setValidationTimeout(Math.min(2000, settings.connectTimeout().toMillis()));
    config.setConnectionInitSql(
        String.format(
            Locale.ROOT,
            "set statement_timeout = %d; set lock_timeout = %d;"
                + " set idle_in_transaction_session_timeout = %d;"
                + " set search_path = evenkeel; set timezone = 'UTC'; set role %s",
            settings.statementTimeout().toMillis(),
            settings.lockTimeout().toMillis(),
            settings.idleInTransactionTimeout().toMillis(),
            DatabaseRole.BOT.sqlName()));
    config.addDataSourceProperty("ApplicationName", "evenkeel");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("connectTimeout", Plain.seconds(settings.connectTimeout()));
    config.addDataSourceProperty(
        "socketTimeout",
        Long.toString(settings.statementTimeout().toSeconds() + SOCKET_SLACK_SECONDS));
    return config;
  }

  /** The versions of server and schema, in words. */
  public String versions() {
    return read(
        "read the versions",
        sql ->
            sql.one(
                "select current_setting('server_version') as server,"
                    + " (select version from flyway_schema_history where success and version is not null"
                    + " order by installed_rank desc limit 1) as schema",
                row -> "PostgreSQL " + row.text("server") + ", schema " + row.text("schema")));
  }

  /** The pool, for the scheduler's job store; its tables are under {@link #QUARTZ_TABLE_PREFIX}. */
  public DataSource dataSource() {
    return pool;
  }

  /** Work that only reads. */
  <T> T read(String doing, Work<T> work) {
    return transaction(doing, true, work);
  }

  /** Work that writes; nothing of it stays unless this method returns. */
  <T> T write(String doing, Work<T> work) {
    return transaction(doing, false, work);
  }

  private <T> T transaction(String doing, boolean isReadOnly, Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(isReadOnly);
      T result;
      try {
        takeRole(connection);
        result = work.in(new Sql(connection, seal));
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
      commit(doing, connection);
      return result;
    } catch (SQLException e) {
      throw SqlFailures.of(doing, e);
    }
  }

  private void takeRole(Connection connection) throws SQLException {
    if (role != DatabaseRole.BOT) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local role " + role.sqlName());
      }
    }
  }

  private static void commit(String doing, Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      rollBack(connection, e);
      throw SqlFailures.ofCommit(doing, e);
    }
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
