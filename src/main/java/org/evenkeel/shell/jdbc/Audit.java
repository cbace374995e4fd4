package org.evenkeel.shell.jdbc;

import java.sql.SQLException;

/** The list of who did what; a row is written in the transaction of the deed. */
final class Audit {

  private static final String INSERT =
      """
      insert into audit (action, subject, before, after, author, reason)
      values (?, ?, ?, ?, ?, ?)
      """;

  private Audit() {}

  static int enter(
      Sql sql,
      String action,
      String subject,
      String before,
      String after,
      String author,
      String reason)
      throws SQLException {
    return sql.update(INSERT, action, subject, before, after, author, reason);
  }
}
