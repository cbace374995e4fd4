package org.evenkeel.shell.xchange.okx;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * Reads OKX's envelope and fields: everything is text, a field that does not apply is an empty text.
 *
 * <p>An answer is {@code {"code":"0","msg":"","data":[...]}}; without the code 0 it is no answer, and a list that is
 * not there is not an empty list.
 */
public final class OkxFields {

  /** More digits than any amount has; a number beyond it would take gigabytes to write out. */
  private static final int MOST_DIGITS = 40;

  private OkxFields() {}

  /** The rows of a successful answer. */
  public static List<JsonNode> rows(JsonNode json) {
    if (!"0".equals(json.path("code").asText())) {
      throw new UnreadableReply("the answer does not say that it succeeded");
    }
    List<JsonNode> rows = new ArrayList<>();
    JsonFields.array(json, "data").forEach(rows::add);
    return rows;
  }

  /** The row of an answer that must have one. */
  public static JsonNode row(JsonNode json) {
    List<JsonNode> rows = rows(json);
    if (rows.size() != 1) {
      throw new UnreadableReply("one row was expected, found " + rows.size());
    }
    return rows.get(0);
  }

  public static BigDecimal decimal(JsonNode node, String name) {
    return bounded(JsonFields.decimal(node, name), "'" + name + "'");
  }

  public static BigDecimal decimal(JsonNode array, int position) {
    return bounded(JsonFields.decimal(array, position), "element " + position);
  }

  /** A number, or zero if the field is an empty text; a missing field is unreadable. */
  public static BigDecimal decimalOrZero(JsonNode node, String name) {
    return isBlank(node, name) ? BigDecimal.ZERO : decimal(node, name);
  }

  /** Whether the field is an empty text, which is how OKX says that it does not apply. */
  public static boolean isBlank(JsonNode node, String name) {
    return node.path(name).isTextual() && node.path(name).textValue().isEmpty();
  }

  /** An instant from milliseconds since 1970, written as text. */
  public static Instant time(JsonNode node, String name) {
    return asTime(node.path(name), "'" + name + "'");
  }

  public static Instant time(JsonNode array, int position) {
    return asTime(array.path(position), "element " + position);
  }

  private static Instant asTime(JsonNode field, String what) {
    String text = field.isTextual() || field.isIntegralNumber() ? field.asText() : "";
    if (!text.matches("[1-9][0-9]{0,14}")) {
      throw new UnreadableReply(what + " is no time");
    }
    return Instant.ofEpochMilli(Long.parseLong(text));
  }

  private static BigDecimal bounded(BigDecimal value, String what) {
    boolean isSane =
        value.precision() <= MOST_DIGITS
            && value.scale() <= MOST_DIGITS
            && value.scale() >= -MOST_DIGITS;
    if (!isSane) {
      throw new UnreadableReply(what + " has more digits than an amount can have");
    }
    return value;
  }
}
