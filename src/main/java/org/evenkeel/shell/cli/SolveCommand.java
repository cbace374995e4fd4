package org.evenkeel.shell.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.shell.cli.cases.CaseResult;
import org.evenkeel.shell.cli.cases.Cases;
import org.evenkeel.shell.cli.print.CasesText;
import org.evenkeel.shell.cli.print.CompareText;
import org.evenkeel.shell.cli.print.SolveText;
import org.evenkeel.shell.cli.solver.Principle;
import org.evenkeel.shell.cli.solver.Problem;
import org.evenkeel.shell.cli.solver.ProblemFiles;
import org.evenkeel.shell.cli.solver.SolveAnswer;
import org.evenkeel.shell.cli.trial.RandomTrials;
import org.evenkeel.shell.cli.trial.TrialReport;
import org.evenkeel.shell.cli.trial.TrialText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Solves a risk-parity problem from a file: no configuration, no database, no network. */
@Command(
    name = "solve",
    description =
        "Solve a risk-parity problem from a file; prints weights, risk contributions and the certificate.")
final class SolveCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(
      names = "--cov",
      paramLabel = "FILE",
      description =
          "Covariance in CSV, with or without names above columns and before rows, or in JSON.")
  @Nullable Path cov;

  @Option(
      names = "--budgets",
      paramLabel = "LIST",
      description =
          "Risk budgets: '2,1,1', 'btc=2,eth=1', or a file; equal if not given. Divided by their sum.")
  @Nullable String budgets;

  @Option(
      names = "--lower",
      paramLabel = "LIST",
      description =
          "Smallest weights: one for all such as 0.05, a list, 'btc=0.1' (others 0), or a file.")
  @Nullable String lower;

  @Option(
      names = "--upper",
      paramLabel = "LIST",
      description =
          "Largest weights: one for all such as 0.4, a list, 'btc=30%%' (others 1), or a file.")
  @Nullable String upper;

  @Option(
      names = "--rows",
      paramLabel = "FILE",
      description =
          "Linear bounds: a table 'row,<assets>,limit'; coefficients times weights at most the limit.")
  @Nullable Path rows;

  @Option(
      names = "--sign",
      paramLabel = "LIST",
      description = "Directions: '+,-,+' or 'btc=-1' (others long); all long if not given.")
  @Nullable String sign;

  @Option(
      names = "--definition",
      paramLabel = "NAME",
      description =
          "What risk parity means where a constraint binds: richard-roncalli (default; untouched assets"
              + " keep parity) or scaled (as skfolio and Riskfolio-Lib have it).")
  @Nullable String definition;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description =
          "Weights by another principle: inverse-volatility, minimum-variance, maximum-diversification,"
              + " hrp or herc; default risk-parity.")
  String method = Principle.RISK_PARITY.words();

  @Option(names = "--compare", description = "Show the weights of all principles side by side.")
  boolean compare;

  @Option(
      names = "--tolerance",
      paramLabel = "NUMBER",
      description = "Relative error of a risk contribution at which to stop; default 1e-10.")
  double tolerance = ParitySettings.defaults().tolerance();

  @Option(
      names = "--cases",
      paramLabel = "DIR",
      arity = "1..*",
      description =
          "Compare the solver with cases that state their answers: folders of JSON files, or files."
              + " Exit code 7 if any fails.")
  @Nullable List<Path> cases;

  @Option(
      names = "--random",
      paramLabel = "N",
      description =
          "Solve N random problems and judge every answer by other arithmetic. Exit code 7 if any is wrong.")
  @Nullable Long random;

  @Option(names = "--seed", paramLabel = "S", description = "Which random problems; default 1.")
  long seed = 1;

  @Option(names = "--threads", paramLabel = "K", description = "Threads for --random; default 1.")
  int threads = 1;

  SolveCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    if (cases != null) {
      return check(cases);
    }
    if (random != null) {
      return tryAtRandom(random);
    }
    return solve();
  }

  private int tryAtRandom(long count) {
    if (count < 1 || threads < 1) {
      throw new CommandFailed(ExitCode.USAGE, "write 1 or more problems and threads");
    }
    try {
      TrialReport report = RandomTrials.run(count, seed, threads);
      cli.answer(report, TrialText::of);
      return (report.isGood() ? ExitCode.DONE : ExitCode.VERIFICATION_FAILED).code();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed(ExitCode.INTERNAL, "interrupted before the trials had ended");
    }
  }

  private int check(List<Path> places) {
    List<CaseResult> results = Cases.check(places);
    cli.answer(results, CasesText::of);
    boolean allHold = results.stream().allMatch(CaseResult::passed);
    return (allHold ? ExitCode.DONE : ExitCode.VERIFICATION_FAILED).code();
  }

  private int solve() {
    if (cov == null) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "nothing to solve; write --cov FILE or --cases DIR (see 'evenkeel solve --help')");
    }
    ProblemFiles.Words words =
        new ProblemFiles.Words(
            Optional.ofNullable(budgets),
            Optional.ofNullable(lower),
            Optional.ofNullable(upper),
            Optional.ofNullable(rows),
            Optional.ofNullable(sign),
            Optional.ofNullable(definition));
    Problem problem = ProblemFiles.read(cov, words);
    if (compare) {
      List<SolveAnswer> answers =
          Principle.all().stream()
              .map(principle -> ProblemFiles.answer(problem, principle, settings()))
              .toList();
      cli.answer(answers, CompareText::of);
      return ExitCode.DONE.code();
    }
    SolveAnswer answer = ProblemFiles.answer(problem, Principle.parse(method), settings());
    if (answer.refusal().isEmpty()) {
      cli.answer(answer, SolveText::of);
      return ExitCode.DONE.code();
    }
    Refusal refusal = answer.refusal().orElseThrow();
    if (cli.options().json) {
      cli.answer(answer, SolveText::of);
    }
    throw new CommandFailed(
        refusal.reason() == RefusalReason.SOLVER_UNCERTIFIED
            ? ExitCode.VERIFICATION_FAILED
            : ExitCode.REFUSED,
        cov + ": " + refusal);
  }

  private ParitySettings settings() {
    if (!(tolerance >= 1e-14 && tolerance <= 1e-2)) {
      throw new CommandFailed(
          ExitCode.USAGE, "found --tolerance " + tolerance + "; write a number from 1e-14 to 0.01");
    }
    ParitySettings usual = ParitySettings.defaults();
    return new ParitySettings(
        usual.targetVolatilityAnnual(),
        usual.maxGrossLeverage(),
        usual.maxSleeveExposure(),
        tolerance,
        usual.maxIterations(),
        Math.max(tolerance, usual.acceptedResidual()));
  }
}
