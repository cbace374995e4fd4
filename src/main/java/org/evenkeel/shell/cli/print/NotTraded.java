package org.evenkeel.shell.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.CycleStatus;

/**
 * Why a decision traded nothing, or less, of some instruments: by its own stored words.
 *
 * @param cycle which decision
 * @param status how it ended
 * @param reason why, if it did not trade at all
 * @param positions what was held and wanted
 * @param causes what stood in the way
 */
public record NotTraded(
    String cycle, String status, String reason, List<Position> positions, List<Obstacle> causes) {

  /** What was held, wanted before rounding, wanted in lots, and planned to be traded, in contracts. */
  public record Position(
      String instrument, String held, String exact, String target, String planned) {}

  /**
   * Something in the way.
   *
   * @param subject an instrument or a sleeve
   * @param stage gate, plan or execution
   * @param reason the closed category
   * @param detail with the figures
   */
  public record Obstacle(String subject, String stage, String reason, String detail) {}

  public NotTraded {
    positions = List.copyOf(positions);
    causes = List.copyOf(causes);
  }

  /** By what is stored of a decision, for some instruments and the sleeves that hold them. */
  public static NotTraded of(
      CycleDetail detail, SortedSet<String> instruments, SortedSet<String> sleeves) {
    List<Obstacle> causes = new ArrayList<>();
    JsonNode gate = document(detail, "gate");
    gate.path("setAside")
        .properties()
        .forEach(
            entry -> {
              if (sleeves.contains(entry.getKey())) {
                causes.add(
                    new Obstacle(entry.getKey(), "gate", "SET_ASIDE", entry.getValue().asText()));
              }
            });
    JsonNode plan = document(detail, "plan");
    skips(plan.path("skips"), "plan", instruments, causes);
    skips(document(detail, "execution").path("denials"), "execution", instruments, causes);
    choices(plan.path("choices"), instruments, causes);
    List<Position> positions = new ArrayList<>();
    for (JsonNode target : plan.path("targets")) {
      String id = target.path("instrument").asText();
      if (instruments.contains(id)) {
        positions.add(
            new Position(
                id,
                target.path("current").asText(),
                target.path("exact").asText(),
                target.path("target").asText(),
                planned(plan, id)));
      }
    }
    boolean isQuiet = detail.row().status() == CycleStatus.DONE;
    return new NotTraded(
        detail.row().cycleId(),
        detail.row().status().name(),
        isQuiet ? "" : detail.row().reason(),
        positions,
        causes);
  }

  /** The same with more that stood in the way, before what there is. */
  public NotTraded with(List<Obstacle> more) {
    List<Obstacle> all = new ArrayList<>(more);
    all.addAll(causes);
    return new NotTraded(cycle, status, reason, positions, all);
  }

  /** Why an exposure is held in one instrument and not in another. */
  private static void choices(
      JsonNode choices, SortedSet<String> instruments, List<Obstacle> causes) {
    for (JsonNode choice : choices) {
      for (JsonNode one : choice.path("candidates")) {
        String id = one.path("instrument").asText();
        if (instruments.contains(id)) {
          boolean isChosen = id.equals(choice.path("chosen").asText());
          boolean isFit = one.path("fault").asText().isEmpty();
          causes.add(
              new Obstacle(
                  id,
                  "plan",
                  isChosen ? "CHOSEN" : isFit ? "COSTS_MORE" : "NOT_CHOSEN",
                  ChoiceText.line(choice, one)));
        }
      }
    }
  }

  /** What was planned to be traded, such as 'SELL 3' or 'nothing'. */
  private static String planned(JsonNode plan, String id) {
    List<String> legs = new ArrayList<>();
    for (JsonNode leg : plan.path("legs")) {
      if (leg.path("instrument").asText().equals(id)) {
        legs.add(leg.path("side").asText() + " " + leg.path("quantity").asText());
      }
    }
    return legs.isEmpty() ? "nothing" : String.join(", ", legs);
  }

  private static void skips(
      JsonNode skips, String stage, SortedSet<String> instruments, List<Obstacle> causes) {
    for (JsonNode skip : skips) {
      if (instruments.contains(skip.path("instrument").asText())) {
        JsonNode refusal = skip.path("refusal");
        causes.add(
            new Obstacle(
                skip.path("instrument").asText(),
                stage,
                refusal.path("reason").asText(),
                refusal.path("detail").asText()));
      }
    }
  }

  private static JsonNode document(CycleDetail detail, String stage) {
    return Json.parse(detail.documents().getOrDefault(stage, "{}"));
  }

  /** The same for people. */
  public String words() {
    StringBuilder text = new StringBuilder(cycle).append(": ").append(status).append('\n');
    if (!reason.isEmpty()) {
      text.append("nothing was traded at all: ").append(reason).append('\n');
    }
    if (!positions.isEmpty()) {
      TextTable table = new TextTable("instrument", ">held", ">wanted", ">in lots", "planned");
      positions.forEach(
          at -> table.row(at.instrument(), at.held(), at.exact(), at.target(), at.planned()));
      text.append(table);
    }
    if (causes.isEmpty()) {
      return text.append(
              reason.isEmpty()
                  ? "nothing stood in the way: what was planned is what was wanted\n"
                  : "")
          .toString();
    }
    TextTable table = new TextTable("subject", "stage", "reason", "detail");
    causes.forEach(
        cause -> table.row(cause.subject(), cause.stage(), cause.reason(), cause.detail()));
    return text.append(table).toString();
  }
}
