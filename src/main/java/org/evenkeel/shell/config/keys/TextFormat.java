package org.evenkeel.shell.config.keys;

import java.util.regex.Pattern;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;

/** The shapes that texts in a configuration may have, each with an example for the error message. */
public enum TextFormat {
  NAME("[a-z][a-z0-9-]{0,31}", "lower-case letters, digits and dashes", "btc"),
  CURRENCY("[A-Z0-9]{2,12}", "a currency code in capital letters", "USDT"),
  INSTRUMENT(
      "[A-Z0-9]+-[A-Z0-9]+-(SPOT|PERP|(INVERSE)?20[0-9]{6}|INVERSE|QUANTO[A-Z0-9]+)@[a-z][a-z0-9-]{1,19}",
      "an instrument", "BTC-USDT-PERP@binance"),
  CRON(
      "[0-9A-Za-z*?,/#-]+( +[0-9A-Za-z*?,/#-]+){5,6}",
      "a Quartz cron expression of 6 or 7 fields",
      "'0 0 0 * * ?'"),
  URL("https?://[^\\s/?#]+(/[^\\s?#]*)?", "a URL that begins with http", "https://api.binance.com"),
  JDBC_URL(
      "jdbc:postgresql://\\S+",
      "a PostgreSQL JDBC URL",
      "jdbc:postgresql://localhost:5432/evenkeel"),
  PATH("[^\\s].*", "a path", "var/postgres"),
  WORDS("[^\\s].*", "words", "'traded at the same price on the spot market'"),
  LOGIN("[A-Za-z_][A-Za-z0-9_.-]{0,62}", "a user name", "evenkeel"),
  CODE("-?[0-9A-Za-z_.]{1,32}", "a code in quotes", "'-2010'"),
  FAULT(
      "(\\*|[A-Z]+) +(\\*|/\\S+) +[A-Za-z0-9]+(=\\S+)?( +[1-9][0-9]{0,8})?",
      "a fault as 'METHOD PATH KIND[=VALUE] [COUNT]'",
      "'POST /fapi/v1/order lostAck 3'");

  private final Pattern pattern;
  private final String description;
  private final String example;

  TextFormat(String regex, String description, String example) {
    this.pattern = Pattern.compile(regex);
    this.description = description;
    this.example = example;
  }

  /** True if the whole text has this shape, and names something that there can be. */
  public boolean matches(String text) {
    return pattern.matcher(text).matches() && (this != INSTRUMENT || isInstrument(text));
  }

  /** A day may be in no calendar, and a contract settle in a currency that it cannot. */
  private static boolean isInstrument(String text) {
    try {
      Instrument.parse(InstrumentId.of(text));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The shape as a regular expression, anchored at both ends. */
  public String anchoredRegex() {
    return "^" + pattern.pattern() + "$";
  }

  /** The shape in words with an example. */
  public String advice() {
    return description + ", such as " + example;
  }
}
