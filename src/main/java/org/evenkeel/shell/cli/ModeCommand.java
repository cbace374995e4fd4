package org.evenkeel.shell.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.statement.Facts;
import org.evenkeel.cycle.Dossier;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.DatabaseSettings;
import org.evenkeel.shell.config.ModeSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says in which world the bot works, and what stands between it and the next one. */
@Command(
    name = "mode",
    description = {
      "Show the mode (rehearsal, paper, live), since when, and what stands between it and the next one.",
      "A mode is configuration and is not changed by a command: with a name it says what has to be done, and ends with 3."
    })
final class ModeCommand implements Callable<Integer> {

  private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

  private final Cli cli;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODE",
      description = "The wanted mode: rehearsal, paper or live.")
  @Nullable String wanted;

  ModeCommand(Cli cli) {
    this.cli = cli;
  }

  /**
   * Where the bot stands.
   *
   * @param mode the configured mode
   * @param since the first of the newest starts in this mode, by the database's clock; empty if it never ran in it
   * @param next the mode that is looked at
   * @param checklist what has to be in order for it
   */
  record Answer(String mode, String since, String next, List<Finding> checklist) {}

  @Override
  public Integer call() {
    AppConfig config = cli.config();
    String mode = config.mode().label();
    String target = wanted == null ? after(mode) : wanted;
    if (!List.of("rehearsal", "paper", "live").contains(target)) {
      throw new CommandFailed(
          ExitCode.USAGE, "a mode is rehearsal, paper or live, found '" + target + "'");
    }
    List<Finding> doctor = target.equals("live") ? cli.operations().examine(config) : List.of();
    try (Session session = cli.operations().open(config)) {
      Answer answer =
          new Answer(mode, since(session, mode), target, checklist(config, target, doctor));
      cli.answer(answer, ModeCommand::text);
    }
    if (wanted != null && !wanted.equals(mode)) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "refused: a command does not change the mode; the list above says what has to be done");
    }
    return ExitCode.DONE.code();
  }

  private static String after(String mode) {
    return mode.equals("rehearsal") ? "paper" : "live";
  }

  private static String since(Session session, String mode) {
    Facts runs = session.dossier().facts(Dossier.Kind.RUNS, Instant.EPOCH, EVER);
    String since = "";
    for (List<String> run : runs.rows().reversed()) {
      if (!runs.cell(run, "mode").equals(mode)) {
        break;
      }
      since = runs.cell(run, "at");
    }
    return since;
  }

  private List<Finding> checklist(AppConfig config, String target, List<Finding> doctor) {
    List<Finding> list = new ArrayList<>(doctor);
    list.add(
        config.mode().label().equals(target)
            ? Finding.ok("mode", "the configuration says " + target)
            : Finding.fail(
                "mode",
                ExitCode.REFUSED,
                "the configuration says " + config.mode().label(),
                "start with a configuration of 'mode: "
                    + target
                    + "' and a database of its own ("
                    + example(target)
                    + ")"));
    if (target.equals("live")) {
      live(config, list);
    }
    return List.copyOf(list);
  }

  private static String example(String mode) {
    return switch (mode) {
      case "live" -> "config/live.example.yml is a draft";
      case "paper" -> "config/paper.yml is one; it needs the internet and no key";
      default -> "config/rehearsal.yml is one";
    };
  }

  private void live(AppConfig config, List<Finding> list) {
    List<String> missing = cli.operations().missingAuthority(config);
    list.add(
        missing.isEmpty()
            ? Finding.ok("two persons", "hard limits are signed by two")
            : Finding.fail(
                "two persons",
                ExitCode.REFUSED,
                String.join("; ", missing),
                "see ops/identities.md and ops/limits.md"));
    list.add(
        config.database() instanceof DatabaseSettings.Given
            ? Finding.ok("server", "a PostgreSQL that somebody looks after")
            : Finding.fail(
                "server",
                ExitCode.REFUSED,
                "the embedded database is not backed up",
                "give database.jdbc_url, back it up and try 'backup verify'"));
    list.add(
        config.mode() instanceof ModeSettings.Live
            ? Finding.ok("keys", "'keys check' has looked at them above")
            : Finding.warn(
                "keys", "no key is configured in this mode", "'keys check' with the live file"));
    list.add(
        Finding.fail(
            "decision 0007",
            ExitCode.REFUSED,
            "live is refused in this version, without a way around",
            "ops/decisions/0007-live-refused-for-now.md; the gates stand in the README"));
  }

  private static String text(Answer answer) {
    return "mode   "
        + answer.mode()
        + "\nsince  "
        + (answer.since().isEmpty() ? "it never ran in it" : answer.since())
        + "\n\nfor "
        + answer.next()
        + ":\n"
        + DoctorCommand.text(answer.checklist());
  }
}
