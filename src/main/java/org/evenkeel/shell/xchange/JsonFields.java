package org.evenkeel.shell.xchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Reads fields that must be there: a missing, empty or mistyped one throws {@link UnreadableReply} with its name.
 *
 * <p>Binance writes decimals as text and times as milliseconds; numbers are accepted for both.
 */
public final class JsonFields {

  /** Twice what any amount of a venue has been seen to have. */
  private static final int MOST_DIGITS = 80;

  /** Milliseconds: what lies beyond is no time at which anything happened, and overflows where it is added to. */
  private static final long YEAR_2200 = 7_258_118_400_000L;

  private JsonFields() {}

  /** A text or number as text, not blank. */
  public static String text(JsonNode node, String name) {
    JsonNode field = node.path(name);
    if (!field.isTextual() && !field.isIntegralNumber()) {
      throw new UnreadableReply("'" + name + "' is missing");
    }
    String text = field.asText();
    if (text.isBlank()) {
      throw new UnreadableReply("'" + name + "' is empty");
    }
    return text;
  }

  public static BigDecimal decimal(JsonNode node, String name) {
    return asDecimal(node.path(name), "'" + name + "'");
  }

  /** An element of an array that stands for a number. */
  public static BigDecimal decimal(JsonNode field, int position) {
    return asDecimal(field.path(position), "element " + position);
  }

  private static BigDecimal asDecimal(JsonNode field, String what) {
    if (field.isNumber()) {
      return amount(field, what);
    }
    if (!field.isTextual()) {
      throw new UnreadableReply(what + " is missing");
    }
    try {
      return sized(new BigDecimal(field.textValue()), what);
    } catch (NumberFormatException e) {
      throw new UnreadableReply(what + " is not a number");
    }
  }

  private static BigDecimal amount(JsonNode field, String what) {
    try {
      return sized(field.decimalValue(), what);
    } catch (NumberFormatException e) {
      throw new UnreadableReply(what + " is not a finite number");
    }
  }

  /** Refuses what no venue means: 1E999999999 has two digits in the answer and a billion in the first sum. */
  private static BigDecimal sized(BigDecimal value, String what) {
    if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
      throw new UnreadableReply(what + " has more than " + MOST_DIGITS + " digits");
    }
    return value;
  }

  /** An instant from text in the form of ISO 8601, such as 2026-03-27T08:00:00.123Z. */
  public static Instant isoTime(JsonNode node, String name) {
    try {
      return Instant.parse(text(node, name));
    } catch (DateTimeParseException e) {
      throw new UnreadableReply("'" + name + "' is no time");
    }
  }

  /** An instant from milliseconds since 1970. */
  public static Instant time(JsonNode node, String name) {
    return asTime(node.path(name), "'" + name + "'");
  }

  public static Instant time(JsonNode array, int position) {
    return asTime(array.path(position), "element " + position);
  }

  private static Instant asTime(JsonNode field, String what) {
    boolean isTime =
        field.isIntegralNumber()
            && field.canConvertToLong()
            && field.longValue() > 0
            && field.longValue() < YEAR_2200;
    if (!isTime) {
      throw new UnreadableReply(what + " is no time");
    }
    return Instant.ofEpochMilli(field.longValue());
  }

  public static boolean flag(JsonNode node, String name) {
    JsonNode field = node.path(name);
    if (!field.isBoolean()) {
      throw new UnreadableReply("'" + name + "' is neither true nor false");
    }
    return field.booleanValue();
  }

  /** The node itself if it is an array; an object with an error in it is not an empty list. */
  public static JsonNode array(JsonNode node) {
    if (!node.isArray()) {
      throw new UnreadableReply("a list was expected");
    }
    return node;
  }

  public static JsonNode array(JsonNode node, String name) {
    JsonNode field = node.path(name);
    if (!field.isArray()) {
      throw new UnreadableReply("the list '" + name + "' is missing");
    }
    return field;
  }
}
