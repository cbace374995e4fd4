package org.evenkeel.shell.config.secret;

/**
 * A text that must not be shown: it has no content in {@link #toString}, and it is not a record and not serializable.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class Secret {

  private final String content;

  private Secret(String content) {
    this.content = content;
  }

  /** A secret of at least one character. */
  public static Secret of(String content) {
    if (content.isBlank()) {
      throw new IllegalArgumentException("a secret must not be blank");
    }
    return new Secret(content);
  }

  /** The content, for the one call that needs it. */
  public String reveal() {
    return content;
  }

  @Override
  public String toString() {
    return "Secret(hidden)";
  }
}
