package org.evenkeel.shell.boot;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.evenkeel.core.policy.watch.WatchMemory;
import org.evenkeel.core.policy.watch.WatchVerdict;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.cycle.Alerts;
import org.evenkeel.cycle.watch.Watcher;
import org.evenkeel.shell.cli.WatchOptions;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.telemetry.LogAlerts;

/** One run of the independent watcher: it looks at a fixed interval until it is told to stop. */
final class WatchRun {

  /** Between a look that has found a breach and the one that proves it. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

  private final AppConfig config;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch hasEnded = new CountDownLatch(1);

  WatchRun(AppConfig config) {
    this.config = config;
  }

  /** One look, proven by a second one if it finds a breach; nothing is recorded or done. */
  WatchLook once() {
    try (WatcherDatabase database = new WatcherDatabase(config);
        WatcherSights sights = new WatcherSights(config, database)) {
      Watcher watcher = watcher(database, new LogAlerts());
      WatchLook look = watcher.glance(sights.sight());
      for (int i = 1; i < WatchMemory.BREACHES && takesTwo(look); i++) {
        look = watcher.glance(sights.sight());
      }
      return look;
    }
  }

  private static boolean takesTwo(WatchLook look) {
    return look.verdict().equals(WatchVerdict.Kind.BREACH.name())
        || look.verdict().equals(WatchVerdict.Kind.MISBOOKED.name());
  }

  /** Looks until the process is told to stop, or as often as the options say. */
  int run(WatchOptions options, Consumer<WatchLook> told) {
    Thread hook = new Thread(this::stopAndWait, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try (WatcherDatabase database = new WatcherDatabase(config);
        WatcherSights sights = new WatcherSights(config, database);
        WatcherDatabase records = new WatcherDatabase(config);
        AlertCalls calls = new AlertCalls(config)) {
      calls.leads(true);
      calls.start(records);
      Watcher watcher = watcher(database, calls.alerts());
      for (long looks = 1; ; looks++) {
        WatchLook look = watcher.look(sights.sight());
        sights.after(!look.verdict().equals(WatchVerdict.Kind.BLIND.name()));
        told.accept(look);
        boolean isLast = options.looks().isPresent() && looks >= options.looks().getAsLong();
        if (isLast || isToldToStop(watcher.isUrgent() ? SOON : config.watch().interval())) {
          return 0;
        }
      }
    } finally {
      hasEnded.countDown();
    }
  }

  private Watcher watcher(WatcherDatabase database, Alerts alerts) {
    return new Watcher(
        new Watcher.Orders(
            config.universe(),
            config.watch().limits(),
            (int) config.watch().interval().toSeconds(),
            (int) config.watch().copyEvery().toSeconds(),
            config.watch().copyGrace()),
        database,
        alerts);
  }

  private boolean isToldToStop(Duration within) {
    try {
      return stop.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void stopAndWait() {
    stop.countDown();
    try {
      // An ending that takes longer leaves nothing undone: every deed is recorded as it is done.
      boolean unused = hasEnded.await(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
