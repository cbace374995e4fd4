package org.evenkeel.cycle.alerting;

import java.time.Instant;

/**
 * Something that happened to an alert and is to be recorded.
 *
 * @param kind what
 * @param subject with {@code raisedAt} it names the alert
 * @param raisedAt in microseconds
 * @param channel by which it went or did not go; empty for the others
 * @param text its message, why a channel failed, or how it ended
 * @param at by the wall clock, in microseconds
 */
public record AlertDeed(
    Kind kind, String subject, Instant raisedAt, String channel, String text, Instant at) {

  /** Kinds of deeds. */
  public enum Kind {
    RAISED,
    SENT,
    FAILED,
    CLEARED
  }
}
