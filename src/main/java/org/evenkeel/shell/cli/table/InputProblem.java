package org.evenkeel.shell.cli.table;

import java.nio.file.Path;

/**
 * A file that does not say what it should, with a message for the person who wrote it.
 *
 * <p>For example 'cov.csv, line 3, column 2: found '0,04'; write a point as the decimal separator'.
 */
public final class InputProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private InputProblem(String message) {
    super(message);
  }

  /** A complaint about an option of the command line. */
  public static InputProblem ofOption(String option, String message) {
    return new InputProblem(option + ": " + message);
  }

  /** A complaint about a whole file. */
  public static InputProblem of(Path file, String message) {
    return new InputProblem(file + ": " + message);
  }

  /** A complaint about a line, counted from 1. */
  public static InputProblem of(Path file, int line, String message) {
    return new InputProblem(file + ", line " + line + ": " + message);
  }

  /** A complaint about a place; line and column are counted from 1. */
  public static InputProblem of(Path file, int line, int column, String message) {
    return new InputProblem(file + ", line " + line + ", column " + column + ": " + message);
  }
}
