package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What may be held at one venue, and whether it is what its file says. */
@Command(
    name = "venue",
    description = "Limit what is held at a venue, or try it at its test network.")
final class VenueCommands {

  private VenueCommands() {}

  static void addTo(CommandLine root, Cli cli) {
    CommandLine limit = new CommandLine(new Limit());
    limit.addSubcommand(new Set(cli));
    root.addSubcommand(
        new CommandLine(new VenueCommands())
            .addSubcommand(limit)
            .addSubcommand(new VenueConformCommand(cli)));
  }

  /** The group of one. */
  @Command(name = "limit", description = "Cap the exposure at a venue.")
  static final class Limit {}

  /** An override of the venue in fewer words. */
  @Command(
      name = "set",
      description = {
        "Hold at most a fraction of NAV at a venue until a time: 'override set venue:VENUE --cap FRACTION'; shows what it"
            + " would do first.",
        "'override expire' ends it, which needs a second person where orders are signed."
      })
  static final class Set implements Callable<Integer> {

    private final Cli cli;

    @Parameters(index = "0", paramLabel = "VENUE", description = "Such as okx.")
    String venue = "";

    @Parameters(index = "1", paramLabel = "FRACTION", description = "Of NAV: 0.4 or 40%%.")
    String fraction = "";

    @Mixin final UntilOption end = new UntilOption();

    @Mixin final ReasonOption reason = new ReasonOption();

    Set(Cli cli) {
      this.cli = cli;
    }

    @Override
    public Integer call() {
      OverrideSetCommand set = new OverrideSetCommand(cli);
      set.subject = "venue:" + venue;
      set.effect = new OverrideSetCommand.Effect();
      set.effect.cap = fraction;
      set.end.expires = end.expires;
      set.end.isDryRun = end.isDryRun;
      set.reason.reason = reason.text();
      return set.call();
    }
  }
}
