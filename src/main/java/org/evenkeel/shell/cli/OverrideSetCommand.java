package org.evenkeel.shell.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.OperatorOverride.Kind;
import org.evenkeel.core.policy.OverrideCheck;
import org.evenkeel.core.policy.OverrideScope;
import org.evenkeel.core.policy.RiskChange;
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
@Command(
    name = "set",
    description =
        "Cap, shrink, exclude, close or stop a part of the book until a time; shows what it would do first.")
final class OverrideSetCommand implements Callable<Integer> {

  /** A cap above this many times NAV caps nothing. */
  private static final int MAX_CAP = 20;

  private final Cli cli;

  @Parameters(
      paramLabel = "SCOPE",
      description = "book, class:NAME, venue:NAME, an instrument, or a sleeve such as btc.")
  String subject = "";

  @ArgGroup(multiplicity = "1")
  Effect effect = new Effect();

  @Mixin final UntilOption end = new UntilOption();

  @Mixin final ReasonOption reason = new ReasonOption();

  OverrideSetCommand(Cli cli) {
    this.cli = cli;
  }

  /** Exactly one of the effects. */
  static final class Effect {

    @Option(
        names = "--cap",
        paramLabel = "FRACTION",
        description = "Exposure is together at most this fraction of NAV: 0.1 or 10%%.")
    @Nullable String cap;

    @Option(
        names = "--risk-cap",
        paramLabel = "FRACTION",
        description = "The share of the portfolio's risk is together at most this.")
    @Nullable String riskCap;

    @Option(names = "--exclude", description = "The sleeve leaves; the others share its risk.")
    boolean exclude;

    @Option(
        names = "--multiplier",
        paramLabel = "FRACTION",
        description = "Exposure is multiplied by this: 0 to 1.")
    @Nullable String multiplier;

    @Option(names = "--close", description = "Positions are closed and stay closed.")
    boolean close;

    @Option(names = "--reduce-only", description = "Positions only go toward zero.")
    boolean reduceOnly;

    @Option(names = "--freeze-weight", description = "Positions are left as they are.")
    boolean freezeWeight;

    @Option(names = "--no-trade", description = "No order at all.")
    boolean noTrade;

    Kind kind() {
      if (cap != null) {
        return Kind.CAP;
      }
      if (riskCap != null) {
        return Kind.RISK_CAP;
      }
      if (multiplier != null) {
        return Kind.MULTIPLIER;
      }
      if (close) {
        return Kind.CLOSE;
      }
      if (reduceOnly) {
        return Kind.REDUCE_ONLY;
      }
      if (freezeWeight) {
        return Kind.FREEZE_WEIGHT;
      }
      return noTrade ? Kind.NO_TRADE : Kind.EXCLUDE;
    }

    Ratio value() {
      if (cap != null) {
        return Fractions.of(cap, "--cap", MAX_CAP);
      }
      if (riskCap != null) {
        return Fractions.of(riskCap, "--risk-cap", 1);
      }
      return multiplier != null ? Fractions.of(multiplier, "--multiplier", 1) : Ratio.ZERO;
    }
  }

  @Override
  public Integer call() {
    AppConfig config = cli.config();
    Ratio value = effect.value();
    String why = reason.text();
    OverrideScope scope = new ScopeReader(config.universe()).scope(subject);
    try (Session session = cli.operations().open(config)) {
      Instant now = cli.botTime(config, session.records().status());
      Instant until = end.after(now);
      set(
          config,
          session,
          new OperatorOverride(
              0, scope, effect.kind(), value, cli.options().author, why, now, until));
    }
    return ExitCode.DONE.code();
  }

  private void set(AppConfig config, Session session, OperatorOverride wanted) {
    List<OperatorOverride> inForce = session.records().overrides(false);
    OverrideCheck.objection(config.universe(), inForce, wanted).ifPresent(this::refuse);
    if (config.authority().isSigned() && RiskChange.ofOverride(wanted.kind())) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "refused: exclude shares the risk among the other sleeves, which raises what they may"
              + " hold; with identities use --close, which leaves it in cash");
    }
    WhatIfPreview preview = preview(config, wanted);
    cli.preview(OverrideEffectText.of(preview));
    if (end.isDryRun) {
      cli.answer(preview, ignored -> "nothing was recorded\n");
      return;
    }
    Change change =
        new Change(
            "override of " + wanted.scope(),
            before(session, wanted.scope(), inForce),
            OverridesText.effect(wanted) + " until " + Figures.time(wanted.expiresAt()),
            "from the next decision on",
            wanted.author(),
            wanted.reason());
    List<Long> seen = inForce.stream().map(OperatorOverride::id).toList();
    cli.carryOut(
        change,
        () ->
            switch (session.controls().setOverride(wanted, Optional.of(seen))) {
              case Result.Ok<OperatorOverride> ok -> ok.value();
              case Result.Refused<OperatorOverride> refused -> refuse(refused.refusal());
            },
        added -> "recorded as override " + added.id() + " for " + added.author());
  }

  private OperatorOverride refuse(Refusal refusal) {
    throw new CommandFailed(ExitCode.REFUSED, "refused: " + refusal.detail());
  }

  /** What it would do now; a venue that does not answer must not keep anybody from lowering risk. */
  private WhatIfPreview preview(AppConfig config, OperatorOverride wanted) {
    return OverridePreview.of(
        cli,
        config,
        inForce -> {
          List<OperatorOverride> all = new ArrayList<>(inForce);
          all.add(wanted);
          return all;
        },
        OverridesText.effect(wanted) + " of " + wanted.scope());
  }

  /** What is held and what other overrides are in force. */
  private static String before(
      Session session, OverrideScope scope, List<OperatorOverride> inForce) {
    String held =
        session
            .records()
            .lastStatement()
            .flatMap(
                s -> s.weights().stream().filter(w -> w.sleeve().equals(scope.name())).findFirst())
            .map(row -> Figures.percent(row.currentExposure()) + " of NAV held")
            .orElse(scope.level() == OverrideScope.Level.SLEEVE ? "nothing held" : "");
    String others =
        inForce.stream()
            .filter(o -> o.scope().equals(scope))
            .map(OverridesText::effect)
            .collect(Collectors.joining(", "));
    String both = held + (held.isEmpty() || others.isEmpty() ? "" : ", ") + others;
    return both.isEmpty() ? "free" : both;
  }
}
