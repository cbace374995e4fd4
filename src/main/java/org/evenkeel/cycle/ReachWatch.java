package org.evenkeel.cycle;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.statement.VenueReach;
import org.evenkeel.core.statement.VenueReach.Way;

/**
 * The watch over which of reading and writing works at a venue, by the calls that are made anyhow.
 *
 * <p>A direction is broken after {@link #FAILURES} failures in a row, and whole again with its first success, which may be
 * a process later. Single-threaded.
 */
public final class ReachWatch {

  /** In a row: one lost answer, or two, are the network's daily business. */
  static final int FAILURES = 3;

  /** How one direction has fared. */
  private static final class Direction {
    private int failures = 0;
    private boolean isBroken = false;
    private Optional<Instant> firstFailure = Optional.empty();
    private Optional<Instant> lastSuccess = Optional.empty();
    private String detail = "";

    void went(boolean well, Instant at, String why) {
      if (well) {
        failures = 0;
        isBroken = false;
        firstFailure = Optional.empty();
        lastSuccess = Optional.of(at);
        return;
      }
      failures++;
      firstFailure = firstFailure.or(() -> Optional.of(at));
      isBroken = isBroken || failures >= FAILURES;
      detail = why;
    }

    void remember(Instant since, String why) {
      if (lastSuccess.isEmpty()) {
        isBroken = true;
        firstFailure = Optional.of(since);
        detail = why;
      }
    }

    boolean isWhole() {
      return failures == 0 && !isBroken;
    }

    boolean hasWorkedSince(Instant moment) {
      return lastSuccess.filter(success -> !success.isBefore(moment)).isPresent();
    }
  }

  private final VenueId venue;
  private final String subject;
  private final Journal journal;
  private final Clock clock;
  private final Alerts alerts;
  private final Direction reads = new Direction();
  private final Direction writes = new Direction();
  private Optional<VenueReach> known = Optional.empty();
  private boolean isLoaded = false;

  public ReachWatch(VenueId venue, Journal journal, Clock clock, Alerts alerts) {
    this.venue = venue;
    this.subject = "venue-reach " + venue;
    this.journal = journal;
    this.clock = clock;
    this.alerts = alerts;
  }

  /** Enters how a question about the account went. */
  void read(boolean well, String why) {
    reads.went(well, clock.now(), why);
  }

  /** Enters how an order, a cancel, or a renewal of the dead-man switch went. */
  void wrote(boolean well, String why) {
    writes.went(well, clock.now(), why);
  }

  /** True if what is sent is not taken although the account can be read. */
  boolean isReadingOnly() {
    return writes.isBroken && reads.isWhole();
  }

  /** Writes down and tells what has changed since the last time. */
  public void tell() {
    if (!isLoaded) {
      known = journal.reach().stream().filter(reach -> reach.venue().equals(venue)).findFirst();
      known.ifPresent(this::remember);
      isLoaded = true;
    }
    Optional<VenueReach> now = now();
    Way before = known.map(VenueReach::way).orElse(Way.BOTH);
    if (now.isPresent() && now.get().way() != before) {
      journal.keepReach(now.get());
      known = now;
    }
    known.ifPresent(
        reach -> {
          if (reach.way() == Way.BOTH) {
            alerts.clear(subject);
          } else {
            alerts.raise(
                subject,
                reach.way()
                    + " since "
                    + reach.since()
                    + ": "
                    + reach.meaning()
                    + "; "
                    + reach.detail());
          }
        });
  }

  private void remember(VenueReach before) {
    switch (before.way()) {
      case BOTH -> {
        // Nothing is broken that would have to be repaired.
      }
      case READING_ONLY -> writes.remember(before.since(), before.detail());
      case WRITING_ONLY -> reads.remember(before.since(), before.detail());
      case NEITHER -> {
        reads.remember(before.since(), before.detail());
        writes.remember(before.since(), before.detail());
      }
    }
  }

  /** What is sure now; empty while a direction has failed and not often enough to say so. */
  private Optional<VenueReach> now() {
    if (reads.isBroken) {
      Instant since = reads.firstFailure.orElse(clock.now());
      boolean isOneWay = !writes.isBroken && writes.hasWorkedSince(since);
      return Optional.of(
          new VenueReach(venue, isOneWay ? Way.WRITING_ONLY : Way.NEITHER, since, reads.detail));
    }
    if (!reads.isWhole()) {
      return Optional.empty();
    }
    if (writes.isBroken) {
      Instant since = writes.firstFailure.orElse(clock.now());
      return Optional.of(new VenueReach(venue, Way.READING_ONLY, since, writes.detail));
    }
    return writes.isWhole()
        ? Optional.of(new VenueReach(venue, Way.BOTH, clock.now(), ""))
        : Optional.empty();
  }
}
