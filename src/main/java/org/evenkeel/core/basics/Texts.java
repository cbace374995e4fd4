package org.evenkeel.core.basics;

import java.util.regex.Pattern;

/**
 * The shape of an identifier's text; the message names the type, the text found and a text that would do.
 *
 * <p>The pattern is compiled once: identifiers are made thousands of times in a cycle. The types of which most are made
 * look at the characters first, and ask the pattern about what is not plain.
 *
 * @param pattern what the whole text must match
 * @param type the name of the identifier's type
 * @param example a text that matches
 */
record Texts(Pattern pattern, String type, String example) {

  static Texts like(String pattern, String type, String example) {
    return new Texts(Pattern.compile(pattern), type, example);
  }

  /** The place of the first character from a place on that is neither a capital nor a digit. */
  static int afterCapitals(String value, int from) {
    int at = from;
    while (at < value.length() && isIn(value.charAt(at), 'A', 'Z')) {
      at++;
    }
    return at;
  }

  /** Whether all from a place on is two to twenty small letters, digits and dashes that begin with a letter. */
  static boolean isVenue(String value, int from) {
    int at = from;
    while (at < value.length()
        && (isIn(value.charAt(at), 'a', 'z') || (value.charAt(at) == '-' && at > from))) {
      at++;
    }
    int length = at - from;
    return at == value.length() && length >= 2 && length <= 20 && value.charAt(from) > '9';
  }

  private static boolean isIn(char character, char first, char last) {
    return (character >= first && character <= last) || (character >= '0' && character <= '9');
  }

  void require(String value) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(
          type + " '" + value + "' does not match " + pattern + "; for example '" + example + "'");
    }
  }
}
