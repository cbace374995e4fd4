package org.evenkeel.shell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a simulation found, for a terminal: failures, what met what, what was judged, and the speed. */
final class SimulationText {

  private static final List<String> STATES =
      List.of(
          "NONE", "PENDING_NEW", "UNKNOWN", "NEW", "PARTIALLY_FILLED", "SETTLING", "QUARANTINED");

  private static final String PAIR = " x ";

  private SimulationText() {}

  static String of(SimulationAnswer answer) {
    StringBuilder text = new StringBuilder();
    answer.trace().forEach(line -> text.append(line).append('\n'));
    answer.failures().forEach(failure -> failed(text, failure));
    if (answer.trace().isEmpty()) {
      pairs(text, answer);
      steps(text, answer);
      invariants(text, answer);
    }
    answer.surprises().forEach(mark -> line(text, "held impossible, and met: " + mark));
    if (answer.mustBeComplete()) {
      answer.missing().forEach(mark -> line(text, "not met: " + mark));
    } else if (!answer.missing().isEmpty()) {
      line(text, answer.missing().size() + " goals of coverage not met by so few runs");
    }
    line(
        text,
        String.format(
            Locale.ROOT,
            "%d seeds, %d violations; %d calls, %d orders; %.1f s, %.0f seeds a minute and core",
            answer.seeds(),
            answer.violations(),
            answer.calls(),
            answer.orders(),
            answer.seconds(),
            answer.seedsPerMinuteAndCore()));
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private static void failed(StringBuilder text, SimulationAnswer.Failure failure) {
    line(text, "SEED=" + failure.seed() + " " + failure.where());
    line(text, "  " + failure.invariant() + ": " + failure.detail());
    line(text, "  smallest: " + failure.profile());
    line(text, "  replay:   " + failure.replay());
  }

  /** A row per fault, a column per state of an order; a dash where a pair cannot be. */
  private static void pairs(StringBuilder text, SimulationAnswer answer) {
    TreeSet<String> faults = new TreeSet<>();
    for (String mark : names(answer)) {
      if (mark.contains(PAIR)) {
        faults.add(mark.substring(0, mark.indexOf(PAIR)));
      }
    }
    text.append(String.format(Locale.ROOT, "%-20s", "fault x state"));
    STATES.forEach(state -> text.append(String.format(Locale.ROOT, " %11.11s", state)));
    text.append('\n');
    for (String fault : faults) {
      text.append(String.format(Locale.ROOT, "%-20s", fault));
      for (String state : STATES) {
        String mark = fault + PAIR + state;
        text.append(String.format(Locale.ROOT, " %11s", times(answer, mark)));
      }
      text.append('\n');
    }
  }

  private static void steps(StringBuilder text, SimulationAnswer answer) {
    TreeMap<String, String> steps = new TreeMap<>();
    for (String mark : names(answer)) {
      if (!mark.contains(PAIR)) {
        steps.put(mark, times(answer, mark));
      }
    }
    steps.forEach(
        (step, times) ->
            line(
                text,
                String.format(Locale.ROOT, "%-36s %10s", step, times)
                    + (answer.impossible().containsKey(step)
                        ? "  " + answer.impossible().getOrDefault(step, "")
                        : "")));
  }

  private static void invariants(StringBuilder text, SimulationAnswer answer) {
    for (SimulationAnswer.Invariant each : answer.invariants()) {
      line(
          text,
          String.format(
              Locale.ROOT,
              "%-4s %-10s %s",
              each.name(),
              each.isJudged() ? "judged" : "not here",
              each.how()));
    }
  }

  private static List<String> names(SimulationAnswer answer) {
    TreeSet<String> names = new TreeSet<>(answer.coverage().keySet());
    names.addAll(answer.missing());
    names.addAll(answer.impossible().keySet());
    return new ArrayList<>(names);
  }

  private static String times(SimulationAnswer answer, String mark) {
    Long times = answer.coverage().get(mark);
    return times != null ? times.toString() : answer.impossible().containsKey(mark) ? "-" : "0";
  }
}
