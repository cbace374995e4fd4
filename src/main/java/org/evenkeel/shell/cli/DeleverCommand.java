package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.evenkeel.shell.cli.OverrideSetCommand.Effect;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes the whole book smaller for a time: an override of the book in fewer words. */
@Command(
    name = "delever",
    description =
        "Hold only a fraction of the book until a time: 'override set book --multiplier FRACTION'; shows what it would do first.")
final class DeleverCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(
      paramLabel = "FRACTION",
      description = "What is left of every exposure: 0 to 1, such as 0.5 or 50%%.")
  String fraction = "";

  @Mixin final UntilOption end = new UntilOption();

  @Mixin final ReasonOption reason = new ReasonOption();

  DeleverCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    OverrideSetCommand set = new OverrideSetCommand(cli);
    set.subject = "book";
    set.effect = new Effect();
    set.effect.multiplier = fraction;
    set.end.expires = end.expires;
    set.end.isDryRun = end.isDryRun;
    set.reason.reason = reason.text();
    return set.call();
  }
}
