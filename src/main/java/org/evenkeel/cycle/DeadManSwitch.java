package org.evenkeel.cycle;

import java.time.Duration;
import org.evenkeel.core.basics.Result;

/**
 * The venue's own switch that cancels all working orders when we have been silent for a time.
 *
 * <p>A second belt: our orders live for one request. It cancels no position and stops no late request.
 */
public interface DeadManSwitch {

  /** A venue that has none. */
  DeadManSwitch NONE =
      new DeadManSwitch() {
        @Override
        public String description() {
          return "this venue has no dead-man switch";
        }

        @Override
        public Result<Boolean> arm(Duration countdown) {
          return Result.ok(false);
        }

        @Override
        public Result<Boolean> disarm() {
          return Result.ok(false);
        }
      };

  /** What it covers and what not, in a sentence for the log. */
  String description();

  /** Starts the countdown anew; false if there is nothing to arm. */
  Result<Boolean> arm(Duration countdown);

  /** Ends the countdown without effect. */
  Result<Boolean> disarm();
}
