package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.evenkeel.shell.cli.print.RiskText;
import picocli.CommandLine.Command;

/** Shows what is forecast, how forecasts have done, and what follows. */
@Command(
    name = "risk",
    description =
        "Show the forecast risk, how past forecasts have done, and why exposures are cut if they are.")
final class RiskCommand implements Callable<Integer> {

  private final Cli cli;

  RiskCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.inSession(
        session ->
            cli.answer(
                session
                    .records()
                    .risk()
                    .orElseThrow(
                        () ->
                            new CommandFailed(
                                ExitCode.REFUSED,
                                "no decision has been made yet; start the bot with 'run'")),
                RiskText::of));
  }
}
