package org.evenkeel.cycle.alerting;

import java.time.Duration;
import java.util.List;

/**
 * Who is called when.
 *
 * @param channels names, in the order in which they are called
 * @param step how long after one channel the next one is called, if nobody has taken the alert up
 * @param repeat how long after a call the same channel is called again
 */
public record Escalation(List<String> channels, Duration step, Duration repeat) {

  public Escalation {
    channels = List.copyOf(channels);
  }
}
