package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.policy.LimitKey;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.core.policy.LimitValues;
import org.evenkeel.cycle.LimitRequests;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets a soft limit for a time: one person lowers it, two raise it. */
@Command(
    name = "set",
    description = {
      "Set a soft limit for a time; the configuration holds again after it.",
      "What allows less counts from the next check on. What allows more waits for a second person, and never passes a"
          + " hard limit."
    })
final class LimitsSetCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(
      index = "0",
      paramLabel = "KEY",
      description =
          "Such as max_gross_leverage_ratio or max_order_contracts.BTC-USDT-PERP@binance.")
  String key = "";

  @Parameters(index = "1", paramLabel = "VALUE", description = "The number, in the key's unit.")
  String value = "";

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "7d",
      description = "How long, or until when: 12h, 7d, a date, an instant; on the bot's clock.")
  String until = "";

  @Mixin final ReasonOption reason = new ReasonOption();

  LimitsSetCommand(Cli cli) {
    this.cli = cli;
  }

  /** The same by another command, in fewer words. */
  static int set(Cli cli, String key, String value, String until, String why) {
    LimitsSetCommand set = new LimitsSetCommand(cli);
    set.key = key;
    set.value = value;
    set.until = until;
    set.reason.reason = why;
    return set.call();
  }

  @Override
  public Integer call() {
    AppConfig config = cli.config();
    LimitName name = LimitsCommands.name(key);
    BigDecimal number = LimitsCommands.value(name, value, config.guards().hard());
    requireKnown(config, name);
    String why = reason.text();
    try (Session session = cli.operations().open(config)) {
      Instant now = cli.botTime(config, session.records().status());
      Instant end = Times.instantOrDuration(until, now);
      if (!end.isAfter(now)) {
        throw new CommandFailed(
            ExitCode.USAGE,
            "found --for " + until + ", which is past; the bot's clock says " + now);
      }
      set(config, session, LimitOverride.wanted(name, number, cli.options().author, why, now, end));
    }
    return ExitCode.DONE.code();
  }

  private static void requireKnown(AppConfig config, LimitName name) {
    List<String> known = config.universe().instruments().stream().map(id -> id.value()).toList();
    if (name.key().isByCoin()) {
      known = config.universe().coins().stream().map(Currency::value).toList();
    }
    if (name.key().isNamed() && !known.contains(name.instrument())) {
      throw new CommandFailed(
          ExitCode.USAGE, "found '" + name.instrument() + "', expected one of " + known);
    }
  }

  private void set(AppConfig config, Session session, LimitOverride wanted) {
    LimitValues before = LimitsCommands.inForce(config, session, wanted.createdAt()).values();
    String now = before.of(wanted.name()).map(Decimals::text).orElse("none");
    String after = Decimals.text(wanted.value()) + " until " + Figures.time(wanted.expiresAt());
    cli.preview(warning(config, wanted));
    if (before.isRaisedBy(wanted.name(), wanted.value())) {
      cli.preview(wanted.name() + ": " + now + " -> " + after + " allows more\n");
      throw ApprovalCommands.ask(cli, session, LimitRequests.set(wanted), wanted.reason());
    }
    boolean counts = wanted.name().key().isConfigured();
    Change change =
        new Change(
            "limit " + wanted.name(),
            now,
            after,
            counts ? "from the next check on" : "from the next decision on",
            wanted.author(),
            wanted.reason());
    cli.carryOut(
        change,
        () -> session.limits().set(wanted),
        added -> "recorded as limit " + added.id() + " for " + added.author());
  }

  /** What stops more than a person might think. */
  private static String warning(AppConfig config, LimitOverride wanted) {
    boolean stopsAll =
        wanted.name().key() == LimitKey.PRICE_COLLAR
            && wanted.value().compareTo(config.execution().collar().value()) < 0;
    return stopsAll
        ? "note: orders are priced up to "
            + config.execution().collar()
            + " beyond the book; a narrower collar may refuse all of them\n"
        : "";
  }
}
