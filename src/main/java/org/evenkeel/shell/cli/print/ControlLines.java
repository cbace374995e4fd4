package org.evenkeel.shell.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.gate.Criterion;
import org.evenkeel.core.estimate.gate.CriterionResult;
import org.evenkeel.core.estimate.gate.GateText;
import org.evenkeel.core.estimate.gate.GateVerdict;
import org.evenkeel.core.estimate.gate.OutlierFinding;
import org.evenkeel.core.estimate.gate.Permission;

/** The stored verdict of the gate and the stored causes of the overlay, as people read them. */
final class ControlLines {

  private ControlLines() {}

  /** The lines of a stored verdict. */
  static String gate(String json) {
    JsonNode node = Json.parse(json);
    List<CriterionResult> criteria = new ArrayList<>();
    node.path("criteria").forEach(each -> criteria.add(criterion(each)));
    List<OutlierFinding> outliers = new ArrayList<>();
    node.path("outliers").forEach(each -> outliers.add(outlier(each)));
    TreeMap<SleeveId, String> setAside = new TreeMap<>();
    node.path("setAside")
        .properties()
        .forEach(entry -> setAside.put(SleeveId.of(entry.getKey()), entry.getValue().asText()));
    return GateLines.of(
        new GateVerdict(
            Permission.valueOf(node.path("permission").asText()), criteria, outliers, setAside));
  }

  private static CriterionResult criterion(JsonNode node) {
    return new CriterionResult(
        Criterion.valueOf(node.path("criterion").asText()),
        node.path("subject").asText(),
        number(node.path("value")),
        limit(node.path("reduceOnlyLimit")),
        limit(node.path("holdLimit")),
        Permission.valueOf(node.path("permission").asText()),
        node.path("isDecisive").asBoolean(),
        node.path("detail").asText());
  }

  private static OutlierFinding outlier(JsonNode node) {
    return new OutlierFinding(
        InstrumentId.of(node.path("instrument").asText()),
        Instant.parse(node.path("barClose").asText()),
        number(node.path("barReturn")),
        number(node.path("robustSigmas")),
        OutlierFinding.Source.valueOf(node.path("source").asText()),
        node.path("evidence").asText());
  }

  /** Numbers that JSON does not know are stored as the texts 'Infinity' and 'NaN'. */
  private static double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : Double.parseDouble(node.asText());
  }

  private static Optional<Double> limit(JsonNode node) {
    return node.isNumber() ? Optional.of(node.asDouble()) : Optional.empty();
  }

  /** The lines of a stored overlay: what binds, and every cause with its factor. */
  static String overlay(String json) {
    JsonNode node = Json.parse(json);
    JsonNode binding = node.path("binding");
    TextTable table = new TextTable("cause", ">factor", "detail");
    for (JsonNode scale : node.path("scales")) {
      table.row(
          scale.path("cause").asText(),
          GateText.number(number(scale.path("factor"))),
          scale.path("detail").asText());
    }
    String head =
        binding.isObject()
            ? "overlay: exposure scaled to "
                + GateText.number(number(binding.path("factor")))
                + " of the targets by "
                + binding.path("cause").asText()
            : "overlay: nothing binds, exposure stays as solved";
    return head + "\n" + table.toString().indent(2);
  }
}
