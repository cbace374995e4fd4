package org.evenkeel.shell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.policy.OverrideScope;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.Status;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks for a decision now that trades some sleeves only. */
@Command(
    name = "rebalance",
    description =
        "Ask for a decision now whose orders are limited to some sleeves: the same targets, gates and proof, everything else is left as it is.")
final class RebalanceCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(
      names = "--only",
      required = true,
      split = ",",
      paramLabel = "SLEEVE",
      description = "The sleeves that may be traded; several are separated by commas.")
  List<String> only = new ArrayList<>();

  @Mixin final ReasonOption reason = new ReasonOption();

  RebalanceCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    AppConfig config = cli.config();
    SortedSet<SleeveId> sleeves = sleeves(config.universe());
    return cli.inSession(session -> request(config, session, sleeves, why));
  }

  private void request(AppConfig config, Session session, SortedSet<SleeveId> sleeves, String why) {
    Status status = session.records().status();
    if (!TradingState.valueOf(status.tradingState()).runsCycles()) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "refused: the trading state is "
              + status.tradingState()
              + ", which starts no decisions; resume first");
    }
    int others = config.universe().sleeves().size() - sleeves.size();
    Change change =
        new Change(
            "rebalance of " + String.join(", ", sleeves.stream().map(SleeveId::value).toList()),
            "none",
            "waiting",
            others
                + " other sleeves and the stablecoins are left as they are; "
                + (status.daemon().equals("RUNNING")
                    ? "taken within seconds"
                    : "taken at the next start"),
            cli.options().author,
            why);
    cli.carryOut(
        change,
        () ->
            new RunNowCommand.RunRequest(
                session.controls().requestRebalance(sleeves, change.author(), why), change),
        request -> "recorded as request " + request.id());
  }

  private SortedSet<SleeveId> sleeves(Universe universe) {
    TreeSet<SleeveId> sleeves = new TreeSet<>();
    for (String name : only) {
      OverrideScope scope = new ScopeReader(universe).scope("sleeve:" + name.strip());
      sleeves.add(SleeveId.of(scope.name()));
    }
    for (Sleeve sleeve : universe.sleeves()) {
      if (sleeves.contains(sleeve.id())) {
        requireAlone(sleeve, sleeves, universe);
      }
    }
    return sleeves;
  }

  /** A leg of two sleeves cannot be traded for one of them: its target is the sum of what both want. */
  private static void requireAlone(Sleeve sleeve, SortedSet<SleeveId> only, Universe universe) {
    for (Sleeve other : universe.sleeves()) {
      if (!only.contains(other.id())) {
        List<InstrumentId> theirs = instruments(other).toList();
        instruments(sleeve)
            .filter(theirs::contains)
            .findFirst()
            .ifPresent(
                shared -> {
                  throw new CommandFailed(
                      ExitCode.REFUSED,
                      "refused: "
                          + sleeve.id()
                          + " and "
                          + other.id()
                          + " both hold "
                          + shared
                          + "; name both, '--only "
                          + sleeve.id()
                          + ","
                          + other.id()
                          + "'");
                });
      }
    }
  }

  private static Stream<InstrumentId> instruments(Sleeve sleeve) {
    return sleeve.legs().stream()
        .flatMap(leg -> Stream.concat(Stream.of(leg.instrument()), leg.alternatives().stream()));
  }
}
