package org.evenkeel.shell.jdbc;

import java.time.Duration;

/**
 * Where the database is and how long to wait for it.
 *
 * <p>For example {@code DatabaseSettings.of("jdbc:postgresql://db.example.org/evenkeel", "evenkeel", secret)}.
 * This class is immutable and thread-safe; its text never shows the password.
 *
 * @param jdbcUrl address, starting with 'jdbc:postgresql:'; holds no password
 * @param user role
 * @param password the role's password, empty if the server asks for none
 * @param maxConnections size of the pool, at least 1; default 8
 * @param connectTimeout longest wait for a connection, network and pool; default 3 seconds
 * @param statementTimeout longest time of one statement; default 15 seconds
 * @param lockTimeout longest wait for a row that another transaction holds; default 5 seconds
 * @param idleInTransactionTimeout after this the server ends a transaction that does nothing; default 30 seconds
 */
public record DatabaseSettings(
    String jdbcUrl,
    String user,
    String password,
    int maxConnections,
    Duration connectTimeout,
    Duration statementTimeout,
    Duration lockTimeout,
    Duration idleInTransactionTimeout) {

  public DatabaseSettings {
    if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
      throw new DatabaseRefused(
          "the database address must start with 'jdbc:postgresql:', for example"
              + " 'jdbc:postgresql://127.0.0.1:5432/evenkeel', found '"
              + jdbcUrl.replaceAll("\\?.*", "?...")
              + "'");
    }
    if (jdbcUrl.contains("password=")) {
      throw new DatabaseRefused(
          "the database address must not contain the password; give it as a secret reference");
    }
    if (maxConnections < 1) {
      throw new DatabaseRefused("maxConnections must be at least 1, found " + maxConnections);
    }
  }

  public static DatabaseSettings of(String jdbcUrl, String user, String password) {
    return new DatabaseSettings(
        jdbcUrl,
        user,
        password,
        8,
        Duration.ofSeconds(3),
        Duration.ofSeconds(15),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30));
  }

  /** The same database with another size of pool: a short command needs one or two connections. */
  public DatabaseSettings withMaxConnections(int connections) {
    return new DatabaseSettings(
        jdbcUrl,
        user,
        password,
        connections,
        connectTimeout,
        statementTimeout,
        lockTimeout,
        idleInTransactionTimeout);
  }

  @Override
  public String toString() {
    return user + " at " + jdbcUrl;
  }
}
