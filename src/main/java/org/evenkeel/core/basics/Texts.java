package org.evenkeel.core.basics;

/** Shape checks of identifier texts; the message names the type, the text found and a text that would do. */
final class Texts {

  private Texts() {}

  static void require(String value, String pattern, String type, String example) {
    if (!value.matches(pattern)) {
      throw new IllegalArgumentException(
          type + " '" + value + "' does not match " + pattern + "; for example '" + example + "'");
    }
  }
}
