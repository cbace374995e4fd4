package org.evenkeel.shell.config;

/**
 * A text that must never be shown: its {@code toString} says nothing.
 *
 * <p>This class is immutable and thread-safe; two secrets are never equal.
 */
public final class Secret {

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  public static Secret of(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a secret must not be blank");
    }
    return new Secret(value);
  }

  /** The text itself, for the one line that needs it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "****";
  }
}
