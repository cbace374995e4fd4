package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.cycle.JournalUnavailable;

/**
 * The one place where a failure of SQL becomes an exception of the product.
 *
 * <p>A broken rule of the schema is a bug and becomes an {@link IllegalStateException} that names the rule; everything
 * else says that the database cannot be relied on now and becomes {@link JournalUnavailable}.
 * The codes are those of appendix A of the PostgreSQL manual.
 */
final class SqlFailures {

  /** PostgreSQL names its constraints so in every message, and the triggers of the schema do the same. */
  private static final Pattern RULE = Pattern.compile("constraint \"([a-z0-9_]+)\"");

  private SqlFailures() {}

  static RuntimeException of(String doing, SQLException failure) {
    String state = state(failure);
    if (isBrokenRule(state)) {
      return new IllegalStateException(
          "the journal refuses to " + doing + ": rule " + rule(failure) + ", " + firstLine(failure),
          failure);
    }
    return new JournalUnavailable(
        "the database failed to "
            + doing
            + " (SQLSTATE "
            + state
            + "): "
            + firstLine(failure)
            + advice(state),
        failure);
  }

  static RuntimeException ofCommit(String doing, SQLException failure) {
    String state = state(failure);
    if (isBrokenRule(state)) {
      return of(doing, failure);
    }
    return new JournalUnavailable(
        "the outcome of the commit to "
            + doing
            + " is unknown (SQLSTATE "
            + state
            + "): "
            + firstLine(failure)
            + "; the work is dropped and the truth is read again",
        failure);
  }

  /** The name of the violated constraint, or an empty text. */
  static String rule(SQLException failure) {
    Matcher matcher = RULE.matcher(String.valueOf(failure.getMessage()));
    return matcher.find() ? matcher.group(1) : "";
  }

  static String state(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null && failure.getCause() instanceof SQLException cause) {
      state = cause.getSQLState();
    }
    return state == null ? "none" : state;
  }

  /** Class 22 is data that does not fit, class 23 a violated constraint or a trigger of ours. */
  private static boolean isBrokenRule(String state) {
    return state.startsWith("22") || state.startsWith("23");
  }

  private static String firstLine(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure.getCause() instanceof SQLException cause) {
      message = message + ": " + cause.getMessage();
    }
    return message.lines().findFirst().orElse("no message");
  }

  private static String advice(String state) {
    return switch (state) {
      case "53100" -> "; free disk space on the database's host";
      case "53300" -> "; too many connections, close other clients or raise max_connections";
      case "53200" -> "; the database's host is out of memory";
      case "55P03" -> "; another transaction holds the row, it is tried again";
      case "57014" -> "; the statement took too long, it is tried again";
      case "57P01", "57P02", "57P03" -> "; the database stops or starts, it is tried again";
      case "25006" -> "; the database is read-only, connect to the primary";
      case "28000", "28P01" -> "; check user and password of the database";
      case "3D000" -> "; create the database or correct its address";
      case "42501" -> "; the role lacks a privilege";
      case "42P01", "3F000" -> "; the schema is missing, a start of the bot creates it";
      default -> "; is the database running and reachable?";
    };
  }
}
