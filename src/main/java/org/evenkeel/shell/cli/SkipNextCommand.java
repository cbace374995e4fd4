package org.evenkeel.shell.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.evenkeel.core.statement.Status;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets the next appointment pass. */
@Command(
    name = "skip-next",
    description =
        "Let the next appointment of the schedule pass without a decision; those after it are kept.")
final class SkipNextCommand implements Callable<Integer> {

  private final Cli cli;

  @Mixin final ReasonOption reason = new ReasonOption();

  SkipNextCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    AppConfig config = cli.config();
    return cli.inSession(session -> skip(config, session, why));
  }

  private void skip(AppConfig config, Session session, String why) {
    Status status = session.records().status();
    // The appointment is named, not counted down: whatever restarts in between, this one passes and
    // no other.
    Instant next = Appointments.of(cli, config, session).nextAfter(cli.botTime(config, status));
    Change change =
        new Change(
            "appointment of " + Figures.time(next),
            "due",
            "skipped",
            "what is held stays; 'run-now' still decides",
            cli.options().author,
            why);
    cli.carryOut(
        change,
        () -> {
          if (!session.controls().skipSlot(next, change.author(), why)) {
            throw new CommandFailed(
                ExitCode.REFUSED, "refused: " + Figures.time(next) + " is skipped already");
          }
          return change;
        },
        done -> "recorded for " + done.author());
  }
}
