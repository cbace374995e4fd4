package org.evenkeel.shell.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.cycle.Dossier;
import org.evenkeel.shell.cli.print.FactsText;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.cli.print.Json;
import org.evenkeel.shell.cli.print.YamlText;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What somebody needs who looks into an incident, in one file. */
@Command(
    name = "incident",
    description = "Collect what is recorded of an incident.",
    synopsisSubcommandLabel = "COMMAND")
final class IncidentCommands {

  private final Cli cli;

  IncidentCommands(Cli cli) {
    this.cli = cli;
  }

  /**
   * A bundle that was written.
   *
   * @param file where
   * @param since from when on rows are in it, by the database's clock
   * @param until before when
   * @param files the SHA-256 of each text in it
   */
  record Bundle(String file, Instant since, Instant until, SortedMap<String, String> files) {}

  @Command(
      name = "bundle",
      description = {
        "Write configuration (secrets as references), decisions with their inputs, plans, orders, executions, states,",
        "overrides, audit rows with the verdict about the chain, and versions into one zip file, with SHA-256 sums."
      })
  int bundle(
      @Parameters(
              paramLabel = "CYCLE|TIME",
              description =
                  "A decision as in 'cycle list' or 'last', of which the hours around are taken; or a time from which on.")
          String what,
      @Option(
              names = {"-o", "--out"},
              required = true,
              paramLabel = "FILE",
              description = "The zip file; one that is there is not overwritten.")
          Path file,
      @Option(
              names = "--around",
              paramLabel = "DURATION",
              defaultValue = "1h",
              description = "How long before and after a decision; default ${DEFAULT-VALUE}.")
          String around) {
    AppConfig config = cli.config();
    return cli.inSession(
        session -> {
          Window window = window(session, what, around);
          ZipBundle zip = new ZipBundle();
          fill(zip, config, session, window);
          zip.write(file);
          cli.answer(
              new Bundle(file.toString(), window.since(), window.until(), zip.hashes()),
              IncidentCommands::text);
        });
  }

  private static String text(Bundle bundle) {
    return bundle.files().size()
        + " texts from "
        + Figures.time(bundle.since())
        + " to "
        + Figures.time(bundle.until())
        + " in "
        + bundle.file()
        + "; check it with 'sha256sum -c "
        + ZipBundle.LISTING
        + "' where it is unpacked\n";
  }

  private record Window(Instant since, Instant until) {}

  private Window window(Session session, String what, String around) {
    Instant now = cli.wall().instant();
    if (what.matches("[0-9].*") && !named(session, what)) {
      return new Window(Times.back(what, now), now);
    }
    CycleId cycle = CycleCommands.named(session.records(), what);
    Instant begun =
        session
            .dossier()
            .begun(cycle)
            .orElseThrow(() -> new CommandFailed(ExitCode.REFUSED, "refused: no row of " + cycle));
    return new Window(begun.minus(Times.duration(around)), begun.plus(Times.duration(around)));
  }

  /** Whether some decision is named by it, such as by its date. */
  private static boolean named(Session session, String what) {
    return session.records().cycles(1000).stream()
        .anyMatch(row -> row.cycleId().contains("/" + what));
  }

  private void fill(ZipBundle zip, AppConfig config, Session session, Window window) {
    Dossier dossier = session.dossier();
    zip.add("version.txt", cli.operations().version() + "\nJava " + Runtime.version() + "\n");
    zip.add(
        "config.yml",
        "# hash "
            + config.effective().hash().value()
            + "\n"
            + YamlText.of(config.effective().tree()));
    zip.add("status.json", Json.of(session.records().status()));
    zip.add("booked.json", Json.of(session.records().booked()));
    zip.add("lease.json", Json.of(session.upkeep().lease(config.strategy())));
    zip.add(
        "audit-verify.json",
        Json.of(
            session
                .auditTrail()
                .verify(cli.operations().keptHeads(config.authority().auditHeads()))));
    zip.add(
        "logs.txt",
        FactsText.lines(dossier.facts(Dossier.Kind.EVENTS, window.since(), window.until())));
    for (String table : dossier.tables()) {
      StringBuilder rows = new StringBuilder();
      dossier.rows(table, window.since(), window.until(), row -> rows.append(row).append('\n'));
      if (!rows.isEmpty()) {
        zip.add("tables/" + table + ".jsonl", rows.toString());
      }
    }
    cycles(zip, session, window);
  }

  /** Each decision as a statement, and how it is made again. */
  private static void cycles(ZipBundle zip, Session session, Window window) {
    List<CycleRow> cycles =
        session.records().cycles(1000).stream().filter(row -> isIn(session, row, window)).toList();
    for (CycleRow row : cycles) {
      session
          .records()
          .cycle(row.cycleId())
          .ifPresent(
              detail ->
                  zip.add(
                      "cycles/" + row.cycleId().replaceAll("[^A-Za-z0-9#-]", "_") + ".json",
                      Json.of(detail)));
    }
    zip.add(
        "replay.txt",
        cycles.stream()
            .map(row -> "./evenkeel replay '" + row.cycleId() + "' --verify\n")
            .collect(Collectors.joining()));
  }

  private static boolean isIn(Session session, CycleRow row, Window window) {
    return session
        .dossier()
        .begun(CycleId.of(row.cycleId()))
        .filter(at -> !at.isBefore(window.since()) && at.isBefore(window.until()))
        .isPresent();
  }
}
