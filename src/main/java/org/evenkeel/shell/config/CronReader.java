package org.evenkeel.shell.config;

import java.util.ServiceLoader;
import org.evenkeel.core.calendar.Cadence;

/** The reader of cron expressions, which is where the library for them is and found as a service. */
public interface CronReader {

  /**
   * The cadence that an expression writes.
   *
   * @throws IllegalArgumentException with what is wrong with it, if it is none
   */
  Cadence read(String expression);

  /** The one that is built in. */
  static CronReader builtIn() {
    return ServiceLoader.load(CronReader.class)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("this build has no reader of cron expressions"));
  }
}
