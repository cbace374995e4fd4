package org.evenkeel.shell.config.keys;

import java.math.BigDecimal;
import java.util.List;

/**
 * What may stand behind a key.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public sealed interface ValueKind {

  /** What to write, in words for an error message. */
  String advice();

  /** A whole number between two bounds, both allowed. */
  record Whole(long min, long max) implements ValueKind {
    @Override
    public String advice() {
      return "a whole number from " + min + " to " + max;
    }
  }

  /** A decimal number between two bounds; the lower one is excluded if {@code aboveMin}. */
  record Decimal(BigDecimal min, boolean aboveMin, BigDecimal max) implements ValueKind {

    /** True if the number lies within the bounds. */
    public boolean allows(BigDecimal value) {
      int low = value.compareTo(min);
      return (aboveMin ? low > 0 : low >= 0) && value.compareTo(max) <= 0;
    }

    @Override
    public String advice() {
      return "a number "
          + (aboveMin ? "above " : "from ")
          + min.toPlainString()
          + (aboveMin ? " up to " : " to ")
          + max.toPlainString();
    }
  }

  /** A text of a shape. */
  record Text(TextFormat format) implements ValueKind {
    @Override
    public String advice() {
      return format.advice();
    }
  }

  /** One of a few words. */
  record Choice(List<String> words) implements ValueKind {
    public Choice {
      words = List.copyOf(words);
    }

    @Override
    public String advice() {
      return words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words);
    }
  }

  /** True or false. */
  record Flag() implements ValueKind {
    @Override
    public String advice() {
      return "true or false";
    }
  }

  /** An instant in UTC. */
  record Moment() implements ValueKind {
    @Override
    public String advice() {
      return "an instant in UTC, such as 2026-01-01T00:00:00Z";
    }
  }

  /** A reference to a secret; the secret itself never stands in a configuration. */
  record SecretReference() implements ValueKind {
    @Override
    public String advice() {
      return "{env: NAME_OF_A_VARIABLE} or {file: path}";
    }
  }

  /** Several texts of a shape. */
  record TextList(TextFormat format) implements ValueKind {
    @Override
    public String advice() {
      return "a list of " + format.advice();
    }
  }

  /** Numbers by name, such as amounts by currency. */
  record NumberMap(TextFormat names, Decimal numbers) implements ValueKind {
    @Override
    public String advice() {
      return "names (" + names.advice() + ") with " + numbers.advice();
    }
  }

  /** Keys of its own. */
  record Section() implements ValueKind {
    @Override
    public String advice() {
      return "a section with keys";
    }
  }

  /** Several sections with the same keys, at least {@code min} of them. */
  record SectionList(int min) implements ValueKind {
    @Override
    public String advice() {
      return "a list of sections, each beginning with a dash";
    }
  }
}
