package org.evenkeel.core.estimate.gate;

import java.util.Locale;
import java.util.Optional;

/**
 * A criterion's result in words.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class GateText {

  private GateText() {}

  /** One result in one line: what, of whom, how much, and the limit it fails or keeps. */
  public static String inWords(CriterionResult result) {
    String subject = result.subject().isEmpty() ? "" : " of " + result.subject();
    String detail = result.detail().isEmpty() ? "" : ": " + result.detail();
    return result.criterion().label()
        + subject
        + " "
        + number(result.value())
        + " ("
        + limits(result)
        + ")"
        + detail;
  }

  /** The limits, such as 'reduce only below 0.95, hold below 0.9'; 'no limit' if there is none. */
  public static String limits(CriterionResult result) {
    String side = result.criterion().moreIsBetter() ? " below " : " above ";
    String reduce =
        limit(Permission.REDUCE_ONLY.words() + side, result.reduceOnlyLimit(), result.holdLimit());
    String hold = limit(Permission.HOLD.words() + side, result.holdLimit(), Optional.empty());
    if (reduce.isEmpty() && hold.isEmpty()) {
      return "no limit";
    }
    return reduce + (reduce.isEmpty() || hold.isEmpty() ? "" : ", ") + hold;
  }

  private static String limit(String words, Optional<Double> limit, Optional<Double> stricter) {
    return limit.isEmpty() || limit.equals(stricter) ? "" : words + number(limit.get());
  }

  /** A number as short as it can be read: four significant digits, no trailing zeros. */
  public static String number(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : String.valueOf(value);
    }
    double size = Math.abs(value);
    if (size < 1e-3 || size >= 1e6) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
