package org.evenkeel.shell.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.plan.SequenceProof;
import org.jspecify.annotations.Nullable;

/** What was proven of the sequence of a plan, from the planner or from a stored document. */
final class ProofLines {

  private ProofLines() {}

  /** The lines of a proof. */
  static String of(SequenceProof proof) {
    return lines(Json.tree(proof));
  }

  /** The lines of the proof in a stored 'plan' document; nothing if it has none. */
  static String ofPlan(@Nullable String document) {
    JsonNode proof = Json.parse(document == null ? "" : document).path("proof");
    return proof.isObject() ? lines(proof) : "";
  }

  private static String lines(JsonNode proof) {
    TextTable table =
        new TextTable("proven at every step", "of", ">worst", ">limit", ">after #", "");
    for (JsonNode figure : proof.path("figures")) {
      String kind = figure.path("kind").asText();
      boolean isFloor = kind.equals("LIQUIDATION_DISTANCE");
      BigDecimal worst = new BigDecimal(figure.path("worst").asText());
      BigDecimal limit = new BigDecimal(figure.path("limit").asText());
      boolean holds = isFloor ? worst.compareTo(limit) >= 0 : worst.compareTo(limit) <= 0;
      int after = figure.path("after").asInt();
      table.row(
          kind.toLowerCase(Locale.ROOT).replace('_', ' '),
          figure.path("where").asText(),
          ratio(worst, isFloor),
          (isFloor ? ">= " : "<= ") + limit.toPlainString(),
          after < 0 ? "start" : String.valueOf(after),
          holds ? "" : "beyond before the first step");
    }
    List<String> waits = new ArrayList<>();
    proof.path("waits").forEach(number -> waits.add(number.asText()));
    return table
        + (waits.isEmpty()
            ? ""
            : "from each of these numbers on nothing is sent until all before it is filled: "
                + String.join(", ", waits)
                + "\n");
  }

  private static String ratio(BigDecimal worst, boolean isFloor) {
    return worst.setScale(3, isFloor ? RoundingMode.FLOOR : RoundingMode.CEILING).toPlainString();
  }
}
