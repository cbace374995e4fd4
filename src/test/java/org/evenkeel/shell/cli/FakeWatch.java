package org.evenkeel.shell.cli;

import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.shell.config.AppConfig;

/** A watcher that has seen what a test says. */
abstract class FakeWatch extends FakeControls {

  Optional<WatchLook> look = Optional.empty();

  public WatchLook watchOnce(AppConfig config) {
    return look.orElseThrow();
  }

  public int watch(AppConfig config, WatchOptions options, Consumer<WatchLook> told) {
    look.ifPresent(told);
    return 0;
  }
}
