package org.evenkeel.shell.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatus;

/** Decisions, in a list or one with everything stored about it. */
public final class CycleText {

  private CycleText() {}

  public static String list(List<CycleRow> cycles) {
    if (cycles.isEmpty()) {
      return "no decisions yet\n";
    }
    TextTable table =
        new TextTable("cycle", "status", ">legs", ">fills", ">turnover", ">NAV", "reason");
    for (CycleRow row : cycles) {
      table.row(
          row.cycleId(),
          row.status().name(),
          String.valueOf(row.legs()),
          String.valueOf(row.fills()),
          Figures.money(row.turnover()),
          row.nav().map(Figures::money).orElse("-"),
          row.reason());
    }
    return table.toString();
  }

  public static String detail(CycleDetail detail) {
    StringBuilder text = new StringBuilder(list(List.of(detail.row())));
    text.append("\nstarted ").append(Figures.time(detail.row().startedAt()));
    detail.row().endedAt().ifPresent(at -> text.append(", ended ").append(Figures.time(at)));
    text.append("\nstages  ")
        .append(
            detail.stageMillis().entrySet().stream()
                .map(stage -> stage.getKey() + " " + stage.getValue() + " ms")
                .collect(Collectors.joining(", ")));
    text.append('\n');
    if (detail.row().status() == CycleStatus.HELD) {
      text.append("held    nothing was traded; what was held stays by the last good targets\n");
    }
    String certificate = CertificateText.ofTarget(detail.documents().get("target"));
    text.append(certificate.isEmpty() ? "" : "\n" + certificate);
    String proof = ProofLines.ofPlan(detail.documents().get("plan"));
    text.append(proof.isEmpty() ? "" : "\n" + proof);
    JsonNode lots = Json.parse(detail.documents().getOrDefault("statement", "")).path("lots");
    text.append(lots.asText().isEmpty() ? "" : "\n" + lots.asText() + "\n");
    text.append("\ninputs, by content\n");
    detail
        .inputs()
        .forEach(
            (kind, hash) -> text.append("  ").append(kind).append("  ").append(hash).append('\n'));
    text.append("\norders\n").append(OrdersText.of(detail.orders()).indent(2));
    detail
        .documents()
        .forEach(
            (stage, json) ->
                text.append('\n').append(stage).append('\n').append(lines(stage, json).indent(2)));
    return text.toString();
  }

  private static String lines(String stage, String json) {
    return switch (stage) {
      case "gate" -> ControlLines.gate(json);
      case "calls" -> CallLines.of(json);
      case "overlay" -> ControlLines.overlay(json);
      default -> Json.pretty(json);
    };
  }
}
