package org.evenkeel.shell.cli;

import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.cycle.Records;
import org.evenkeel.shell.cli.print.CycleText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows decisions. */
@Command(name = "cycle", description = "Show past decisions.", synopsisSubcommandLabel = "COMMAND")
final class CycleCommands {

  private final Cli cli;

  CycleCommands(Cli cli) {
    this.cli = cli;
  }

  @Command(name = "list", description = "List the newest decisions.")
  int list(
      @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many.")
          int limit) {
    return cli.inSession(session -> cli.answer(session.records().cycles(limit), CycleText::list));
  }

  @Command(name = "show", description = "Show everything stored about one decision.")
  int show(
      @Parameters(
              paramLabel = "ID",
              defaultValue = "last",
              description = "Such as default/2026-01-31T00:00:00Z, its date, or 'last'.")
          String id) {
    return cli.inSession(session -> cli.answer(find(session.records(), id), CycleText::detail));
  }

  private static CycleDetail find(Records records, String id) {
    return records.cycle(named(records, id).value()).orElseThrow();
  }

  /** The cycle of an exact name, or the newest whose name begins with a date, or the newest at all for 'last'. */
  static CycleId named(Records records, String id) {
    if (records.cycle(id).isPresent()) {
      return CycleId.of(id);
    }
    return records.cycles(1000).stream()
        .filter(row -> id.equals("last") || row.cycleId().contains("/" + id))
        .findFirst()
        .map(row -> CycleId.of(row.cycleId()))
        .orElseThrow(
            () ->
                new CommandFailed(
                    ExitCode.USAGE, "no decision '" + id + "'; look at 'evenkeel cycle list'"));
  }
}
