package org.evenkeel.shell.boot;

import java.util.Optional;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.cycle.Records;
import org.evenkeel.shell.telemetry.CycleConsole;
import org.evenkeel.shell.telemetry.Metrics;

/** Tells console and metrics of each decision that has ended, as the journal holds it. */
record CycleReport(Records records, Metrics metrics, CycleConsole console) {

  void ended(CycleId cycle) {
    records.cycle(cycle.value()).ifPresent(this::tell);
  }

  private void tell(CycleDetail detail) {
    metrics.cycleEnded(detail);
    Optional<CycleStatement> statement =
        records
            .lastStatement()
            .filter(
                last ->
                    detail.row().endedAt().isPresent()
                        && !last.asOf().isBefore(detail.row().startedAt()));
    statement.ifPresent(metrics::statement);
    long wallMillis = detail.stageMillis().values().stream().mapToLong(Long::longValue).sum();
    console.cycleEnded(detail.row(), statement, wallMillis);
  }
}
