package org.evenkeel.shell.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.evenkeel.core.statement.Facts;
import org.evenkeel.cycle.Dossier;
import org.evenkeel.shell.cli.print.FactsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what happened, in the order in which it was written. */
@Command(
    name = "logs",
    description = {
      "Show what is recorded of what happened: orders of persons, decisions, orders and their states, locks, venues.",
      "Read from the database, by the time of writing. What the program says to its standard error is kept by whatever runs it."
    })
final class LogsCommand implements Callable<Integer> {

  private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");
  private static final List<String> LEVELS = List.of("INFO", "WARN", "ERROR");

  private final Cli cli;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      defaultValue = "24h",
      description = "A duration back, a date or an instant; default ${DEFAULT-VALUE}.")
  String since = "24h";

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      defaultValue = "info",
      description = "info, warn or error, and what is above; default ${DEFAULT-VALUE}.")
  String level = "info";

  @Option(
      names = "--grep",
      paramLabel = "PATTERN",
      description = "Only lines with this regular expression, in any case of letters.")
  String grep = "";

  LogsCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    int least = LEVELS.indexOf(level.toUpperCase(Locale.ROOT));
    if (least < 0) {
      throw new CommandFailed(
          ExitCode.USAGE, "--level is info, warn or error, found '" + level + "'");
    }
    Pattern pattern = pattern();
    Instant from = Times.back(since, cli.wall().instant());
    return cli.inSession(
        session -> {
          Facts all = session.dossier().facts(Dossier.Kind.EVENTS, from, EVER);
          Facts chosen =
              new Facts(
                  all.columns(),
                  all.rows().stream()
                      .filter(row -> LEVELS.indexOf(all.cell(row, "level")) >= least)
                      .filter(row -> pattern.matcher(String.join(" ", row)).find())
                      .toList());
          cli.answer(chosen, FactsText::lines);
        });
  }

  private Pattern pattern() {
    try {
      return Pattern.compile(grep, Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException e) {
      throw new CommandFailed(
          ExitCode.USAGE, "--grep is no regular expression: " + e.getDescription());
    }
  }
}
