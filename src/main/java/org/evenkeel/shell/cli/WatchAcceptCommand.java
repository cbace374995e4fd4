package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A person's answer for an execution that is booked otherwise than a second source shows. */
@Command(
    name = "accept",
    description = {
      "Answer for a difference between the books and a second source of executions that nothing will end, by its number in"
          + " 'watch' or 'status'. Nothing is booked by it; the watcher counts this difference no more."
    })
final class WatchAcceptCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(index = "0", paramLabel = "NUMBER", description = "Its number, such as 7 of '#7'.")
  long number;

  @Mixin final ReasonOption reason = new ReasonOption();

  WatchAcceptCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    return cli.inSession(session -> accept(session, why));
  }

  private void accept(Session session, String why) {
    Change change =
        new Change(
            "difference #" + number + " of executions",
            "stands",
            "accepted",
            "the watcher counts it no more; the books stay as they are",
            cli.options().author,
            why);
    cli.carryOut(
        change,
        () -> {
          if (!session.controls().acceptGap(number, change.author(), why)) {
            throw new CommandFailed(
                ExitCode.REFUSED, "refused: no difference #" + number + " stands");
          }
          return change;
        },
        done -> "recorded for " + done.author());
  }
}
