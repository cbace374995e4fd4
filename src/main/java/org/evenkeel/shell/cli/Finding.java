package org.evenkeel.shell.cli;

import java.util.Locale;

/**
 * What a look at one thing has found.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param check what was looked at, such as 'database'
 * @param level whether it is in order
 * @param detail what was found
 * @param advice what to do; empty if nothing is to be done
 * @param code the exit code that it asks for
 */
public record Finding(String check, Level level, String detail, String advice, ExitCode code) {

  /** How it stands. */
  public enum Level {
    OK,
    WARN,
    FAIL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Something in order. */
  public static Finding ok(String check, String detail) {
    return new Finding(check, Level.OK, detail, "", ExitCode.DONE);
  }

  /** Something that forbids nothing, with what to do. */
  public static Finding warn(String check, String detail, String advice) {
    return new Finding(check, Level.WARN, detail, advice, ExitCode.DONE);
  }

  /** Something that keeps the bot from working, with what to do. */
  public static Finding fail(String check, ExitCode code, String detail, String advice) {
    return new Finding(check, Level.FAIL, detail, advice, code);
  }
}
