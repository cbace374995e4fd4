package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.evenkeel.core.basics.Ratio;

/** How people write fractions on a command line: '0.25' or '25%'. */
final class Fractions {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,12})?%?");

  private Fractions() {}

  /** A fraction from 0 to a bound. */
  static Ratio of(String text, String option, int max) {
    if (NUMBER.matcher(text).matches()) {
      boolean percent = text.endsWith("%");
      BigDecimal number = new BigDecimal(percent ? text.substring(0, text.length() - 1) : text);
      Ratio ratio = Ratio.of(percent ? number.movePointLeft(2) : number);
      if (ratio.value().compareTo(BigDecimal.valueOf(max)) <= 0) {
        return ratio;
      }
    }
    throw new CommandFailed(
        ExitCode.USAGE,
        "found "
            + option
            + " "
            + text
            + "; write a number from 0 to "
            + max
            + ", such as 0.25 or 25%");
  }
}
