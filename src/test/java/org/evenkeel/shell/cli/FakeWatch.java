package org.evenkeel.shell.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.core.statement.AlertRow;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.cycle.alerting.AlertControls;
import org.evenkeel.cycle.conform.ConformanceReport;
import org.evenkeel.shell.config.AppConfig;

/** A watcher that has seen what a test says, and alerts as a test has them. */
abstract class FakeWatch extends FakeControls {

  Optional<WatchLook> look = Optional.empty();
  List<AlertRow> alertRows = List.of();
  List<Finding> alertTests = List.of();

  Optional<ConformanceReport> conformance = Optional.empty();
  Optional<ConformOptions> conformed = Optional.empty();

  public ConformanceReport conform(ConformOptions options) {
    conformed = Optional.of(options);
    return conformance.orElseThrow();
  }

  public WatchLook watchOnce(AppConfig config) {
    return look.orElseThrow();
  }

  public int watch(AppConfig config, WatchOptions options, Consumer<WatchLook> told) {
    look.ifPresent(told);
    return 0;
  }

  public List<Finding> testAlerts(AppConfig config) {
    return alertTests;
  }

  public AlertControls alerts() {
    return new AlertControls() {
      @Override
      public List<AlertRow> alerts(int over) {
        return alertRows;
      }

      @Override
      public boolean acknowledge(long number, String author, String reason) {
        calls.add("acknowledge " + number + " by " + author + ": " + reason);
        return alertRows.stream().anyMatch(row -> row.number() == number && row.isWaiting());
      }
    };
  }
}
