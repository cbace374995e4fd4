package org.evenkeel.shell.cli;

import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.cycle.conform.ConformanceReport;
import org.evenkeel.shell.config.AppConfig;

/** A watcher that has seen what a test says. */
abstract class FakeWatch extends FakeControls {

  Optional<WatchLook> look = Optional.empty();

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
}
