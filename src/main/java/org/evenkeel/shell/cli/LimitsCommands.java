package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.policy.Canary;
import org.evenkeel.core.policy.CanaryTerms;
import org.evenkeel.core.policy.HardLimits;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitValues;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.policy.LimitsInForce;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.LimitRow;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.core.statement.Status;
import org.evenkeel.cycle.DecidedLimits;
import org.evenkeel.cycle.Decision;
import org.evenkeel.cycle.DecisionInputs;
import org.evenkeel.cycle.LimitsStanding;
import org.evenkeel.cycle.Records;
import org.evenkeel.cycle.StoredDecision;
import org.evenkeel.shell.cli.print.LimitsText;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The limits of the last step before the wire, and how near the portfolio is to them. */
@Command(name = "limits", description = "The limits that no order may cross.")
final class LimitsCommands implements Runnable {

  /** Far more orders than any limit lets through in a day. */
  private static final int ORDERS = 100_000;

  private final Cli cli;

  private LimitsCommands(Cli cli) {
    this.cli = cli;
  }

  static void addTo(CommandLine root, Cli cli) {
    LimitsCommands commands = new LimitsCommands(cli);
    CommandLine line = new CommandLine(commands);
    line.addSubcommand(commands.new Show());
    line.addSubcommand(new LimitsSetCommand(cli));
    line.addSubcommand(new LimitsResetCommand(cli));
    line.addSubcommand(new LimitsAutoCommand(cli));
    line.addSubcommand(new LimitsSimulateCommand(cli));
    line.addSubcommand(commands.new Sign());
    root.addSubcommand(line);
  }

  @Override
  public void run() {
    throw new CommandFailed(
        ExitCode.USAGE, "write 'limits show', 'auto', 'simulate', 'set', 'reset' or 'sign'");
  }

  /** Shows the limits of now against what is stored; the daemon may be down. */
  @Command(
      name = "show",
      description =
          "Show for every limit its value, what is left, and the trade that would reach it, by the"
              + " newest stored decision and the journal.")
  final class Show implements Callable<Integer> {

    @Override
    public Integer call() {
      AppConfig config = cli.config();
      try (Session session = cli.operations().open(config)) {
        cli.answer(rows(config, session), LimitsText::of);
        return ExitCode.DONE.code();
      }
    }
  }

  /** Puts a person's signature under the hard limits. */
  @Command(
      name = "sign",
      description = {
        "Sign the hard limits with your key; live needs the signatures of two persons.",
        "Any change of a number makes all signatures void."
      })
  final class Sign implements Callable<Integer> {

    @Override
    public Integer call() {
      AppConfig config = cli.config();
      cli.preview(config.guards().hard().text());
      cli.answer(cli.operations().signLimits(config), line -> line + "\n");
      return ExitCode.DONE.code();
    }
  }

  private List<LimitRow> rows(AppConfig config, Session session) {
    Records records = session.records();
    Status status = records.status();
    CycleStatement statement = records.lastStatement().orElseThrow(LimitsCommands::tooEarly);
    DecisionInputs inputs = inputs(session);
    Instant now = cli.botTime(config, status);
    LimitsInForce inForce = now(config, session, cli);
    Limits limits = inForce.values().limits();
    List<OrderRow> orders = records.orders(false, ORDERS);
    List<LimitRow> rows =
        new ArrayList<>(
            new LimitsStanding(
                    limits,
                    inForce.values().guards(),
                    inputs.market(),
                    orThrow(Yardstick.of(inputs.rules().universe(), inputs.market().quotes())),
                    statement,
                    status.capital(),
                    records.orders(true, ORDERS),
                    orders,
                    now)
                .rows());
    rows.add(small(config, inForce));
    HardLimits hard = config.guards().hard();
    switch (Decision.from(inputs)) {
      case Result.Ok<Decision> ok ->
          rows.addAll(
              new DecidedLimits(
                      inputs,
                      ok.value().plan(),
                      limits,
                      inForce,
                      hard,
                      newest(orders, newest(session)))
                  .rows());
      case Result.Refused<Decision> refused ->
          rows.add(
              LimitRow.none(
                  8, "by the newest decision", "it was held: " + refused.refusal().detail()));
    }
    rows.sort(Comparator.comparingInt(LimitRow::item));
    return rows;
  }

