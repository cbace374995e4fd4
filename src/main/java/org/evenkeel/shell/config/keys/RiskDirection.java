package org.evenkeel.shell.config.keys;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * Which changes of a configuration key raise a number of risk: what may be held, lost or sent, or what goes unnoticed.
 *
 * <p>What cannot be compared raises: a value that is no number where numbers are expected, and one that comes or goes
 * without a default.
 */
public enum RiskDirection {
  /** A larger value does; of a flag, true. */
  UP,
  /** A smaller value does; of a flag, false. */
  DOWN,
  /** A larger value does, and the end of it: without it nothing is limited. */
  CAP,
  /** Every change does, or may. */
  ANY,
  /** No change does. */
  NEVER;

  static RiskDirection named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * Whether a change raises risk.
   *
   * @param before the value as text, defaults filled in; empty if there was none
   * @param after the same afterwards; not equal to {@code before}
   */
  public boolean isRaisedBy(Optional<String> before, Optional<String> after) {
    return switch (this) {
      case NEVER -> false;
      case ANY -> true;
      case CAP -> before.isPresent() && grows(before, after);
      case UP -> grows(before, after);
      case DOWN -> grows(after, before);
    };
  }

  private static boolean grows(Optional<String> from, Optional<String> to) {
    Optional<BigDecimal> smaller = from.flatMap(RiskDirection::number);
    Optional<BigDecimal> larger = to.flatMap(RiskDirection::number);
    return smaller.isEmpty()
        || larger.isEmpty()
        || larger.orElseThrow().compareTo(smaller.orElseThrow()) > 0;
  }

  private static Optional<BigDecimal> number(String text) {
    return switch (text) {
      case "true" -> Optional.of(BigDecimal.ONE);
      case "false" -> Optional.of(BigDecimal.ZERO);
      default ->
          text.matches("-?\\d{1,40}(\\.\\d{1,40})?")
              ? Optional.of(new BigDecimal(text))
              : Optional.empty();
    };
  }
}
