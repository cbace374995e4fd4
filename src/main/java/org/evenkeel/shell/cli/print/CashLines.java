package org.evenkeel.shell.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.TransferAdvice;

/** Coins off their peg and advice on transfers, as the newest decision has them. */
public final class CashLines {

  private CashLines() {}

  /** One line each from the stored documents of a decision by stage; none if all is as it should be. */
  public static List<String> of(Map<String, String> documents) {
    List<String> lines = new ArrayList<>();
    for (JsonNode coin : Json.parse(documents.getOrDefault("pegs", "{}")).path("coins")) {
      String name = coin.path("coin").asText();
      String latched = coin.path("latchedAt").asText("");
      String back = coin.path("backSince").asText("");
      if (!latched.isEmpty() && !latched.equals("null")) {
        boolean isBack = !back.isEmpty() && !back.equals("null");
        lines.add(
            name
                + " is off its peg since "
                + latched
                + " and is sold: "
                + coin.path("reason").asText()
                + (isBack ? "; back at par since " + back : ""));
      } else if (coin.path("looks").asInt() > 0) {
        lines.add(name + " is under par, not confirmed: " + coin.path("reason").asText());
      }
    }
    for (JsonNode advice : Json.parse(documents.getOrDefault("plan", "{}")).path("advice")) {
      lines.add("advice: " + advice.path("text").asText());
    }
    return lines;
  }

  /** The advice of a plan. */
  static String of(RebalancePlan plan) {
    StringBuilder text = new StringBuilder();
    for (TransferAdvice advice : plan.advice()) {
      text.append("advice: ").append(advice.text()).append('\n');
    }
    return text.toString();
  }
}
