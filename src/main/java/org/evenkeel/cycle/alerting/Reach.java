package org.evenkeel.cycle.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.statement.AlertRow;

/** What became of one alert at one channel. Guarded by its {@link Pager}. */
final class Reach {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** An end is good news, which may get lost. */
  private static final int TRIES_OF_AN_END = 3;

  private Optional<Instant> lastSent = Optional.empty();
  private Optional<Instant> lastFailed = Optional.empty();
  private int failures;
  private String failure = "";
  private int endsTried;
  private boolean isEndTold;
  private boolean isUnderWay;

  /** This one, or what is recorded if that is newer. */
  Reach or(AlertRow.Channel recorded) {
    boolean isNewer =
        recorded
            .lastSentAt()
            .filter(at -> lastSent.isEmpty() || at.isAfter(lastSent.orElseThrow()))
            .isPresent();
    boolean isNew = lastSent.isEmpty() && lastFailed.isEmpty();
    if (!isNewer && !isNew) {
      return this;
    }
    Reach reach = new Reach();
    reach.lastSent = recorded.lastSentAt();
    if (recorded.isFailing()) {
      reach.lastFailed = recorded.lastFailedAt();
      reach.failures = 1;
      reach.failure = recorded.lastFailure();
    }
    return reach;
  }

  Optional<Instant> lastSent() {
    return lastSent;
  }

  /** When the last attempt failed, if it did. */
  Optional<Instant> failedAt() {
    return failures > 0 ? lastFailed : Optional.empty();
  }

  /** False in the pause after a failure, which doubles from 5 seconds to a minute. */
  boolean mayTry(Instant now) {
    Duration pause = FIRST_PAUSE;
    for (int i = 1; i < failures && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    Duration wait = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    return failedAt()
        .map(failed -> failed.isAfter(now) || !now.isBefore(failed.plus(wait)))
        .orElse(true);
  }

  /** Somebody is being called: how it went will be said. */
  void begin() {
    isUnderWay = true;
  }

  boolean isUnderWay() {
    return isUnderWay;
  }

  boolean isToHearTheEnd() {
    return lastSent.isPresent() && !isEndTold && endsTried < TRIES_OF_AN_END;
  }

  void sent(AlertCall.Why why, Instant at) {
    isUnderWay = false;
    failures = 0;
    failure = "";
    lastSent = Optional.of(at);
    isEndTold = isEndTold || why == AlertCall.Why.CLEARED;
  }

  /** Notes a failure; true if it is worth a record: the first in a row, or one with other words. */
  boolean failed(AlertCall.Why why, String words, Instant at) {
    boolean isNews = failures == 0 || !words.equals(failure);
    isUnderWay = false;
    failures++;
    failure = words;
    lastFailed = Optional.of(at);
    if (why == AlertCall.Why.CLEARED) {
      endsTried++;
    }
    return isNews;
  }
}
