package org.evenkeel.shell.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.core.policy.LimitValues;
import org.evenkeel.core.policy.LimitsInForce;
import org.evenkeel.cycle.LimitRequests;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes back what was set of a limit: alone if that allows less, by two if it allows more. */
@Command(
    name = "reset",
    description =
        "Take back what was set of a soft limit, so that the configuration holds; a second person is needed if that"
            + " allows more.")
final class LimitsResetCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(paramLabel = "KEY", description = "The limit, as in 'limits set'.")
  String key = "";

  @Mixin final ReasonOption reason = new ReasonOption();

  LimitsResetCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    AppConfig config = cli.config();
    LimitName name = LimitsCommands.name(key);
    String why = reason.text();
    try (Session session = cli.operations().open(config)) {
      Instant now = cli.botTime(config, session.records().status());
      List<LimitOverride> standing =
          session.limitsSet(now).stream()
              .filter(each -> each.name().equals(name) && each.end().isEmpty())
              .toList();
      if (standing.isEmpty()) {
        throw new CommandFailed(ExitCode.REFUSED, "refused: nothing is set of " + name);
      }
      reset(config, session, new Reset(name, why, now, standing));
    }
    return ExitCode.DONE.code();
  }

  private record Reset(LimitName name, String why, Instant at, List<LimitOverride> standing) {}

  private void reset(AppConfig config, Session session, Reset what) {
    LimitValues now = LimitsCommands.inForce(config, session, what.at()).values();
    LimitValues after =
        LimitsInForce.of(
                LimitsCommands.configured(config), config.guards().hard(), List.of(), what.at())
            .values();
    String before = text(now, what.name());
    boolean raises =
        after
            .of(what.name())
            .map(value -> now.isRaisedBy(what.name(), value))
            // An instrument without a limit of its own allows more than one with one.
            .orElse(true);
    if (raises) {
      cli.preview(
          what.name() + ": " + before + " -> " + text(after, what.name()) + " allows more\n");
      throw ApprovalCommands.ask(
          cli, session, LimitRequests.reset(what.name(), what.standing()), what.why());
    }
    String author = cli.options().author;
    Change change =
        new Change(
            "limit " + what.name(),
            before,
            text(after, what.name()),
            "from the next check on",
            author,
            what.why());
    cli.carryOut(
        change,
        () -> session.limits().reset(what.name(), author, what.why(), what.at()),
        ended -> ended + " settings have ended");
  }

  private static String text(LimitValues values, LimitName name) {
    return values.of(name).map(Decimals::text).orElse("none");
  }
}
