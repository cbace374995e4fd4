package org.evenkeel.shell.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.OverrideScope;
import org.evenkeel.shell.cli.OverrideSetCommand.Effect;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts a sleeve or an instrument in quarantine: 'override set ASSET --no-trade' in fewer words. */
@Command(
    name = "quarantine",
    description = {
      "Trade nothing of a sleeve or an instrument until a time: 'override set ASSET --no-trade'; shows what it would do"
          + " first.",
      "What is held stays as it is; to leave it, use 'override set ASSET --close'."
    })
final class QuarantineCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(paramLabel = "ASSET", description = "A sleeve such as doge, or an instrument.")
  String asset = "";

  @Mixin final UntilOption end = new UntilOption();

  @Mixin final ReasonOption reason = new ReasonOption();

  QuarantineCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    OverrideSetCommand set = new OverrideSetCommand(cli);
    set.subject = asset;
    set.effect = new Effect();
    set.effect.noTrade = true;
    set.end.expires = end.expires;
    set.end.isDryRun = end.isDryRun;
    set.reason.reason = reason.text();
    return set.call();
  }

  /** Ends a quarantine before its time: 'override expire' of the one that stands. */
  @Command(
      name = "release",
      description =
          "End a quarantine before its time: 'override expire' of it. Raises risk: with identities two persons must agree.")
  static final class Release implements Callable<Integer> {

    private final Cli cli;

    @Parameters(paramLabel = "ASSET", description = "What is in quarantine.")
    String asset = "";

    @Mixin final ReasonOption reason = new ReasonOption();

    Release(Cli cli) {
      this.cli = cli;
    }

    @Override
    public Integer call() {
      AppConfig config = cli.config();
      OverrideScope scope = new ScopeReader(config.universe()).scope(asset);
      return new OverrideCommands(cli).expire(standing(config, scope), reason);
    }

    private long standing(AppConfig config, OverrideScope scope) {
      try (Session session = cli.operations().open(config)) {
        List<Long> all =
            session.records().overrides(false).stream()
                .filter(each -> each.kind() == OperatorOverride.Kind.NO_TRADE)
                .filter(each -> each.scope().equals(scope))
                .map(OperatorOverride::id)
                .toList();
        if (all.size() != 1) {
          throw new CommandFailed(
              ExitCode.REFUSED,
              all.isEmpty()
                  ? "refused: " + scope + " is not in quarantine; look at 'evenkeel override list'"
                  : "refused: "
                      + scope
                      + " is in quarantine by the overrides "
                      + all
                      + "; end each with 'override expire'");
        }
        return all.get(0);
      }
    }
  }
}
