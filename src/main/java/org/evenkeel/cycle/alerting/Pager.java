package org.evenkeel.cycle.alerting;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.statement.AlertRow;
import org.evenkeel.core.statement.AlertTally;

/**
 * The alerts of one process that stand: whom they are to reach next, and what is to be recorded of them.
 *
 * <p>Everything here is done in memory and at once, so that whoever raises an alert waits for nobody; others send and
 * record. An alert is its subject while it stands: it is told again when it is not taken up, or when it comes in words
 * that were never said of it, figures aside. A subject that comes and goes calls once a minute at most.
 *
 * <p>Thread-safe.
 */
public final class Pager {

  /** Between two calls by one channel, so that a storm of alerts becomes few messages. */
  static final Duration BETWEEN_CALLS = Duration.ofSeconds(2);

  /** Between two first calls about one subject. */
  static final Duration QUIET = Duration.ofMinutes(1);

  /** After so long what a person has taken up before a restart and nobody raised since is over. */
  static final Duration FORGOTTEN = Duration.ofHours(1);

  static final int MOST_OPEN = 500;
  static final int MOST_DEEDS = 5000;

  private final Escalation terms;
  private final SortedMap<String, OpenAlert> open = new TreeMap<>();
  private final List<OpenAlert> ended = new ArrayList<>();
  private final Deque<AlertDeed> deeds = new ArrayDeque<>();
  private final SortedMap<String, Instant> lastCalls = new TreeMap<>();
  private final SortedMap<String, Instant> lastFirstCalls = new TreeMap<>();
  private final Instant startedAt;
  private Optional<Instant> adoptedAt = Optional.empty();
  private boolean isLeading;
  private boolean isEnding;
  private long lost;

  /**
   * A pager that knows of no alert.
   *
   * @param startedAt when its process has started; what was raised before it is that of others
   */
  public Pager(Escalation terms, Instant startedAt) {
    this.terms = terms;
    this.startedAt = startedAt;
  }

  /** Whether this process is the one that acts; only it calls somebody for what a former process has left. */
  public synchronized void leads(boolean isSo) {
    isLeading = isSo;
  }

  /** The process ends: what is due now will not wait for what may come. */
  public synchronized void ends() {
    isEnding = true;
  }

  /** Something needs attention. */
  public synchronized void raised(String subject, String message, Instant when) {
    Instant at = when.truncatedTo(ChronoUnit.MICROS);
    OpenAlert known = open.get(subject);
    if (known == null) {
      open(subject, message, at);
      return;
    }
    if (!known.heard(message)) {
      return;
    }
    if (known.isAcknowledged()) {
      // What was taken up is what was said then.
      end(known, "it is raised anew in other words", at);
      ended.remove(known);
      open(subject, message, at);
    } else {
      known.news(at);
    }
  }

  private void open(String subject, String message, Instant at) {
    if (open.size() >= MOST_OPEN) {
      lost++;
      return;
    }
    Instant first = at;
    Instant last = lastFirstCalls.get(subject);
    if (last != null && last.plus(QUIET).isAfter(at)) {
      first = last.plus(QUIET);
    }
    open.put(subject, OpenAlert.raised(subject, message, at, first));
    note(new AlertDeed(AlertDeed.Kind.RAISED, subject, at, "", message, at));
  }

  /** The subject is well again. */
  public synchronized void cleared(String subject, Instant when) {
    OpenAlert known = open.get(subject);
    if (known != null) {
      end(known, "it is well again", when.truncatedTo(ChronoUnit.MICROS));
    }
  }

  private void end(OpenAlert alert, String text, Instant at) {
    alert.clear(at);
    open.remove(alert.subject);
    ended.add(alert);
    note(new AlertDeed(AlertDeed.Kind.CLEARED, alert.subject, alert.raisedAt, "", text, at));
  }

  /** What a channel is to tell now; whoever asks must send it and say how it went. */
  public synchronized Optional<AlertCall> due(String channel, Instant now) {
    forget(now);
    if (!isEnding && isTooSoon(channel, now)) {
      return Optional.empty();
    }
    List<AlertCall.Item> items = new ArrayList<>();
    open.values().stream()
        .filter(each -> isLeading || each.isHeard())
        .forEach(each -> each.due(terms, channel, QUIET, now).ifPresent(items::add));
    ended.forEach(each -> each.due(terms, channel, QUIET, now).ifPresent(items::add));
    if (items.isEmpty()) {
      return Optional.empty();
    }
    lastCalls.put(channel, now);
    return Optional.of(new AlertCall(channel, items));
  }

  private boolean isTooSoon(String channel, Instant now) {
    Instant last = lastCalls.get(channel);
    return last != null && last.plus(BETWEEN_CALLS).isAfter(now) && !last.isAfter(now);
  }

