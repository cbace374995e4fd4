package org.evenkeel.shell.alerting;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.evenkeel.cycle.alerting.AlertCall;

/**
 * A call in words, for example:
 *
 * <pre>{@code
 * {"program":"evenkeel","text":"evenkeel: lock 7 ...","alerts":[{"status":"raised","number":12,"subject":"lock 7",
 *   "message":"...","raisedAt":"2026-11-23T18:41:15Z"}]}
 * }</pre>
 *
 * <p>The status is raised, repeated, cleared or test; the number is null until the alert is recorded. Other fields may be
 * added.
 */
final class CallText {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** More are counted only: receivers cut long messages. */
  private static final int MOST_LINES = 10;

  private static final int LONGEST_MESSAGE = 500;

  private CallText() {}

  static String json(AlertCall call) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("program", "evenkeel");
    root.put("text", plain(call));
    ArrayNode alerts = root.putArray("alerts");
    for (AlertCall.Item item : call.items()) {
      ObjectNode alert = alerts.addObject();
      alert.put("status", word(item));
      alert.put("number", item.number().orElse(null));
      alert.put("subject", item.subject());
      alert.put("message", shortened(item));
      alert.put("raisedAt", item.raisedAt().toString());
    }
    return root.toString();
  }

  static String plain(AlertCall call) {
    StringBuilder text = new StringBuilder();
    for (AlertCall.Item item : call.items().stream().limit(MOST_LINES).toList()) {
      text.append("evenkeel ")
          .append(word(item))
          .append(item.number().map(number -> " #" + number).orElse(""))
          .append(": ")
          .append(item.subject())
          .append(item.message().isEmpty() ? "" : ": ")
          .append(shortened(item))
          .append(" (")
          .append(item.raisedAt())
          .append(")\n");
    }
    int more = call.items().size() - MOST_LINES;
    if (more > 0) {
      text.append("and ").append(more).append(" more, see './evenkeel alerts'\n");
    }
    return text.toString();
  }

  private static String word(AlertCall.Item item) {
    return item.why().name().toLowerCase(Locale.ROOT);
  }

  private static String shortened(AlertCall.Item item) {
    String message = item.message();
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE) + " ...";
  }
}
