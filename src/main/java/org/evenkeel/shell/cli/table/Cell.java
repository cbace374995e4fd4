package org.evenkeel.shell.cli.table;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * One cell of a table with its place.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param file whose cell
 * @param line counted from 1
 * @param column counted from 1
 * @param text without quotes and without blanks around it
 * @param quoted whether it stood in quotes: then it is a text, whatever it looks like
 */
record Cell(Path file, int line, int column, String text, boolean quoted) {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");
  private static final Pattern COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+([eE][+-]?[0-9]+)?");
  private static final Pattern NOTHING =
      Pattern.compile("(?i)[+-]?(nan|na|n/a|null|none|inf(inity)?|#[a-z0-9/]+[!?]?)");

  boolean isNumber() {
    return !quoted && NUMBER.matcher(text).matches();
  }

  /** Whether it is a name: not empty, no number, and none of the words that stand for a missing number. */
  boolean isName() {
    return quoted
        || (!text.isEmpty()
            && !NUMBER.matcher(text).matches()
            && !NOTHING.matcher(text).matches()
            && !COMMA.matcher(text).matches());
  }

  /** The number; complains if it is none or not finite. */
  double number() {
    if (text.isEmpty()) {
      throw problem("the cell is empty; write a number");
    }
    if (!NUMBER.matcher(text).matches()) {
      throw problem("found '" + text + "', which is no number" + advice());
    }
    double value = Double.parseDouble(text);
    if (!Double.isFinite(value)) {
      throw problem("found '" + text + "', which is too large for a number");
    }
    return value;
  }

  private String advice() {
    if (COMMA.matcher(text).matches()) {
      return "; write a point as the decimal separator";
    }
    return NOTHING.matcher(text).matches()
        ? "; every number must be known and finite, so fill it in or leave the asset out"
        : "; write it like 0.04 or 4e-2";
  }

  InputProblem problem(String message) {
    return InputProblem.of(file, line, column, message);
  }
}
