package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.cycle.ConfigControls;
import org.evenkeel.cycle.ConfigRequests;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.change.ConfigChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Accepts a configuration: one person if it raises no risk, two if it does. */
@Command(
    name = "accept",
    description = {
      "Accept the configuration of --config, so that the bot may start by it.",
      "One that raises no risk over the one accepted last needs one person; one that raises it waits for a second"
          + " person, who approves its hash. What differs is shown first."
    })
final class ConfigAcceptCommand implements Callable<Integer> {

  private final Cli cli;

  @Mixin final ReasonOption reason = new ReasonOption();

  ConfigAcceptCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    AppConfig config = cli.config();
    String why = reason.text();
    try (Session session = cli.operations().open(config)) {
      ConfigReview review = session.configReview();
      review.changes().forEach(change -> cli.preview(change.text() + "\n"));
      if (review.needs() == ConfigReview.Needs.NOTHING) {
        cli.answer(review, same -> "this configuration is accepted already\n");
        return ExitCode.DONE.code();
      }
      if (review.needs() == ConfigReview.Needs.NEVER) {
        throw new CommandFailed(ExitCode.REFUSED, "refused: " + review.authority());
      }
      ConfigControls configs = session.controls().configs();
      ContentHash kept = configs.keep(config.effective().canonical().text());
      if (review.needs() == ConfigReview.Needs.TWO) {
        throw ApprovalCommands.ask(
            cli,
            session,
            ConfigRequests.accept(
                kept, review.base(), review.changes().stream().map(ConfigChange::text).toList()),
            why);
      }
      cli.carryOut(
          change(review, why),
          () -> {
            configs.accept(kept, cli.options().author, why);
            return review;
          },
          done -> "accepted " + shown(done.config()) + " for " + cli.options().author);
    }
    return ExitCode.DONE.code();
  }

  private Change change(ConfigReview review, String why) {
    return new Change(
        "accepted configuration",
        review.base().map(ConfigAcceptCommand::shown).orElse("none"),
        shown(review.config()),
        "from the next start on",
        cli.options().author,
        why);
  }

  private static String shown(ContentHash config) {
    return config.value().substring(0, 12);
  }
}
