package org.evenkeel.shell.boot;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.FlattenTimes;
import org.evenkeel.shell.cli.SimulateOptions;
import org.evenkeel.shell.cli.SimulationAnswer;
import org.evenkeel.shell.simulate.CoverageGoals;
import org.evenkeel.shell.simulate.FlattenDrill;
import org.evenkeel.shell.simulate.Invariants;
import org.evenkeel.shell.simulate.SeedResult;
import org.evenkeel.shell.simulate.Simulation;
import org.evenkeel.shell.simulate.Styled;
import org.evenkeel.shell.simulate.Violation;
import org.evenkeel.shell.simulate.Wiring;

/** Makes simulations as the command line asks for them. */
final class Simulations {

  private Simulations() {}

  static SimulationAnswer run(SimulateOptions options) {
    if (!List.of("swarm", "storm", "calm").contains(options.profile())) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "there is no profile '" + options.profile() + "'; there are swarm, storm and calm");
    }
    if (options.count() < 1 || options.threads() < 1) {
      throw new CommandFailed(ExitCode.USAGE, "--seeds and --threads must be at least 1");
    }
    Wiring wiring = wiring(options.style());
    long before = System.nanoTime();
    Simulation.Report report =
        Simulation.run(
            options.from(), options.count(), options.profile(), options.threads(), wiring);
    double seconds = (System.nanoTime() - before) / 1e9;
    List<String> trace =
        options.trace()
            ? Simulation.traced(options.from(), options.profile(), wiring).lines()
            : List.of();
    return new SimulationAnswer(
        report.seeds(),
        report.violations(),
        report.calls(),
        report.orders(),
        seconds,
        report.seeds() / report.cpuSeconds() * 60,
        report.failures().stream().map(failure -> told(failure, options, wiring)).toList(),
        report.coverage().marks(),
        impossible(),
        CoverageGoals.missing(report.coverage()),
        CoverageGoals.surprises(report.coverage()),
        options.requiresCoverage() || report.seeds() >= CoverageGoals.SEEDS,
        Invariants.all().stream()
            .map(each -> new SimulationAnswer.Invariant(each.name(), each.isJudged(), each.how()))
            .toList(),
        trace);
  }

  private static SortedMap<String, String> impossible() {
    TreeMap<String, String> impossible = new TreeMap<>();
    CoverageGoals.all()
        .forEach((mark, never) -> never.ifPresent(reason -> impossible.put(mark, reason)));
    return impossible;
  }

  private static SimulationAnswer.Failure told(
      SeedResult failure, SimulateOptions options, Wiring wiring) {
    SeedResult smallest = Simulation.shrink(failure, wiring);
    Violation violation = smallest.violation().orElseThrow();
    return new SimulationAnswer.Failure(
        failure.seed(),
        String.format(Locale.ROOT, "COMMIT=%s step %d", Main.version(), smallest.calls()),
        violation.invariant(),
        violation.detail(),
        smallest.profile().toString(),
        String.format(
            Locale.ROOT,
            "./evenkeel simulate --seed %d --profile %s --style %s --trace",
            failure.seed(),
            options.profile(),
            options.style()));
  }

  private static Wiring wiring(String style) {
    if (!List.of("ioc", "passive", "twap", "auto").contains(style)) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "there is no style '" + style + "'; there are ioc, passive, twap and auto");
    }
    return style.equals("ioc")
        ? Wiring.DIRECT
        : new Styled(ExecutionStyle.valueOf(style.toUpperCase(Locale.ROOT)));
  }

  /** The times to flat over the seeds of the options. */
  static FlattenTimes flatten(int instruments, SimulateOptions options) {
    if (instruments < 1 || instruments > 99 || options.count() < 1) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "a drill has 1 to 99 positions and at least one seed, found "
              + instruments
              + " and "
              + options.count());
    }
    List<FlattenDrill.Run> runs =
        LongStream.range(options.from(), options.from() + options.count())
            .mapToObj(seed -> FlattenDrill.run(seed, instruments, true))
            .toList();
    return new FlattenTimes(
        instruments,
        runs.size(),
        spread(runs, run -> run.flatAfter().toMillis() / 1000.0),
        spread(runs, run -> run.provedAfter().toMillis() / 1000.0),
        spread(runs, run -> run.callsToFlat()),
        spread(runs, run -> run.callsToProof()),
        spread(runs, run -> run.orders()),
        spread(runs, run -> run.bound()));
  }

  private static FlattenTimes.Spread spread(
      List<FlattenDrill.Run> runs, ToDoubleFunction<FlattenDrill.Run> figure) {
    return FlattenTimes.Spread.of(runs.stream().map(figure::applyAsDouble).toList());
  }
}
