package org.evenkeel.shell.boot;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.gate.GatedEstimate;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.policy.Mandates;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.StatementWriter;
import org.evenkeel.cycle.CapitalWatch;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.Decision;
import org.evenkeel.cycle.DecisionInputs;
import org.evenkeel.cycle.DecisionRules;
import org.evenkeel.cycle.DecisionStages;
import org.evenkeel.cycle.DrawdownWatch;
import org.evenkeel.cycle.Gathering;
import org.evenkeel.cycle.LimitsNow;
import org.evenkeel.cycle.LiveContracts;
import org.evenkeel.cycle.MarginRows;
import org.evenkeel.cycle.Observation;
import org.evenkeel.cycle.Observatory;
import org.evenkeel.cycle.Scorekeeper;
import org.evenkeel.cycle.Standings;
import org.evenkeel.cycle.Strategy;
import org.evenkeel.shell.cli.PlanPreview;
import org.evenkeel.shell.cli.SavedPlanPreview;
import org.evenkeel.shell.cli.WhatIfPreview;
import org.evenkeel.shell.cli.whatif.Assumption;
import org.evenkeel.shell.cli.whatif.WhatIf;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.PgJournal;
import org.evenkeel.shell.jdbc.PgLease;

/** What a decision would do now: the pure part of a cycle, with nothing recorded and nothing sent. */
final class Preview {

  private final AppConfig config;
  private final Database database;

  Preview(AppConfig config, Database database) {
    this.config = config;
    this.database = database;
  }

  PlanPreview make() {
    return looking(Preview::preview);
  }

  /** The same with the plan bound to all that it was made from. */
  SavedPlanPreview saved(Duration life, Ratio priceTolerance) {
    return looking(
        (now, seen, decide) -> {
          PlanPreview preview = preview(now, seen, decide);
          return new SavedPlanPreview(
              preview,
              preview
                  .plan()
                  .map(
                      plan ->
                          decide.inputs(seen.orThrow()).saved(plan, here(), life, priceTolerance)));
        });
  }

  /** Why a saved plan could not be carried out now. */
  Optional<Refusal> objection(SavedPlan plan) {
    if (!plan.database().equals(here())) {
      return Optional.of(
          Refusal.of(
              RefusalReason.PLAN_STALE,
              "the saved plan was made for another database and account"));
    }
    return looking(
        (now, seen, decide) ->
            switch (seen) {
              case Result.Ok<Observation> ok -> decide.inputs(ok.value()).objection(plan);
              case Result.Refused<Observation> refused -> Optional.of(refused.refusal());
            });
  }

  private String here() {
    return SavedPlan.databaseOf(journal().nonce(), config.strategy());
  }

  private static PlanPreview preview(Instant now, Result<Observation> seen, Decider decide) {
    return switch (seen.then(observation -> decide.apply(observation, UnaryOperator.identity()))) {
      case Result.Ok<Decision> ok ->
          new PlanPreview(
              now,
              Optional.empty(),
              Optional.of(ok.value().plan()),
              statement(now, seen.orThrow(), ok.value()).weights(),
              MarginRows.of(
                  decide.inputs(seen.orThrow()).rules(),
                  seen.orThrow().market(),
                  ok.value().plan()));
      case Result.Refused<Decision> refused ->
          new PlanPreview(now, Optional.of(refused.refusal()), Optional.empty(), List.of());
    };
  }

  /** The same beside what it would be under assumptions. */
  WhatIfPreview makeIf(WhatIf question, List<Assumption> assumptions) {
    List<String> words = assumptions.stream().map(Assumption::words).toList();
    return looking(
        (now, seen, decide) -> {
          Result<WhatIfPreview> both =
              seen.then(
                  observation ->
                      question
                          .observation(observation)
                          .map(
                              changed ->
                                  new WhatIfPreview(
                                      now,
                                      words,
                                      Optional.empty(),
                                      Optional.of(
                                          alternative(
                                              now,
                                              observation,
                                              decide.apply(observation, UnaryOperator.identity()))),
                                      Optional.of(
                                          alternative(
                                              now,
                                              changed,
                                              decide.apply(changed, question::estimate))))));
          return switch (both) {
            case Result.Ok<WhatIfPreview> ok -> ok.value();
            case Result.Refused<WhatIfPreview> refused ->
                new WhatIfPreview(
                    now, words, Optional.of(refused.refusal()), Optional.empty(), Optional.empty());
          };
        });
  }

