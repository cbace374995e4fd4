package org.evenkeel.shell.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.evenkeel.core.calendar.Cadence;
import org.evenkeel.core.statement.Status;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.cli.print.TextTable;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what the schedule will do next. */
@Command(
    name = "jobs",
    description = "List the next appointments of the schedule, and what is done between them.")
final class JobsCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(names = "--limit", paramLabel = "N", description = "How many appointments; default 3.")
  int limit = 3;

  JobsCommand(Cli cli) {
    this.cli = cli;
  }

  /**
   * Something that will be done.
   *
   * @param job what
   * @param when an appointment, or how often on the wall clock
   * @param note what is known about it
   */
  record Row(String job, String when, String note) {}

  @Override
  public Integer call() {
    AppConfig config = cli.config();
    return cli.inSession(session -> cli.answer(rows(config, session), JobsCommand::text));
  }

  private List<Row> rows(AppConfig config, Session session) {
    Status status = session.records().status();
    String note =
        switch (status.tradingState()) {
          case "ACTIVE" -> "";
          case "REDUCE_ONLY" -> "reduces only: " + status.tradingStateReason();
          default -> "passes: " + status.tradingState() + ", " + status.tradingStateReason();
        };
    List<Row> rows = new ArrayList<>();
    Instant at = cli.botTime(config, status);
    Cadence appointments = Appointments.of(cli, config, session);
    Map<Instant, Instant> moved = session.records().slotMoves().moved();
    for (int i = 0; i < limit; i++) {
      at = appointments.nextAfter(at);
      String skipped =
          session
              .records()
              .slotToSkip(at)
              .map(who -> "skipped by " + who)
              .orElse(note + origin(moved, at));
      rows.add(new Row("decision", Figures.time(at), skipped));
    }
    rows.add(every("reconcile", config.schedule().reconcileEvery()));
    rows.add(every("heartbeat", config.schedule().heartbeatEvery()));
    return rows;
  }

  private static String origin(Map<Instant, Instant> moved, Instant at) {
    return moved.entrySet().stream()
        .filter(entry -> entry.getValue().equals(at))
        .map(entry -> "moved from " + Figures.time(entry.getKey()))
        .findFirst()
        .orElse("");
  }

  private static Row every(String job, Duration period) {
    return new Row(job, "every " + period.toSeconds() + " s", "");
  }

  private static String text(List<Row> rows) {
    TextTable table = new TextTable("job", "when", "note");
    rows.forEach(row -> table.row(row.job(), row.when(), row.note()));
    return table.toString();
  }
}
