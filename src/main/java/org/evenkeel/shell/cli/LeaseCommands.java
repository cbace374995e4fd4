package org.evenkeel.shell.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.LeaseRow;
import org.evenkeel.cycle.Upkeep;
import org.evenkeel.shell.cli.print.LeaseText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who leads, and how that is ended by persons. */
@Command(name = "lease", description = "Show which process leads, or take the lease away from it.")
final class LeaseCommands implements Callable<Integer> {

  private final Cli cli;

  LeaseCommands(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return show();
  }

  @Command(name = "show", description = "Holder, fencing token, age and the newest takeovers.")
  int show() {
    String name = cli.config().strategy();
    return cli.inSession(session -> cli.answer(lease(session, name), LeaseText::of));
  }

  private static LeaseRow lease(Session session, String name) {
    return session
        .upkeep()
        .lease(name)
        .orElseThrow(
            () ->
                new CommandFailed(
                    ExitCode.REFUSED,
                    "refused: nobody has ever led '" + name + "'; start the bot with 'run'"));
  }

  @Command(
      name = "steal",
      description = {
        "End the lease, so that its holder can write nothing any more and whichever process waits takes over.",
        "While the holder is alive a second person must approve: without --request it is asked for, then done with it."
      })
  int steal(
      @Option(
              names = "--request",
              paramLabel = "ID",
              description = "The approved request, while the holder is alive.")
          @Nullable Long request,
      @Mixin ReasonOption reason) {
    String why = reason.text();
    String name = cli.config().strategy();
    return cli.inSession(session -> steal(session, lease(session, name), request, why));
  }

  private void steal(Session session, LeaseRow seen, @Nullable Long request, String why) {
    if (seen.isAlive() && request == null) {
      cli.preview(LeaseText.of(seen));
      throw ApprovalCommands.ask(
          cli,
          session,
          new Request(
              Upkeep.STEAL,
              "lease " + seen.name() + " of " + seen.holder() + ", token " + seen.epoch(),
              seen.identity()),
          why);
    }
    Change change =
        new Change(
            "lease " + seen.name(),
            seen.holder() + " with token " + seen.epoch() + ", " + seen.state(),
            "nobody's, token " + (seen.epoch() + 1),
            "what " + seen.holder() + " writes from now on is refused; end that process",
            cli.options().author,
            why);
    cli.carryOut(
        change,
        () -> {
          if (!session
              .upkeep()
              .takeLease(seen, Optional.ofNullable(request), change.author(), why)) {
            throw new CommandFailed(
                ExitCode.REFUSED,
                "refused: the lease has moved meanwhile, or there is no approved request of two"
                    + " persons about this holder and token; look at 'lease show' and 'approvals'");
          }
          return change;
        },
        done -> "recorded for " + done.author());
  }
}