  /** The same beside what it would be under other overrides. */
  WhatIfPreview makeUnder(UnaryOperator<List<OperatorOverride>> overrides, String words) {
    return looking(
        (now, seen, decider) ->
            switch (seen) {
              case Result.Ok<Observation> ok ->
                  new WhatIfPreview(
                      now,
                      List.of(words),
                      Optional.empty(),
                      Optional.of(
                          alternative(
                              now,
                              ok.value(),
                              decider.decide(
                                  ok.value(), UnaryOperator.identity(), UnaryOperator.identity()))),
                      Optional.of(
                          alternative(
                              now,
                              ok.value(),
                              decider.decide(ok.value(), overrides, UnaryOperator.identity()))));
              case Result.Refused<Observation> refused ->
                  new WhatIfPreview(
                      now,
                      List.of(words),
                      Optional.of(refused.refusal()),
                      Optional.empty(),
                      Optional.empty());
            });
  }

  /** The way to decide with the overrides or the estimate changed. */
  private interface Decider {
    DecisionInputs inputs(Observation seen, UnaryOperator<List<OperatorOverride>> overrides);

    default Result<Decision> decide(
        Observation seen,
        UnaryOperator<List<OperatorOverride>> overrides,
        UnaryOperator<CovarianceEstimate> change) {
      return Decision.from(inputs(seen, overrides), new Changed(change));
    }

    default DecisionInputs inputs(Observation seen) {
      return inputs(seen, UnaryOperator.identity());
    }

    default Result<Decision> apply(Observation seen, UnaryOperator<CovarianceEstimate> change) {
      return decide(seen, UnaryOperator.identity(), change);
    }
  }

  /** A look at what a decision is made from. */
  private interface Look<T> {
    T at(Instant now, Result<Observation> seen, Decider decide);
  }

  /** Only read from, so the lease is never taken. */
  private PgJournal journal() {
    return new PgJournal(
        database,
        new PgLease(database, config.strategy(), "preview", Duration.ofSeconds(1)),
        SignedByTwo.of(config.authority()));
  }

  private <T> T looking(Look<T> look) {
    PgJournal journal = journal();
    try (Graph graph = Graphs.forCommand(config, database, journal.lastSeen());
        Clock.Hold held = graph.clock().hold()) {
      Instant now = graph.clock().now();
      Strategy strategy = LimitsNow.of(Strategies.of(config), journal, now);
      List<OperatorOverride> inForce = journal.overrides(now);
      Standing standing = Standings.of(strategy, journal);
      Scorekeeper scorekeeper = new Scorekeeper(strategy, journal);
      Result<Observation> observed =
          new Observatory(strategy, graph.market(), graph.venues(), graph.clock()).observe(now);
      return look.at(
          now,
          observed,
          new Decider() {
            @Override
            public DecisionInputs inputs(
                Observation seen, UnaryOperator<List<OperatorOverride>> overrides) {
              Mandates mandates =
                  Mandates.of(LiveContracts.at(strategy.universe(), now), overrides.apply(inForce));
              return Gathering.inputs(
                  strategy,
                  journal,
                  seen,
                  new Gathering.Known(
                      mandates.adjustments(),
                      standing.under(mandates.rules()),
                      scorekeeper.look(seen),
                      CapitalWatch.with(
                          DrawdownWatch.inForce(journal, strategy.guards().drawdown()),
                          strategy,
                          journal,
                          seen,
                          now),
                      Optional.empty()));
            }
          });
    }
  }

  /** A decision with another covariance in place of the estimated one. */
  private record Changed(UnaryOperator<CovarianceEstimate> change) implements DecisionStages {

    @Override
    public GatedEstimate gate(DecisionRules rules, Observation seen) {
      return Decision.gate(rules, seen).with(change);
    }
  }

  private static WhatIfPreview.Case alternative(
      Instant now, Observation seen, Result<Decision> decision) {
    return switch (decision) {
      case Result.Ok<Decision> ok -> {
        CycleStatement statement = statement(now, seen, ok.value());
        yield new WhatIfPreview.Case(
            seen.nav(),
            Optional.empty(),
            Optional.of(ok.value().parity().targets()),
            Optional.of(ok.value().plan()),
            Optional.of(statement.grossLeverage()),
            Optional.of(statement.forecastVolatility()),
            statement.weights());
      }
      case Result.Refused<Decision> refused ->
          new WhatIfPreview.Case(
              seen.nav(),
              Optional.of(refused.refusal()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of());
    };
  }

  private static CycleStatement statement(Instant now, Observation seen, Decision decision) {
    return new StatementWriter(
            decision.gate().universe(), seen.market().specs(), seen.market().quotes())
        .draw(
            now,
            seen.account(),
            seen.nav(),
            decision.estimate(),
            decision.parity().targets(),
            decision.parity().principle(),
            BigDecimal.ZERO,
            decision.plan().unresolved(),
            decision.remarksBySleeve());
  }
}
