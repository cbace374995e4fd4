package org.evenkeel.core.basics;

import java.util.regex.Pattern;

/**
 * The shape of an identifier's text; the message names the type, the text found and a text that would do.
 *
 * <p>The pattern is compiled once: identifiers are made thousands of times in a cycle.
 *
 * @param pattern what the whole text must match
 * @param type the name of the identifier's type
 * @param example a text that matches
 */
record Texts(Pattern pattern, String type, String example) {

  static Texts like(String pattern, String type, String example) {
    return new Texts(Pattern.compile(pattern), type, example);
  }

  void require(String value) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(
          type + " '" + value + "' does not match " + pattern + "; for example '" + example + "'");
    }
  }
}
