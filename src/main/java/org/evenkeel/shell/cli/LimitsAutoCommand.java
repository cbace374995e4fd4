package org.evenkeel.shell.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.plan.TargetPosition;
import org.evenkeel.core.policy.LimitProposal;
import org.evenkeel.core.policy.LimitValues;
import org.evenkeel.cycle.Decision;
import org.evenkeel.cycle.DecisionInputs;
import org.evenkeel.shell.cli.print.ProposalText;
import org.evenkeel.shell.config.AppConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proposes soft limits from the risk target; changes nothing. */
@Command(
    name = "auto",
    description = {
      "Propose soft limits that follow from the risk target, the newest decision and the portfolio's value, beside the"
          + " present ones.",
      "Changes nothing: put the section into the configuration, or set single ones with 'limits set'."
    })
final class LimitsAutoCommand implements Callable<Integer> {

  /** More decisions in a day than anybody makes. */
  private static final int MOST_CYCLES = 1440;

  private final Cli cli;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description = "Also write the section of the configuration to a file that is not there yet.")
  @Nullable Path file;

  LimitsAutoCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    AppConfig config = cli.config();
    try (Session session = cli.operations().open(config)) {
      DecisionInputs inputs = LimitsCommands.inputs(session);
      LimitProposal.Basis basis = basis(config, inputs);
      List<LimitProposal> proposals =
          LimitProposal.of(
              basis, LimitValues.of(config.limits(), config.guards()), config.guards().hard());
      if (file != null) {
        write(file, ProposalText.fragment(proposals));
      }
      cli.answer(proposals, ProposalText::of);
    }
    return ExitCode.DONE.code();
  }

  private static LimitProposal.Basis basis(AppConfig config, DecisionInputs inputs) {
    Decision decision =
        switch (Decision.from(inputs)) {
          case Result.Ok<Decision> ok -> ok.value();
          case Result.Refused<Decision> refused ->
              throw new CommandFailed(
                  ExitCode.REFUSED,
                  "the newest decision was held, and limits cannot be sized from it: "
                      + refused.refusal().detail());
        };
    Yardstick yardstick =
        Yardstick.of(inputs.rules().universe(), inputs.market().quotes()).orThrow();
    BigDecimal nav = decision.plan().nav().amount();
    BigDecimal largest =
        decision.plan().targets().stream()
            .filter(LimitsAutoCommand::isFuture)
            .map(target -> yardstickValue(inputs, yardstick, target))
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    if (nav.signum() <= 0 || largest.signum() <= 0) {
      throw new CommandFailed(
          ExitCode.REFUSED, "the newest decision wants nothing, so nothing can be sized from it");
    }
    double volatility =
        decision.estimate().sleeves().stream()
            .mapToDouble(decision.estimate()::annualVolatility)
            .max()
            .orElseThrow();
    TreeMap<InstrumentId, BigDecimal> contracts = new TreeMap<>();
    for (InstrumentId id : config.universe().riskInstruments()) {
      value(inputs, yardstick, id, Contracts.of(BigDecimal.ONE))
          .ifPresent(value -> contracts.put(id, value));
    }
    return new LimitProposal.Basis(
        nav,
        BigDecimal.valueOf(config.parity().targetVolatilityAnnual()),
        BigDecimal.valueOf(config.parity().maxGrossLeverage()),
        BigDecimal.valueOf(config.parity().maxSleeveExposure()),
        Decimals.quotient(largest, nav),
        BigDecimal.valueOf(volatility),
        config.execution().maxAttemptsPerIntent(),
        cyclesPerDay(inputs),
        contracts);
  }

  private static boolean isFuture(TargetPosition target) {
    return Instrument.parse(target.instrument()) instanceof Instrument.Future;
  }

  private static BigDecimal yardstickValue(
      DecisionInputs inputs, Yardstick yardstick, TargetPosition target) {
    return value(inputs, yardstick, target.instrument(), target.target().abs())
        .orElse(BigDecimal.ZERO);
  }

  private static Optional<BigDecimal> value(
      DecisionInputs inputs, Yardstick yardstick, InstrumentId id, Contracts contracts) {
    Optional<Quote> quote = inputs.market().quote(id);
    return inputs
        .market()
        .spec(id)
        .filter(spec -> quote.isPresent() && isFuture(id))
        .map(spec -> yardstick.value(spec, contracts, quote.orElseThrow().mark()).amount());
  }

  private static boolean isFuture(InstrumentId id) {
    return Instrument.parse(id) instanceof Instrument.Future;
  }

  /** The decisions of 24 hours, by the time from the newest one to its next. */
  private static int cyclesPerDay(DecisionInputs inputs) {
    long between = Duration.between(inputs.market().asOf(), inputs.next()).toSeconds();
    return (int) Math.min(MOST_CYCLES, Math.ceilDiv(86_400, Math.max(60, between)));
  }

  private static void write(Path file, String text) {
    try {
      Files.createFile(file);
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("the proposal cannot be written: " + e, e);
    }
  }
}
