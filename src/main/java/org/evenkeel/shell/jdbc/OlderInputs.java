package org.evenkeel.shell.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.evenkeel.core.catalog.Rolls;

/**
 * What parts of a decision that were stored by earlier versions do not say, with what it was then: nothing.
 *
 * <p>Only what is missing is filled in, so that a part of this version stays as it is.
 *
 * <p>This class is stateless and thread-safe.
 */
final class OlderInputs {

  private static final String NO_FUNDING =
      "{\"funding\":{\"ahead\":[],\"missing\":{},\"settled\":[]},";

  private OlderInputs() {}

  /** A market; one from before funding was looked at has none. The text is long and is not taken apart for it. */
  static String market(String text) {
    return text.contains("\"funding\":") ? text : NO_FUNDING + text.substring(1);
  }

  /** Rules; legs from before alternatives have none and nothing compared them, and before rolls none was rolled. */
  static String rules(String text) {
    if (text.contains("\"alternatives\":")
        && text.contains("\"choice\":")
        && text.contains("\"rolls\":")) {
      return text;
    }
    ObjectNode rules = Documents.read(text, ObjectNode.class);
    for (JsonNode sleeve : rules.path("universe").path("sleeves")) {
      for (JsonNode leg : sleeve.path("legs")) {
        if (leg instanceof ObjectNode stored && !stored.has("alternatives")) {
          stored.putArray("alternatives");
        }
      }
    }
    if (rules.path("universe") instanceof ObjectNode universe && !universe.has("rolls")) {
      universe.set("rolls", Documents.read(Documents.text(Rolls.NONE), ObjectNode.class));
    }
    if (rules.path("plan") instanceof ObjectNode plan && !plan.has("choice")) {
      ObjectNode choice = plan.putObject("choice");
      choice.put("borrow", 0);
      choice.putObject("futuresFees");
      choice.putObject("spotFees");
    }
    return Documents.text(rules);
  }

  /** A saved plan; one from before instruments were chosen among chose none. True if it was changed. */
  static boolean savedPlan(JsonNode saved) {
    if (saved.path("plan") instanceof ObjectNode plan && !plan.has("choices")) {
      plan.putArray("choices");
      return true;
    }
    return false;
  }
}
