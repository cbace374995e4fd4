package org.evenkeel.shell.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.ContentHash;

/**
 * Lines that each carry a checksum over themselves and all lines before, so that a missing one is noticed.
 *
 * <p>For example {@code {"sum":"1f0c6a0b9d3e4f55","event":{"kind":"answer",...}}}. Stateless and thread-safe.
 */
final class OfflineLines {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SUM_CHARACTERS = 16;

  private OfflineLines() {}

  /** What a file before its first line counts as. */
  static final String START = "";

  static String sum(String before, String event) {
    return ContentHash.ofText(before + "|" + event).value().substring(0, SUM_CHARACTERS);
  }

  static ObjectNode event(String kind) {
    return JSON.createObjectNode().put("kind", kind);
  }

  static String text(ObjectNode event) {
    return event.toString();
  }

  /** A line without its end. */
  static String line(String sum, String event) {
    return "{\"sum\":\"" + sum + "\",\"event\":" + event + "}";
  }

  /**
   * The events of a file; a last line that is torn is left out, because what it announces was never done.
   *
   * @throws IllegalStateException if a line before the last one is damaged
   */
  static List<JsonNode> events(String text) {
    List<JsonNode> events = new ArrayList<>();
    String sum = START;
    int begin = 0;
    int number = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      boolean isLast = end < 0 || end == text.length() - 1;
      String line = text.substring(begin, end < 0 ? text.length() : end);
      number++;
      String event = eventOf(line);
      if (end < 0 || !line.equals(line(sum(sum, event), event))) {
        if (isLast) {
          return events;
        }
        throw new IllegalStateException("line " + number + " is damaged");
      }
      sum = sum(sum, event);
      events.add(read(event));
      begin = end + 1;
    }
    return events;
  }

  private static String eventOf(String line) {
    int start = line.indexOf("\"event\":");
    return start < 0 || !line.endsWith("}")
        ? ""
        : line.substring(start + "\"event\":".length(), line.length() - 1);
  }

  private static JsonNode read(String event) {
    try {
      return JSON.readTree(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON in spite of its checksum: " + event, e);
    }
  }
}
