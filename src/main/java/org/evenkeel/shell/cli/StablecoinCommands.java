package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.plan.PegState;
import org.evenkeel.core.plan.PegWatch;
import org.evenkeel.core.policy.LimitKey;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitsInForce;
import org.evenkeel.cycle.Decision;
import org.evenkeel.cycle.DecisionInputs;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.cli.print.TextTable;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The coins that are cash: what counts of them, and whether their peg is believed. */
@Command(
    name = "stablecoin",
    description = "Show the coins that are cash, set haircuts, vouch for a peg.")
final class StablecoinCommands {

  private final Cli cli;

  private StablecoinCommands(Cli cli) {
    this.cli = cli;
  }

  static void addTo(CommandLine root, Cli cli) {
    StablecoinCommands commands = new StablecoinCommands(cli);
    CommandLine line = new CommandLine(commands);
    line.addSubcommand(new CommandLine(new Haircut(cli)));
    root.addSubcommand(line);
  }

  /**
   * A coin.
   *
   * @param haircut the part of it on which nothing is sized, as it holds now
   * @param haircutEnds until when it is set, if it is
   * @param peg how the newest decision saw its peg
   * @param trustEnds until when persons vouch for it, if they do
   */
  record Coin(
      Currency coin,
      BigDecimal haircut,
      Optional<Instant> haircutEnds,
      String peg,
      Optional<Instant> trustEnds) {}

  @Command(name = "show", description = "Show haircut and peg of each coin.")
  int show() {
    AppConfig config = cli.config();
    return cli.inSession(
        session -> {
          DecisionInputs inputs = LimitsCommands.inputs(session);
          PegWatch pegs = Decision.pegs(inputs);
          Instant now = cli.botTime(config, session.records().status());
          LimitsInForce inForce = LimitsCommands.inForce(config, session, now);
          List<Coin> coins = new ArrayList<>();
          for (Currency coin : config.universe().coins()) {
            coins.add(coin(coin, pegs, inForce));
          }
          cli.answer(coins, StablecoinCommands::text);
        });
  }

  private static Coin coin(Currency coin, PegWatch pegs, LimitsInForce inForce) {
    LimitName haircut = new LimitName(LimitKey.COIN_HAIRCUT, coin.value());
    LimitName trust = new LimitName(LimitKey.TRUSTED_COIN, coin.value());
    boolean isTrusted = inForce.values().of(trust).filter(value -> value.signum() > 0).isPresent();
    return new Coin(
        coin,
        inForce.values().of(haircut).orElse(BigDecimal.ZERO),
        Optional.ofNullable(inForce.set().get(haircut)).map(set -> set.expiresAt()),
        isTrusted
            ? "vouched for"
            : pegs.of(coin).map(StablecoinCommands::peg).orElse("not watched"),
        Optional.ofNullable(inForce.set().get(trust)).map(set -> set.expiresAt()));
  }

  private static String peg(PegState state) {
    if (state.isLatched()) {
      return "off its peg since "
          + Figures.time(state.latchedAt().orElseThrow())
          + ": "
          + state.reason();
    }
    return state.looks() > 0 ? state.reason() : "stands";
  }

  private static String text(List<Coin> coins) {
    TextTable table = new TextTable("coin", ">haircut", "until", "peg", "vouched for until");
    for (Coin coin : coins) {
      table.row(
          coin.coin().value(),
          CapitalCommands.text(coin.haircut()),
          coin.haircutEnds().map(Figures::time).orElse("by configuration"),
          coin.peg(),
          coin.trustEnds().map(Figures::time).orElse("-"));
    }
    return table.toString();
  }

  @Command(
      name = "trust",
      description = {
        "Vouch for a coin's peg until a time: a latch is lifted at the next decision and none is set. Waits for a second"
            + " person.",
        "'limits reset trusted_coin.COIN' takes it back at once."
      })
  int trust(
      @Parameters(paramLabel = "COIN", description = "Such as USDC.") String coin,
      @Option(
              names = "--for",
              paramLabel = "TIME",
              required = true,
              description =
                  "How long, or until when, on the bot's clock; it is watched again then.")
          String until,
      @Mixin ReasonOption reason) {
    return LimitsSetCommand.set(
        cli, LimitKey.TRUSTED_COIN.key() + "." + coin, "1", until, reason.text());
  }

  /** Haircuts. */
  @Command(name = "haircut", description = "Set the part of a coin on which nothing is sized.")
  static final class Haircut {

    private final Cli cli;

    Haircut(Cli cli) {
      this.cli = cli;
    }

    @Command(
        name = "set",
        description = {
          "Set a coin's haircut for a time; the configuration holds again after it.",
          "More needs one person, less waits for a second one."
        })
    int set(
        @Parameters(index = "0", paramLabel = "COIN", description = "Such as USDC.") String coin,
        @Parameters(index = "1", paramLabel = "FRACTION", description = "0 to 0.9, such as 0.05.")
            String fraction,
        @Option(
                names = "--for",
                paramLabel = "TIME",
                defaultValue = "7d",
                description = "How long, or until when, on the bot's clock.")
            String until,
        @Mixin ReasonOption reason) {
      return LimitsSetCommand.set(
          cli, LimitKey.COIN_HAIRCUT.key() + "." + coin, fraction, until, reason.text());
    }
  }
}
