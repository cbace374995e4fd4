package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the bot in a world that fails, many times, and says whether anything went wrong. */
@Command(
    name = "simulate",
    description = {
      "Run the real bot against a journal in memory and a venue that loses, delays and lies, over and over.",
      "Every run is decided by its seed alone. Exits with 7 if an invariant did not hold, or if after 20,000 seeds",
      "a fault has not met a state of an order that it can meet."
    })
final class SimulateCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "How many runs; default ${DEFAULT-VALUE}.",
      defaultValue = "1000")
  long seeds;

  @Option(
      names = "--from",
      paramLabel = "SEED",
      description = "The first seed; default ${DEFAULT-VALUE}.",
      defaultValue = "1")
  long from;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "Which faults: swarm (a selection of its own for each seed), storm (all), calm (none).",
      defaultValue = "swarm")
  String profile = "swarm";

  @Option(
      names = "--style",
      paramLabel = "NAME",
      description = "How orders are worked: ioc, passive, twap or auto; default ${DEFAULT-VALUE}.",
      defaultValue = "ioc")
  String style = "ioc";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Runs at the same time; default ${DEFAULT-VALUE}.",
      defaultValue = "1")
  int threads;

  @Option(names = "--seed", paramLabel = "SEED", description = "Run this one seed only.")
  @Nullable Long seed;

  @Option(
      names = "--require-coverage",
      description = "Fail if a goal of coverage was not met, however few the seeds.")
  boolean requiresCoverage;

  @Option(names = "--trace", description = "Print every event; with --seed.")
  boolean trace;

  @Option(
      names = "--flatten",
      paramLabel = "POSITIONS",
      description =
          "Instead, measure the time to flat of a book of so many positions at a venue of which"
              + " every fifth answer is wrong; once for each seed.")
  @Nullable Integer flatten;

  SimulateCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Long only = seed;
    long first = only == null ? from : only;
    long count = only == null ? seeds : 1;
    if (trace && only == null) {
      throw new CommandFailed(ExitCode.USAGE, "--trace goes with --seed: it prints one run");
    }
    Integer positions = flatten;
    if (positions != null) {
      cli.answer(
          cli.operations()
              .flattenDrill(
                  positions,
                  new SimulateOptions(first, count, profile, style, threads, false, trace)),
          FlattenTimes::text);
      return ExitCode.DONE.code();
    }
    SimulationAnswer answer =
        cli.operations()
            .simulate(
                new SimulateOptions(
                    first, count, profile, style, threads, requiresCoverage, trace));
    cli.answer(answer, SimulationText::of);
    return answer.isWell() ? ExitCode.DONE.code() : ExitCode.VERIFICATION_FAILED.code();
  }
}
