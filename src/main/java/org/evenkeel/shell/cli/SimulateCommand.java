package org.evenkeel.shell.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the bot in a world that fails, many times, and says whether anything went wrong. */
@Command(
    name = "simulate",
    description = {
      "Run the real bot against a journal in memory and a venue that loses, delays and lies, over and over.",
      "Every run is decided by its seed alone. Exits with 7 if an invariant did not hold."
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
      names = "--threads",
      paramLabel = "N",
      description = "Runs at the same time; default ${DEFAULT-VALUE}.",
      defaultValue = "1")
  int threads;

  @Option(names = "--seed", paramLabel = "SEED", description = "Run this one seed only.")
  @Nullable Long seed;

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
              .flattenDrill(positions, new SimulateOptions(first, count, profile, threads, trace)),
          FlattenTimes::text);
      return ExitCode.DONE.code();
    }
    SimulationAnswer answer =
        cli.operations().simulate(new SimulateOptions(first, count, profile, threads, trace));
    cli.answer(answer, SimulateCommand::text);
    return answer.violations() == 0 ? ExitCode.DONE.code() : ExitCode.VERIFICATION_FAILED.code();
  }

  private static String text(SimulationAnswer answer) {
    StringBuilder text = new StringBuilder();
    answer.trace().forEach(line -> text.append(line).append('\n'));
    for (SimulationAnswer.Failure failure : answer.failures()) {
      text.append("seed ").append(failure.seed()).append("  ").append(failure.invariant());
      text.append("  ").append(failure.detail()).append('\n');
      text.append("  smallest: ").append(failure.profile()).append('\n');
      text.append("  replay:   ").append(failure.replay()).append('\n');
    }
    answer
        .coverage()
        .forEach(
            (mark, times) -> text.append(String.format(Locale.ROOT, "%-36s %10d%n", mark, times)));
    text.append(
        String.format(
            Locale.ROOT,
            "%d seeds, %d violations; %d calls, %d orders; %.1f s, %.0f seeds a minute and thread%n",
            answer.seeds(),
            answer.violations(),
            answer.calls(),
            answer.orders(),
            answer.seconds(),
            answer.seedsPerMinuteAndThread()));
    return text.toString();
  }
}
