package org.evenkeel.shell.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.policy.OperatorOverride.Kind;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.cli.print.OverridesText;
import org.evenkeel.shell.config.AppConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds an override. */
@Command(name = "set", description = "Cap, shrink or exclude a sleeve until a time.")
final class OverrideSetCommand implements Callable<Integer> {

  /** A cap above this many times NAV caps nothing. */
  private static final int MAX_CAP = 20;

  private final Cli cli;

  @Parameters(paramLabel = "SLEEVE", description = "The sleeve, such as btc.")
  String sleeve = "";

  @ArgGroup(multiplicity = "1")
  Effect effect = new Effect();

  @Option(
      names = "--expires",
      paramLabel = "TIME",
      required = true,
      description = "Until when: 2d, a date, or an instant, on the bot's clock.")
  String expires = "";

  @Mixin final ReasonOption reason = new ReasonOption();

  OverrideSetCommand(Cli cli) {
    this.cli = cli;
  }

  /** Exactly one of three effects. */
  static final class Effect {

    @Option(
        names = "--cap",
        paramLabel = "FRACTION",
        description = "The sleeve's exposure is at most this fraction of NAV: 0.1 or 10%%.")
    @Nullable String cap;

    @Option(names = "--exclude", description = "The sleeve leaves the portfolio.")
    boolean exclude;

    @Option(
        names = "--multiplier",
        paramLabel = "FRACTION",
        description = "The sleeve's exposure is multiplied by this: 0 to 1.")
    @Nullable String multiplier;

    Kind kind() {
      return cap != null ? Kind.CAP : multiplier != null ? Kind.MULTIPLIER : Kind.EXCLUDE;
    }

    Ratio value() {
      if (cap != null) {
        return Fractions.of(cap, "--cap", MAX_CAP);
      }
      return multiplier != null ? Fractions.of(multiplier, "--multiplier", 1) : Ratio.ZERO;
    }
  }

  @Override
  public Integer call() {
    AppConfig config = cli.config();
    Ratio value = effect.value();
    String why = reason.text();
    requireSleeve(config);
    try (Session session = cli.operations().open(config)) {
      Instant now = cli.botTime(config, session.records().status());
      Instant until = Times.instantOrDuration(expires, now);
      if (!until.isAfter(now)) {
        throw new CommandFailed(
            ExitCode.USAGE,
            "found --expires " + expires + ", which is past; the bot's clock says " + now);
      }
      SleeveId id = SleeveId.of(sleeve);
      String author = cli.options().author;
      Kind kind = effect.kind();
      Change change =
          new Change(
              "override of " + sleeve,
              before(session),
              OverridesText.effect(kind, value) + " until " + Figures.time(until),
              "from the next decision on",
              author,
              why);
      cli.carryOut(
          change,
          () -> session.controls().addOverride(id, kind, value, author, why, now, until),
          added -> "recorded as override " + added.id() + " for " + author);
    }
    return ExitCode.DONE.code();
  }

  private void requireSleeve(AppConfig config) {
    boolean known =
        config.universe().sleeves().stream().anyMatch(s -> s.id().value().equals(sleeve));
    if (!known) {
      String names =
          config.universe().sleeves().stream()
              .map(s -> s.id().value())
              .collect(Collectors.joining(", "));
      throw new CommandFailed(ExitCode.USAGE, "no sleeve '" + sleeve + "'; write one of " + names);
    }
  }

  /** What is held and what other overrides are in force. */
  private String before(Session session) {
    String held =
        session
            .records()
            .lastStatement()
            .flatMap(s -> s.weights().stream().filter(w -> w.sleeve().equals(sleeve)).findFirst())
            .map(row -> Figures.percent(row.currentExposure()) + " of NAV held")
            .orElse("nothing held");
    String others =
        session.records().overrides(false).stream()
            .filter(o -> o.sleeve().value().equals(sleeve))
            .map(OverridesText::effect)
            .collect(Collectors.joining(", "));
    return held + (others.isEmpty() ? "" : ", " + others);
  }
}
