package org.evenkeel.shell.xchange;

import java.util.regex.Pattern;

/** Takes from a text what looks like a key, a signature or a query, and cuts it to a line. */
public final class Redaction {

  private static final int LONGEST = 200;
  private static final Pattern QUERY = Pattern.compile("\\?\\S*");
  private static final Pattern PAIR =
      Pattern.compile("(?i)(signature|apikey|secret)\\s*[=:]\\s*\\S+");

  /** Whatever is as long as a key, but not the name of a dated instrument. */
  private static final Pattern LONG_TOKEN =
      Pattern.compile(
          "(?<![A-Za-z0-9+/_-])(?![A-Z0-9]{1,12}-[A-Z0-9]{2,6}-(?:INVERSE)?[0-9]{8}@[a-z])"
              + "[A-Za-z0-9+/_-]{20,}");

  private Redaction() {}

  /** The text without secrets, on one line, of at most 200 characters. */
  public static String line(String text) {
    String cut = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
    String clean = QUERY.matcher(cut).replaceAll("?***");
    clean = PAIR.matcher(clean).replaceAll("$1=***");
    clean = LONG_TOKEN.matcher(clean).replaceAll("***");
    clean = clean.replaceAll("\\s+", " ").strip();
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
  }
}
