package org.evenkeel.shell.simulate;

import java.time.Duration;
import java.time.Instant;

/** What ails the venue for a while: ghosts, a ban, maintenance, a frozen feed. */
final class VenueMood {

  private final VirtualClock clock;
  private Instant ghostsUntil = Instant.EPOCH;
  private Instant bannedUntil = Instant.EPOCH;
  private Instant closedUntil = Instant.EPOCH;
  private Instant frozenUntil = Instant.EPOCH;

  VenueMood(VirtualClock clock) {
    this.clock = clock;
  }

  /** Positions are shown twice as large as they are. */
  void haunt(Duration howLong) {
    ghostsUntil = clock.now().plus(howLong);
  }

  /** Nothing is let through, because too much was asked. */
  void ban(Duration howLong) {
    bannedUntil = clock.now().plus(howLong);
  }

  /** Orders are refused for maintenance; questions are answered. */
  void close(Duration howLong) {
    closedUntil = clock.now().plus(howLong);
  }

  /** Quotes are repeated with the time at which they were made. */
  void freeze(Duration howLong) {
    frozenUntil = clock.now().plus(howLong);
  }

  /** Everything is well again. */
  void recover() {
    ghostsUntil = Instant.EPOCH;
    bannedUntil = Instant.EPOCH;
    closedUntil = Instant.EPOCH;
    frozenUntil = Instant.EPOCH;
  }

  boolean hasGhosts() {
    return clock.now().isBefore(ghostsUntil);
  }

  boolean isBanned() {
    return clock.now().isBefore(bannedUntil);
  }

  boolean isClosed() {
    return clock.now().isBefore(closedUntil);
  }

  boolean isFrozen() {
    return clock.now().isBefore(frozenUntil);
  }
}
