package org.evenkeel.shell.cli.print;

import com.fasterxml.jackson.databind.JsonNode;

/** The stored calls of a cycle as people read them: what was used of each allowance, and by which endpoint. */
final class CallLines {

  private CallLines() {}

  static String of(String json) {
    JsonNode node = Json.parse(json);
    TextTable budgets =
        new TextTable(
            "venue", "allowance", ">calls", ">weight", ">told", ">per minute", ">least left");
    for (JsonNode row : node.path("budgets")) {
      JsonNode told = row.path("told");
      budgets.row(
          row.path("venue").asText(),
          row.path("budget").asText(),
          row.path("calls").asText(),
          row.path("weight").asText(),
          told.isNumber() ? told.asText() : "-",
          row.path("limit").asText(),
          row.path("remaining").asText());
    }
    TextTable endpoints =
        new TextTable("venue", "endpoint", ">calls", ">weight", ">failed", ">not sent");
    for (JsonNode row : node.path("endpoints")) {
      endpoints.row(
          row.path("venue").asText(),
          row.path("endpoint").asText(),
          row.path("calls").asText(),
          row.path("weight").asText(),
          row.path("failed").asText(),
          row.path("notSent").asText());
    }
    return budgets + "\n" + endpoints;
  }
}
