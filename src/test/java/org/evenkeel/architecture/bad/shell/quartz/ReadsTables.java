package org.evenkeel.architecture.bad.shell.quartz;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Bad: the schedule may hand a connection on, but not ask the database anything. */
record ReadsTables(Connection connection) {

  boolean ask() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    }
  }
}
