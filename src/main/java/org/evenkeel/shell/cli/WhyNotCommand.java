package org.evenkeel.shell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.cycle.BindingCaps;
import org.evenkeel.cycle.StoredDecision;
import org.evenkeel.shell.cli.print.NotTraded;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says why something was not traded, or less of it. */
@Command(
    name = "why-not",
    description =
        "Say why the newest decision traded nothing, or less, of a sleeve or an instrument.")
final class WhyNotCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(
      paramLabel = "SUBJECT",
      description = "A sleeve such as btc, or an instrument such as BTC-USDT-PERP@binance.")
  String subject = "";

  WhyNotCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    AppConfig config = cli.config();
    TreeSet<String> instruments = new TreeSet<>();
    TreeSet<String> sleeves = new TreeSet<>();
    find(config.universe(), instruments, sleeves);
    try (Session session = cli.operations().open(config)) {
      List<CycleRow> newest = session.records().cycles(1);
      if (newest.isEmpty()) {
        throw new CommandFailed(
            ExitCode.REFUSED, "no decision has been made yet; start the bot with 'run'");
      }
      CycleDetail detail = session.records().cycle(newest.get(0).cycleId()).orElseThrow();
      NotTraded answer = NotTraded.of(detail, instruments, sleeves);
      cli.answer(answer.with(caps(session, detail, sleeves)), NotTraded::words);
    }
    return ExitCode.DONE.code();
  }

  /** The caps without which the decision would have wanted more. */
  private static List<NotTraded.Obstacle> caps(
      Session session, CycleDetail detail, Set<String> sleeves) {
    Optional<StoredDecision.Inputs> inputs =
        session.decisions().of(CycleId.of(detail.row().cycleId())).map(StoredDecision::inputs);
    List<NotTraded.Obstacle> all = new ArrayList<>();
    if (inputs.isPresent() && inputs.get() instanceof StoredDecision.Inputs.Whole whole) {
      for (String sleeve : sleeves) {
        BindingCaps.of(whole.value(), SleeveId.of(sleeve))
            .forEach(
                cap -> all.add(new NotTraded.Obstacle(sleeve, "target", cap.name(), cap.detail())));
      }
    }
    return all;
  }

  private void find(Universe universe, Set<String> instruments, Set<String> sleeves) {
    universe
        .sleeves()
        .forEach(
            sleeve ->
                sleeve
                    .legs()
                    .forEach(
                        leg -> {
                          if (sleeve.id().value().equals(subject)
                              || leg.instruments().stream()
                                  .anyMatch(id -> id.value().equals(subject))) {
                            sleeves.add(sleeve.id().value());
                            leg.instruments().forEach(id -> instruments.add(id.value()));
                          }
                        }));
    universe.stablecoins().stream()
        .map(coin -> coin.instrument().value())
        .filter(subject::equals)
        .forEach(instruments::add);
    if (instruments.isEmpty()) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "found '"
              + subject
              + "', expected a sleeve or an instrument: "
              + universe.sleeves().stream().map(sleeve -> sleeve.id().value()).toList()
              + ", "
              + universe.instruments());
    }
  }
}
