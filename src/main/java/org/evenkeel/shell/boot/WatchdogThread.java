package org.evenkeel.shell.boot;

import java.time.Duration;
import org.evenkeel.cycle.Watchdog;

/** A thread of the watchdog's own: whatever the scheduler and the main thread wait for, it looks. */
final class WatchdogThread implements AutoCloseable {

  private final Thread thread;

  private WatchdogThread(Thread thread) {
    this.thread = thread;
  }

  static WatchdogThread start(Watchdog watchdog, Duration every) {
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("watchdog")
            .start(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    WallClock.pause(every);
                    if (!Thread.currentThread().isInterrupted()) {
                      watchdog.look();
                    }
                  }
                });
    return new WatchdogThread(thread);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
