package org.evenkeel.shell.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.statement.KillDrill;
import org.evenkeel.shell.cli.print.Figures;

/** What is to be said of rehearsals of the kill switch: never, overdue, failed, or in order. */
public final class DrillFinding {

  private static final String CHECK = "kill drill";
  private static final String ADVICE = "./evenkeel kill drill --reason ...";

  private DrillFinding() {}

  /** By the newest drill, on the wall clock. */
  public static Finding of(Optional<KillDrill.Kept> newest, Duration maxAge, Instant now) {
    if (newest.isEmpty()) {
      return Finding.warn(CHECK, "the kill switch was never rehearsed", ADVICE);
    }
    KillDrill.Kept kept = newest.get();
    String when =
        "last one " + Figures.time(kept.at()) + " by " + kept.author() + ", drill " + kept.number();
    if (!kept.drill().isPassed()) {
      return Finding.warn(
          CHECK,
          when
              + ", FAILED: "
              + kept.drill().worst().toSeconds()
              + " s until flat, allowed are "
              + kept.drill().allowed().toSeconds(),
          "hold less, or raise limits.max_order_notional_nav_currency, and rehearse again");
    }
    return now.isAfter(kept.at().plus(maxAge))
        ? Finding.warn(
            CHECK, when + ", overdue since " + Figures.time(kept.at().plus(maxAge)), ADVICE)
        : Finding.ok(CHECK, when + ", passed");
  }
}
