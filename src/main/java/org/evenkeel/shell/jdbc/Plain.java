package org.evenkeel.shell.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * Single connections outside of the pool: for checks and migrations before there is one, and to guard a server.
 *
 * <p>This class is stateless and thread-safe.
 */
final class Plain {

  private Plain() {}

  static Connection connect(DatabaseSettings settings, String applicationName) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty("ApplicationName", applicationName);
    properties.setProperty("connectTimeout", seconds(settings.connectTimeout()));
    properties.setProperty("loginTimeout", seconds(settings.connectTimeout()));
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(settings.jdbcUrl(), properties);
  }

  /** Whole seconds, at least one, as the driver wants them. */
  static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.toSeconds()));
  }
}
