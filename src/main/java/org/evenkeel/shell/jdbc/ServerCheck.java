package org.evenkeel.shell.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.cycle.JournalUnavailable;

/**
 * Whether a server may hold the journal: new enough, and keeping what it has confirmed.
 *
 * <p>An order is sent only after its commit was confirmed; a server that confirms and then forgets would let it be sent
 * twice.
 */
final class ServerCheck {

  /** The oldest PostgreSQL that the product is tested with. */
  static final int OLDEST_MAJOR = 14;

  private ServerCheck() {}

  static void of(DatabaseSettings settings) {
    try (Connection connection = Plain.connect(settings, "evenkeel check")) {
      Sql sql = new Sql(connection);
      int version =
          Integer.parseInt(
              sql.one("show server_version_num", row -> row.text("server_version_num")));
      if (version / 10_000 < OLDEST_MAJOR) {
        throw new DatabaseRefused(
            "the database at "
                + settings
                + " is PostgreSQL "
                + version / 10_000
                + "; "
                + OLDEST_MAJOR
                + " or newer is needed");
      }
      List<String> offences = new ArrayList<>();
      requireOn(sql, "fsync", offences);
      requireOn(sql, "full_page_writes", offences);
      requireSynchronousCommit(sql, offences);
      if (!offences.isEmpty()) {
        throw new DatabaseRefused(
            "the database at "
                + settings
                + " may lose what it has confirmed: "
                + String.join(", ", offences)
                + "; an order could be sent twice after a crash, set them to 'on'");
      }
    } catch (SQLException e) {
      throw unavailable(settings, e);
    }
  }

  static JournalUnavailable unavailable(DatabaseSettings settings, SQLException e) {
    RuntimeException told = SqlFailures.of("connect as " + settings, e);
    return told instanceof JournalUnavailable unavailable
        ? unavailable
        : new JournalUnavailable(String.valueOf(told.getMessage()), e);
  }

  private static void requireOn(Sql sql, String setting, List<String> offences)
      throws SQLException {
    String value = current(sql, setting);
    if (!value.equals("on")) {
      offences.add(setting + " is " + value);
    }
  }

  /** 'remote_write' and 'remote_apply' flush locally too; 'off' loses commits, 'local' those of a failed primary. */
  private static void requireSynchronousCommit(Sql sql, List<String> offences) throws SQLException {
    String value = current(sql, "synchronous_commit");
    if (value.equals("off") || value.equals("local")) {
      offences.add("synchronous_commit is " + value);
    }
  }

  private static String current(Sql sql, String setting) throws SQLException {
    return sql.one("select current_setting(?) as value", row -> row.text("value"), setting);
  }
}
