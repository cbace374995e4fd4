package org.evenkeel.shell.cli.print;

import java.util.List;
import java.util.Locale;
import org.evenkeel.cycle.ReplayReport;
import org.evenkeel.cycle.Replayed;

/** Decisions made again, for people. */
public final class ReplayText {

  private static final int MOST = 20;
  private static final int HASH = 16;

  private ReplayText() {}

  /** One decision: every stage with both hashes. */
  public static String of(Replayed replayed) {
    StringBuilder text = new StringBuilder(line(replayed));
    if (!replayed.stages().isEmpty()) {
      TextTable table = new TextTable("stage", "stored", "made again", "");
      for (Replayed.Stage stage : replayed.stages()) {
        table.row(
            stage.name(),
            brief(stage.stored()),
            brief(stage.again()),
            stage.stored().equals(stage.again()) ? "same" : "DIFFERENT");
      }
      text.append(table);
    }
    return text.toString();
  }

  /** Many decisions: how many are what, and those that are not the same. */
  public static String of(ReplayReport report) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%d decisions in %.1f s: %d the same to the last bit, %d different, %d stored without all"
                    + " inputs, %d ended before anything was decided%n",
                report.cycles(),
                report.millis() / 1000.0,
                report.same(),
                report.different(),
                report.notReplayable(),
                report.undecided()));
    text.append(
        String.format(
            Locale.ROOT,
            "%d orders: %d explained to the last lot, %d by another quantity, %d without explanation%n"
                + "all hashes together: %s%n",
            report.orders(),
            report.explained(),
            report.misexplained(),
            report.orders() - report.explained() - report.misexplained(),
            report.hash()));
    List<Replayed> told =
        report.exceptions().stream()
            .filter(replayed -> replayed.state() != Replayed.State.NOTHING_DECIDED)
            .toList();
    told.stream().limit(MOST).forEach(replayed -> text.append(line(replayed)));
    if (told.size() > MOST) {
      text.append("and ").append(told.size() - MOST).append(" more; see --json\n");
    }
    return text.toString();
  }

  private static String line(Replayed replayed) {
    StringBuilder text = new StringBuilder(replayed.cycle().toString()).append(": ");
    text.append(
        switch (replayed.state()) {
          case SAME -> "the same to the last bit";
          case DIFFERENT -> "DIFFERENT, " + replayed.detail();
          case NOT_REPLAYABLE, NOTHING_DECIDED -> replayed.detail();
        });
    replayed
        .difference()
        .ifPresent(
            at ->
                text.append(", first at ")
                    .append(at.field())
                    .append(": stored ")
                    .append(at.stored())
                    .append(", made again ")
                    .append(at.again()));
    return text.append('\n').toString();
  }

  private static String brief(String hash) {
    return hash.isEmpty() ? "-" : hash.substring(0, HASH);
  }
}
