package org.evenkeel.shell.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets the bot act again. */
@Command(
    name = "resume",
    description = {
      "Set the trading state to ACTIVE: everything within limits. Kept across restarts.",
      "With --checklist only if nothing stands against it; in live mode always."
    })
final class ResumeCommand implements Callable<Integer> {

  private final Cli cli;

  @Mixin final ReasonOption reason = new ReasonOption();

  @Option(
      names = "--checklist",
      description =
          "Go through what should be in order first; refused, and nothing changed, if a line fails.")
  boolean checklist;

  ResumeCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    AppConfig config = cli.config();
    return cli.inSession(session -> resume(config, session, why));
  }

  private void resume(AppConfig config, Session session, String why) {
    if (checklist || config.mode() instanceof ModeSettings.Live) {
      List<Finding> lines = ResumeChecklist.of(session, cli.operations().examine(config));
      cli.preview(DoctorCommand.text(lines));
      long failed = lines.stream().filter(line -> line.level() == Finding.Level.FAIL).count();
      if (failed > 0) {
        throw new CommandFailed(
            ExitCode.REFUSED,
            "refused: "
                + (failed == 1 ? "a line" : failed + " lines")
                + " of the checklist failed; mend that, and resume then");
      }
    }
    if (!checklist) {
      TradingStateCommand.requireNotLatched(session.records().status(), TradingState.ACTIVE);
    }
    TradingStateCommand.set(cli, config, session, TradingState.ACTIVE, why);
  }
}