  private static int newest(List<OrderRow> orders, CycleId cycle) {
    return (int) orders.stream().filter(row -> row.cycleId().equals(cycle.value())).count();
  }

  private static Optional<Canary> canary(AppConfig config, Session session, Instant now) {
    CanaryTerms terms = config.guards().canary();
    return terms
        .at(now, session.newestCanary())
        .or(
            () ->
                terms.asksForRehearsal()
                    ? terms.unrehearsed(session.rehearsalAge())
                    : Optional.empty());
  }

  private static LimitRow small(AppConfig config, LimitsInForce inForce) {
    CanaryTerms terms = config.guards().canary();
    return LimitRow.none(
        21,
        "limits.canary_hours",
        inForce
            .canary()
            .map(Canary::text)
            .orElse(
                terms.isOn()
                    ? "nothing is new: limits are whole; after a start with something new, times "
                        + terms.ratio()
                        + " for "
                        + terms.life().toHours()
                        + " hours"
                    : "off: limits are whole whatever is new"));
  }

  /** What holds by configuration, settings and hard limits, before what is new makes it small. */
  static LimitsInForce inForce(AppConfig config, Session session, Instant now) {
    return LimitsInForce.of(
        configured(config), config.guards().hard(), session.limitsSet(now), now);
  }

  /** What the gate would hold an order to at this moment. */
  static LimitsInForce now(AppConfig config, Session session, Cli cli) {
    Instant now = cli.botTime(config, session.records().status());
    return inForce(config, session, now).under(canary(config, session, now));
  }

  /** What the configuration says. */
  static LimitValues configured(AppConfig config) {
    return LimitValues.of(config.limits(), config.guards())
        .with(config.universe(), config.cash(), config.plan().treasury());
  }

  static LimitName name(String text) {
    return switch (LimitName.parse(text)) {
      case Result.Ok<LimitName> ok -> ok.value();
      case Result.Refused<LimitName> refused ->
          throw new CommandFailed(ExitCode.USAGE, refused.refusal().detail());
    };
  }

  /** A number within the range of a limit and its hard bound. */
  static BigDecimal value(LimitName name, String text, HardLimits hard) {
    if (!text.matches("\\d{1,15}(\\.\\d{1,12})?")) {
      throw new CommandFailed(ExitCode.USAGE, "found '" + text + "', write a number such as 0.5");
    }
    BigDecimal value = new BigDecimal(text);
    Optional<Refusal> range = name.key().objection(value);
    if (range.isPresent()) {
      throw new CommandFailed(ExitCode.USAGE, range.get().detail());
    }
    Optional<Refusal> beyond = hard.objection(name, value);
    if (beyond.isPresent()) {
      throw new CommandFailed(ExitCode.REFUSED, "refused: " + beyond.get().detail());
    }
    return value;
  }

  private static <T> T orThrow(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Refused<T> refused ->
          throw new CommandFailed(ExitCode.REFUSED, refused.refusal().toString());
    };
  }

  static CycleId newest(Session session) {
    return session.decisions().newest(100).stream()
        .reduce((older, newer) -> newer)
        .orElseThrow(LimitsCommands::tooEarly);
  }

  /** What the newest decision was made from. */
  static DecisionInputs inputs(Session session) {
    CycleId newest = newest(session);
    return session
        .decisions()
        .of(newest)
        .map(StoredDecision::inputs)
        .map(
            inputs ->
                switch (inputs.whole()) {
                  case Result.Ok<DecisionInputs> ok -> ok.value();
                  case Result.Refused<DecisionInputs> no ->
                      throw new CommandFailed(
                          ExitCode.REFUSED, newest + ": " + no.refusal().detail());
                })
        .orElseThrow(LimitsCommands::tooEarly);
  }

  private static CommandFailed tooEarly() {
    return new CommandFailed(
        ExitCode.REFUSED, "no decision has been made yet; start the bot with 'run'");
  }
}