  private void forget(Instant now) {
    ended.removeIf(OpenAlert::isDone);
    lastFirstCalls.values().removeIf(last -> !last.plus(QUIET).isAfter(now));
    if (isLeading && adoptedAt.filter(at -> !at.plus(FORGOTTEN).isAfter(now)).isPresent()) {
      for (OpenAlert alert : List.copyOf(open.values())) {
        if (alert.isAcknowledged() && !alert.isHeard()) {
          end(alert, "not raised again since a restart", now.truncatedTo(ChronoUnit.MICROS));
        }
      }
    }
  }

  /** How a call went: why it was not taken, or empty. */
  public synchronized void answered(AlertCall call, Optional<String> failure, Instant when) {
    Instant at = when.truncatedTo(ChronoUnit.MICROS);
    for (AlertCall.Item item : call.items()) {
      alert(item).ifPresent(alert -> answered(alert, call.channel(), item.why(), failure, at));
    }
  }

  private void answered(
      OpenAlert alert, String channel, AlertCall.Why why, Optional<String> failure, Instant at) {
    Reach reach = alert.reach(channel);
    if (failure.isEmpty()) {
      reach.sent(why, at);
      if (why == AlertCall.Why.RAISED) {
        lastFirstCalls.put(alert.subject, at);
      }
      deed(AlertDeed.Kind.SENT, alert, channel, why.name().toLowerCase(Locale.ROOT), at);
    } else if (reach.failed(why, failure.get(), at)) {
      deed(AlertDeed.Kind.FAILED, alert, channel, failure.get(), at);
    }
  }

  private Optional<OpenAlert> alert(AlertCall.Item item) {
    List<OpenAlert> all = new ArrayList<>(ended);
    all.addAll(open.values());
    return all.stream()
        .filter(each -> each.subject.equals(item.subject()))
        .filter(each -> each.raisedAt.equals(item.raisedAt()))
        .findFirst();
  }

  private void deed(AlertDeed.Kind kind, OpenAlert alert, String channel, String text, Instant at) {
    note(new AlertDeed(kind, alert.subject, alert.raisedAt, channel, text, at));
  }

  private void note(AlertDeed deed) {
    if (deeds.size() >= MOST_DEEDS) {
      lost++;
    } else {
      deeds.add(deed);
    }
  }

  /** The oldest deeds that are not recorded. */
  public synchronized List<AlertDeed> unrecorded(int most) {
    return deeds.stream().limit(most).toList();
  }

  /** The oldest deeds are recorded, so many of them. */
  public synchronized void recorded(int number) {
    for (int i = 0; i < number; i++) {
      deeds.remove();
    }
  }

  /** True if the records may say something that is not known here: who has taken an alert up, or what was left. */
  public synchronized boolean isToLookUp() {
    return adoptedAt.isEmpty() || !open.isEmpty();
  }

  /**
   * Takes over what the records say: numbers, who has taken up what, and at the first time what a former process has
   * left.
   */
  public synchronized void lookedUp(List<AlertRow> standing, Instant now) {
    // What is left from others may be ended by them while this process waits for its turn.
    open.values().removeIf(each -> !each.isHeard() && standing.stream().noneMatch(each::isThatOf));
    for (AlertRow row : standing) {
      OpenAlert known = open.get(row.subject());
      if (known != null && known.isThatOf(row)) {
        known.recorded(row, terms);
      } else if (adoptedAt.isEmpty() && row.raisedAt().isBefore(startedAt)) {
        adopt(row, known != null, now.truncatedTo(ChronoUnit.MICROS));
      }
    }
    if (adoptedAt.isEmpty()) {
      adoptedAt = Optional.of(now);
    }
  }

  private void adopt(AlertRow row, boolean isRaisedAnew, Instant at) {
    OpenAlert left = OpenAlert.left(row, terms);
    if (isRaisedAnew) {
      deed(AlertDeed.Kind.CLEARED, left, "", "it was raised anew after a restart", at);
    } else {
      open.put(row.subject(), left);
    }
  }

  /** How many stand, wait, and have reached nobody though there is a channel. */
  public synchronized AlertTally tally() {
    long waiting = open.values().stream().filter(OpenAlert::isWaiting).count();
    long undelivered =
        terms.channels().isEmpty()
            ? 0
            : open.values().stream()
                .filter(each -> each.isWaiting() && each.hasReachedNobody())
                .count();
    return new AlertTally(open.size(), waiting, undelivered);
  }

  /** Deeds that wait to be recorded, and those that found no room any more. */
  public synchronized long unrecordedInAll() {
    return deeds.size() + lost;
  }
}
