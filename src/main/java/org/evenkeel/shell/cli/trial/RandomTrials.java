package org.evenkeel.shell.cli.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.RiskBudgets;
import org.evenkeel.core.parity.RiskParity;
import org.evenkeel.core.parity.RiskParitySolution;
import org.evenkeel.core.parity.RiskWitness;

/**
 * Random problems for the solver, each answer judged by arithmetic of its own.
 *
 * <p>Example: {@code RandomTrials.run(1_000_000, 1, 4)} and then {@link TrialReport#isGood}.
 *
 * <p>This class is stateless and thread-safe; what it finds, but for times, depends on the seed alone.
 */
public final class RandomTrials {

  /** Far above what any problem takes, even on a busy machine. */
  private static final double TOO_LONG_MILLISECONDS = 20_000;

  private static final int BATCH = 64;

  private static final ParitySettings SETTINGS = ParitySettings.defaults();

  private RandomTrials() {}

  /** Tries problems 0 to count - 1 of a seed. */
  public static TrialReport run(long count, long seed, int threads) throws InterruptedException {
    AtomicLong next = new AtomicLong();
    List<Callable<TrialTally>> workers = new ArrayList<>();
    for (int k = 0; k < threads; k++) {
      workers.add(() -> work(count, seed, next));
    }
    TrialTally all = new TrialTally();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (Future<TrialTally> future : executor.invokeAll(workers)) {
        all.add(future.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a trial failed with an exception", e.getCause());
    }
    return all.report(count, seed);
  }

  /** Tries one problem alone. */
  public static TrialReport one(long seed, long number) {
    TrialTally tally = new TrialTally();
    trial(seed, number, new TrialJudge(), tally);
    return tally.report(1, seed);
  }

  private static TrialTally work(long count, long seed, AtomicLong next) {
    TrialTally tally = new TrialTally();
    TrialJudge judge = new TrialJudge();
    for (long from = next.getAndAdd(BATCH); from < count; from = next.getAndAdd(BATCH)) {
      for (long number = from; number < Math.min(count, from + BATCH); number++) {
        trial(seed, number, judge, tally);
      }
    }
    return tally;
  }

  private static void trial(long seed, long number, TrialJudge judge, TrialTally tally) {
    TrialProblem problem = TrialProblems.of(seed, number);
    List<SleeveId> names = new ArrayList<>();
    for (int i = 0; i < problem.size(); i++) {
      names.add(SleeveId.of("s" + i));
    }
    CovarianceEstimate estimate = CovarianceEstimate.given(names, problem.covariance());
    Result<RiskBudgets> budgets = RiskBudgets.of(names, problem.budgets());
    long start = System.nanoTime();
    Result<RiskParitySolution> result =
        budgets.then(parts -> RiskParity.solve(estimate, parts, SETTINGS));
    double milliseconds = (System.nanoTime() - start) / 1e6;
    tally.time(number, problem, milliseconds);
    switch (result) {
      case Result.Ok<RiskParitySolution> ok -> {
        double error = judge.error(problem, ok.value());
        double claimed = ok.value().certificate().maxRelativeError();
        boolean good =
            error <= TrialJudge.ALLOWED
                && error <= claimed + 1e-14
                && judge.isConsistent(ok.value());
        tally.count(
            number,
            problem,
            outcome(good, milliseconds, TrialOutcome.CERTIFIED),
            error,
            String.format(Locale.ROOT, "error %.3g, certified %.3g", error, claimed));
      }
      case Result.Refused<RiskParitySolution> refused -> {
        Refusal refusal = refused.refusal();
        TrialOutcome outcome =
            switch (refusal.reason()) {
              case SOLVER_UNCERTIFIED -> TrialOutcome.UNDECIDED;
              default ->
                  outcome(
                      judge.isTrue(problem, refusal.reason(), witness(estimate, budgets)),
                      milliseconds,
                      TrialOutcome.REFUSED);
            };
        tally.count(number, problem, outcome, 0, refusal.reason() + ": " + refusal.detail());
      }
    }
  }

  private static TrialOutcome outcome(boolean good, double milliseconds, TrialOutcome ifGood) {
    if (!good) {
      return TrialOutcome.WRONG;
    }
    return milliseconds > TOO_LONG_MILLISECONDS ? TrialOutcome.LOOPING : ifGood;
  }

  private static Optional<RiskWitness> witness(
      CovarianceEstimate estimate, Result<RiskBudgets> budgets) {
    return budgets instanceof Result.Ok<RiskBudgets> ok
        ? RiskParity.witness(estimate, ok.value(), SETTINGS)
        : Optional.empty();
  }
}
