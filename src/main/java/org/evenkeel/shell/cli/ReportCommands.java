package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.evenkeel.core.statement.CostDrift;
import org.evenkeel.core.statement.CostFacts;
import org.evenkeel.core.statement.CostRow;
import org.evenkeel.core.statement.CostStatement;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.Facts;
import org.evenkeel.core.statement.Forgone;
import org.evenkeel.core.statement.LockRow;
import org.evenkeel.core.statement.MeasuredOrder;
import org.evenkeel.core.statement.NavPoint;
import org.evenkeel.core.statement.RiskStatement;
import org.evenkeel.core.statement.Status;
import org.evenkeel.cycle.Dossier;
import org.evenkeel.shell.cli.print.CostsText;
import org.evenkeel.shell.cli.print.FactsText;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.cli.print.Json;
import org.evenkeel.shell.cli.print.LocksText;
import org.evenkeel.shell.cli.print.PositionsText;
import org.evenkeel.shell.cli.print.RiskText;
import org.evenkeel.shell.cli.print.StatusText;
import org.evenkeel.shell.cli.print.TextTable;
import org.evenkeel.shell.cli.print.WeightsText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports made of what is stored, by name. */
@Command(
    name = "reports",
    description = "List the reports, or print one of them from what is stored.")
final class ReportCommands implements Callable<Integer> {

  private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");
  private static final int NAVS = 400;

  private final Cli cli;

  ReportCommands(Cli cli) {
    this.cli = cli;
  }

  /** A report: its name, what it is, and how it is made. */
  private enum Report {
    DAILY("state of the bot, weights and positions of the newest statement"),
    COSTS("what orders have cost against their arrival, and what the planner reckons with"),
    RISK("forecast risk, realised risk and what follows"),
    RECONCILE("differences of books and venues, and what is locked"),
    DRAWDOWN("valuations with their distance from the highest before"),
    CAPACITY(
        "the largest numbers of messages and rows, when, and the venues' allowances at twice as many");

    final String about;

    Report(String about) {
      this.about = about;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A report as it is printed: the record and its text. */
  private record Made(Object record, String text) {}

  @Override
  public Integer call() {
    return list();
  }

  @Command(name = "list", description = "The names of the reports.")
  int list() {
    List<List<String>> rows =
        List.of(Report.values()).stream().map(each -> List.of(each.label(), each.about)).toList();
    cli.answer(new Facts(List.of("report", "what"), rows), FactsText::table);
    return ExitCode.DONE.code();
  }

  @Command(name = "run", description = "Print a report.")
  int run(
      @Parameters(paramLabel = "NAME", description = "One of 'reports list'.") String name,
      @Option(
              names = "--since",
              paramLabel = "TIME",
              description = "A duration back, a date or an instant; default 30d, of capacity 183d.")
          @Nullable String since,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "text, markdown or json; default ${DEFAULT-VALUE}.")
          String format) {
    Report report = named(name);
    if (!List.of("text", "markdown", "json").contains(format)) {
      throw new CommandFailed(
          ExitCode.USAGE, "--format is text, markdown or json, found '" + format + "'");
    }
    String usual = report == Report.CAPACITY ? "183d" : "30d";
    Instant from = Times.back(since == null ? usual : since, cli.wall().instant());
    return cli.inSession(
        session -> {
          Made made = made(report, session, from);
          boolean isJson = cli.options().json || format.equals("json");
          String text =
              format.equals("markdown")
                  ? "# " + report.label() + "\n\n```\n" + made.text() + "```\n"
                  : made.text();
          cli.out().print(isJson ? Json.of(made.record()) : text);
          cli.out().flush();
        });
  }

  private static Report named(String name) {
    for (Report report : Report.values()) {
      if (report.label().equals(name)) {
        return report;
      }
    }
    throw new CommandFailed(
        ExitCode.USAGE, "there is no report '" + name + "'; look at 'reports list'");
  }

  private static Made made(Report report, Session session, Instant from) {
    return switch (report) {
      case DAILY -> daily(session);
      case COSTS -> {
        CostStatement costs = costs(session.records().costs(Instant.EPOCH, EVER));
        yield new Made(costs, CostsText.of(costs));
      }
      case RISK -> {
        RiskStatement risk =
            session
                .records()
                .risk()
                .orElseThrow(
                    () -> new CommandFailed(ExitCode.REFUSED, "no decision has been made yet"));
        yield new Made(risk, RiskText.of(risk));
      }
      case RECONCILE -> reconcile(session, from);
      case DRAWDOWN -> drawdown(session);
      case CAPACITY -> {
        Facts capacity = session.dossier().facts(Dossier.Kind.CAPACITY, from, EVER);
        yield new Made(capacity, FactsText.table(capacity));
      }
    };
  }

  /** The record of the daily report. */
  private record Daily(Status status, CycleStatement statement) {}

  private static Made daily(Session session) {
    CycleStatement statement = Statements.last(session.records());
    Status status = session.records().status();
    return new Made(
        new Daily(status, statement),
        StatusText.of(status, Optional.of(statement))
            + "\n"
            + WeightsText.of(statement)
            + "\n"
            + PositionsText.of(statement));
  }

  private static CostStatement costs(CostFacts facts) {
    Function<MeasuredOrder, String> key = MeasuredOrder::instrument;
    return CostStatement.of(
        facts.currency(),
        CostRow.of(facts.orders(), key, facts.forgone(), Forgone::instrument),
        CostDrift.of(facts.orders()));
  }

  /** The record of the report of reconciliation. */
  private record Reconcile(List<LockRow> locks, Facts breaks) {}

  private static Made reconcile(Session session, Instant from) {
    List<LockRow> locks = session.records().status().openLocks();
    Facts breaks = session.dossier().facts(Dossier.Kind.BREAKS, from, EVER);
    return new Made(
        new Reconcile(locks, breaks),
        LocksText.of(locks)
            + "\ndifferences of books and venues\n"
            + (breaks.rows().isEmpty() ? "none\n" : FactsText.table(breaks)));
  }

  /** By valuations alone; what the brake acts on is flow-free and stands in 'status'. */
  private static Made drawdown(Session session) {
    List<NavPoint> navs = session.records().navs(NAVS);
    TextTable table = new TextTable("as of", "nav", "highest before", "distance");
    BigDecimal peak = BigDecimal.ZERO;
    for (NavPoint point : navs) {
      peak = peak.max(point.nav());
      table.row(
          Figures.time(point.asOf()),
          Figures.money(point.nav()),
          Figures.money(peak),
          peak.signum() == 0
              ? ""
              : Figures.signedPercent(
                  point.nav().subtract(peak).divide(peak, MathContext.DECIMAL64)));
    }
    return new Made(
        navs,
        "valuations with deposits and withdrawals in them; the brake acts on flow-free figures, see 'status'\n"
            + table);
  }
}
