package org.evenkeel.shell.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.Rolls;
import org.evenkeel.core.plan.TreasurySettings;

/**
 * What parts of a decision that were stored by earlier versions do not say, with what it was then: nothing.
 *
 * <p>Only what is missing is filled in, so that a part of this version stays as it is.
 *
 * <p>This class is stateless and thread-safe.
 */
final class OlderInputs {

  /** As cash was kept before: no buffer beyond the use of margin, and no way out of a coin off its peg. */
  private static final TreasurySettings BEFORE =
      new TreasurySettings(
          Ratio.ZERO,
          new TreeMap<>(),
          Ratio.of("0.02"),
          10,
          1000,
          Ratio.of("0.005"),
          Duration.ZERO,
          new TreeSet<>());

  private static final String NO_FUNDING =
      "{\"funding\":{\"ahead\":[],\"missing\":{},\"settled\":[]},";

  private static final String NO_MARGINS = "{\"margins\":{\"tiers\":[],\"untold\":{}},";

  /** Nothing was known of pegs before they were watched. */
  static final String NO_PEGS = "\"pegs\":{\"coins\":{}},";

  private OlderInputs() {}

  /** A market; one from before funding or margins were looked at has none. The text is long and is not taken apart for it. */
  static String market(String text) {
    String funded = text.contains("\"funding\":") ? text : NO_FUNDING + text.substring(1);
    return funded.contains("\"margins\":") ? funded : NO_MARGINS + funded.substring(1);
  }

  /** Rules; legs from before alternatives have none and nothing compared them, before rolls none was rolled, and all was sized on. */
  static String rules(String text) {
    if (text.contains("\"alternatives\":")
        && text.contains("\"choice\":")
        && text.contains("\"rolls\":")
        && text.contains("\"treasury\":")
        && text.contains("\"capital\":")) {
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
    if (rules.path("plan") instanceof ObjectNode plan && !plan.has("treasury")) {
      plan.set("treasury", Documents.read(Documents.text(BEFORE), ObjectNode.class));
    }
    if (rules.path("cash") instanceof ObjectNode cash && !cash.has("capital")) {
      cash.putNull("capital");
    }
    return Documents.text(rules);
  }

  /** A saved plan; one from before instruments were chosen among chose none. True if it was changed. */
  static boolean savedPlan(JsonNode saved) {
    boolean isOlder = false;
    for (String list : List.of("advice", "choices")) {
      if (saved.path("plan") instanceof ObjectNode plan && !plan.has(list)) {
        plan.putArray(list);
        isOlder = true;
      }
    }
    return isOlder;
  }
}
