package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.UsableEquity;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.policy.LimitKey;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.core.policy.LimitsInForce;
import org.evenkeel.cycle.DecisionInputs;
import org.evenkeel.cycle.Observation;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.cli.print.TextTable;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The money on which positions are sized. */
@Command(name = "capital", description = "Show and limit the money on which positions are sized.")
final class CapitalCommands {

  private static final LimitName CAP = LimitName.of(LimitKey.MAX_CAPITAL);

  /** Long enough for the next decision of any schedule, which keeps what it has believed. */
  private static final String CONFIRMED_FOR = "2d";

  private final Cli cli;

  CapitalCommands(Cli cli) {
    this.cli = cli;
  }

  /**
   * What the newest decision was sized on.
   *
   * @param value what the account was worth
   * @param heldOut the part of it that nobody has explained yet
   * @param sizedOn what is left after haircuts, issuers' caps and the cap on capital
   * @param cap the cap that holds now
   * @param cappedBy who has set it and why
   */
  record Capital(
      Instant asOf,
      Money value,
      Money heldOut,
      Money sizedOn,
      Optional<BigDecimal> cap,
      String cappedBy) {}

  @Command(
      name = "show",
      description = "Show the portfolio's value, what is held out, the cap, and what is sized on.")
  int show() {
    AppConfig config = cli.config();
    return cli.inSession(
        session -> {
          DecisionInputs inputs = LimitsCommands.inputs(session);
          Instant now = cli.botTime(config, session.records().status());
          LimitsInForce inForce = LimitsCommands.inForce(config, session, now);
          switch (capital(inputs, inForce)) {
            case Result.Ok<Capital> ok -> cli.answer(ok.value(), CapitalCommands::text);
            case Result.Refused<Capital> refused ->
                throw new CommandFailed(ExitCode.REFUSED, refused.refusal().toString());
          }
        });
  }

  private static Result<Capital> capital(DecisionInputs inputs, LimitsInForce inForce) {
    return Yardstick.of(inputs.rules().universe(), inputs.market().quotes())
        .then(
            yardstick ->
                yardstick
                    .nav(inputs.account())
                    .then(
                        whole ->
                            inputs
                                .observation()
                                .then(seen -> capital(inputs, inForce, yardstick, whole, seen))));
  }

  private static Result<Capital> capital(
      DecisionInputs inputs,
      LimitsInForce inForce,
      Yardstick yardstick,
      Money whole,
      Observation seen) {
    return UsableEquity.of(
            seen.account(), yardstick, inputs.rules().universe(), inputs.rules().cash())
        .map(
            equity ->
                new Capital(
                    inputs.market().asOf(),
                    whole,
                    new Money(whole.amount().subtract(seen.nav().amount()), whole.currency()),
                    equity.usable(),
                    inForce.values().of(CAP),
                    Optional.ofNullable(inForce.set().get(CAP))
                        .map(CapitalCommands::words)
                        .orElse("")));
  }

  private static String words(LimitOverride set) {
    return "until " + Figures.time(set.expiresAt()) + " by " + set.author() + ": " + set.reason();
  }

  private static String text(Capital capital) {
    TextTable table = new TextTable("capital", ">amount", "remark");
    String currency = capital.value().currency().value();
    table.row("value", amount(capital.value()), currency + " at " + Figures.time(capital.asOf()));
    table.row("held out", amount(capital.heldOut()), "not explained yet; see 'flows'");
    table.row(
        "cap",
        capital.cap().map(CapitalCommands::amount).orElse("none"),
        capital.cappedBy().isEmpty() ? "see 'capital set'" : capital.cappedBy());
    table.row("sized on", amount(capital.sizedOn()), "by the newest decision, after haircuts");
    return table.toString();
  }

  private static String amount(Money money) {
    return amount(money.amount());
  }

  private static String amount(BigDecimal amount) {
    return Figures.money(amount);
  }

  @Command(
      name = "set",
      description = {
        "Size positions on no more than an amount, from the next decision on; 'limits reset "
            + "max_capital_nav_currency' takes that back.",
        "Less needs one person, more waits for a second one."
      })
  int set(
      @Parameters(index = "0", paramLabel = "AMOUNT", description = "Such as 50000.") String amount,
      @Parameters(
              index = "1",
              arity = "0..1",
              paramLabel = "CURRENCY",
              description = "The NAV currency, to be sure.")
          Optional<String> currency,
      @Option(
              names = "--for",
              paramLabel = "TIME",
              defaultValue = "365d",
              description = "How long, or until when, on the bot's clock.")
          String until,
      @Mixin ReasonOption reason) {
    String nav = cli.config().universe().navCurrency().value();
    if (currency.filter(code -> !code.equals(nav)).isPresent()) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "found " + currency.orElseThrow() + "; the portfolio is valued in " + nav);
    }
    return LimitsSetCommand.set(cli, CAP.toString(), amount, until, reason.text());
  }

  @Command(
      name = "confirm",
      description = {
        "Say that the portfolio may be sized on its value up to an amount, although it has risen by more than"
            + " max_capital_rise_fraction since the decision before. Waits for a second person.",
      })
  int confirm(
      @Parameters(paramLabel = "AMOUNT", description = "In NAV currency, such as 120000.")
          String amount,
      @Mixin ReasonOption reason) {
    return LimitsSetCommand.set(
        cli, LimitKey.CONFIRMED_CAPITAL.key(), amount, CONFIRMED_FOR, reason.text());
  }

  static String text(BigDecimal value) {
    return Decimals.text(value);
  }
}
