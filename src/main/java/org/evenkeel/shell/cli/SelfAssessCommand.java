package org.evenkeel.shell.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.evenkeel.core.statement.Facts;
import org.evenkeel.cycle.Dossier;
import org.evenkeel.cycle.Dossier.Kind;
import org.evenkeel.shell.cli.print.FactsText;
import org.evenkeel.shell.cli.print.YamlText;
import org.evenkeel.shell.config.AppConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The yearly self-assessment, made of what is recorded. */
@Command(
    name = "selfassess",
    description = {
      "Write a report in the manner of RTS 6 article 9 from the records, in Markdown: what ran, limits, overrides and who",
      "approved them, kill drills, halts, incidents with how to make them again, capacity. What is not recorded says so."
    })
final class SelfAssessCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      defaultValue = "365d",
      description = "A duration back, a date or an instant; default ${DEFAULT-VALUE}.")
  String since = "365d";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "A new file instead of standard output.")
  @Nullable Path file;

  SelfAssessCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    AppConfig config = cli.config();
    Instant until = cli.wall().instant().truncatedTo(ChronoUnit.SECONDS);
    Instant from = Times.back(since, until);
    Path target = file;
    return cli.inSession(
        session -> {
          if (cli.options().json) {
            cli.answer(facts(session.dossier(), from, until), ignored -> "");
            return;
          }
          String report = report(config, session, from, until);
          if (target == null) {
            cli.out().print(report);
            cli.out().flush();
          } else {
            write(target, report);
            cli.out().println("written to " + target);
          }
        });
  }

  private static Map<Kind, Facts> facts(Dossier dossier, Instant from, Instant until) {
    Map<Kind, Facts> facts = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      if (kind != Kind.EVENTS) {
        facts.put(kind, dossier.facts(kind, from, until));
      }
    }
    return facts;
  }

  private String report(AppConfig config, Session session, Instant from, Instant until) {
    Function<Kind, Facts> facts = kind -> session.dossier().facts(kind, from, until);
    StringBuilder text = new StringBuilder();
    text.append("# Self-assessment\n\nFrom ")
        .append(from)
        .append(" to ")
        .append(until)
        .append(", by the database's clock, made of the records by evenkeel ")
        .append(cli.operations().version())
        .append(".\n");
    section(text, "Algorithms and versions that ran", facts.apply(Kind.RUNS));
    text.append("\nStrategy `")
        .append(config.strategy())
        .append("`: risk parity, see the README; what decides is the configuration below.\n");
    heading(text, "Limits in the configuration");
    text.append("```yaml\n").append(YamlText.of(limits(config.effective().tree()))).append("```\n");
    section(text, "Limits that persons set", facts.apply(Kind.LIMITS));
    section(text, "Overrides", facts.apply(Kind.OVERRIDES));
    section(text, "What two persons were asked for", facts.apply(Kind.REQUESTS));
    section(text, "Rehearsals of the kill switch", facts.apply(Kind.DRILLS));
    section(text, "Changes of the trading state", facts.apply(Kind.STATES));
    incidents(text, facts.apply(Kind.INCIDENTS));
    section(text, "Differences of books and venues", facts.apply(Kind.BREAKS));
    section(text, "Alerts, and how soon a person took them up", facts.apply(Kind.ALERTS));
    section(text, "Capacity", facts.apply(Kind.CAPACITY));
    missing(text);
    return text.toString();
  }

  /** The part of the configuration that limits; everything if there is no such part. */
  private static Map<String, Object> limits(Map<String, Object> tree) {
    Map<String, Object> limits = new LinkedHashMap<>();
    for (String key : List.of("limits", "authority", "drill")) {
      if (tree.containsKey(key)) {
        limits.put(key, tree.get(key));
      }
    }
    return limits;
  }

  private static void incidents(StringBuilder text, Facts incidents) {
    section(text, "Decisions that were held or failed", incidents);
    for (List<String> row : incidents.rows()) {
      text.append("- `./evenkeel replay '")
          .append(incidents.cell(row, "cycle"))
          .append("' --verify`, `./evenkeel incident bundle '")
          .append(incidents.cell(row, "cycle"))
          .append("' -o FILE.zip`\n");
    }
  }

  private static void missing(StringBuilder text) {
    heading(text, "What is not recorded");
    text.append(
        """
        - What a person did after an alert: recorded is who has taken it up, when and with which words, and every order.
        - The test at twice the largest number of messages: the figures above are the largest that were met;
          `ops/benchmarks/load.sh` makes the test, and `ops/benchmarks/0010-load.md` has its results.
        - Conformance with a venue's own test network, and who has which access to the host and the database.
        - Hard limits change with the configuration's hash; their signatures are in the file of hard limits.
        """);
  }

  private static void section(StringBuilder text, String title, Facts facts) {
    heading(text, title);
    text.append(FactsText.markdown(facts));
  }

  private static void heading(StringBuilder text, String title) {
    text.append("\n## ").append(title).append("\n\n");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailed(
          ExitCode.REFUSED, "refused: " + file + " is there already and is not overwritten");
    } catch (IOException e) {
      throw new CommandFailed(ExitCode.USAGE, "cannot write " + file + ": " + e.getMessage());
    }
  }
}
