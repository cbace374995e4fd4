package org.evenkeel.shell.boot;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.SleeveAdjustments;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.StatementWriter;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.Decision;
import org.evenkeel.cycle.Observation;
import org.evenkeel.cycle.Observatory;
import org.evenkeel.cycle.RebalanceCycle;
import org.evenkeel.cycle.Strategy;
import org.evenkeel.shell.cli.PlanPreview;
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
    // Only read from, so the lease is never taken.
    PgJournal journal =
        new PgJournal(
            database, new PgLease(database, config.strategy(), "preview", Duration.ofSeconds(1)));
    try (Graph graph = Graphs.forCommand(config, database, journal.lastSeen());
        Clock.Hold held = graph.clock().hold()) {
      Strategy strategy = Strategies.of(config);
      Instant now = graph.clock().now();
      SleeveAdjustments adjustments = RebalanceCycle.adjustments(journal.overrides(now));
      SortedSet<InstrumentId> frozen = RebalanceCycle.frozen(strategy, journal);
      Result<Observation> observed =
          new Observatory(strategy, graph.market(), graph.venue(), graph.clock()).observe(now);
      Result<PlanPreview> preview =
          observed.then(
              seen ->
                  Decision.from(strategy, seen, adjustments, frozen)
                      .map(decision -> preview(strategy, now, seen, decision)));
      return switch (preview) {
        case Result.Ok<PlanPreview> ok -> ok.value();
        case Result.Refused<PlanPreview> refused ->
            new PlanPreview(now, Optional.of(refused.refusal()), Optional.empty(), List.of());
      };
    }
  }

  private static PlanPreview preview(
      Strategy strategy, Instant now, Observation seen, Decision decision) {
    CycleStatement statement =
        new StatementWriter(strategy.universe(), seen.market().specs(), seen.market().quotes())
            .draw(
                now,
                seen.account(),
                seen.nav(),
                decision.estimate(),
                decision.parity().targets(),
                decision.parity().principle(),
                BigDecimal.ZERO,
                new TreeMap<>());
    return new PlanPreview(
        now, Optional.empty(), Optional.of(decision.plan()), statement.weights());
  }
}
