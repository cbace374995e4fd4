package org.evenkeel.cycle.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.evenkeel.core.statement.AlertRow;

/** An alert that stands, or of whose end somebody is still to be told. Guarded by its {@link Pager}. */
final class OpenAlert {

  /** A message that comes in ever new words is one subject all the same. */
  private static final int MOST_WORDINGS = 20;

  private static final Pattern WITH_DIGIT = Pattern.compile("\\S*\\d\\S*");
  private static final Pattern SINGLE_DIGIT = Pattern.compile("\\d[,;:.]?");

  final String subject;
  final Instant raisedAt;

  private final TreeSet<String> wordings = new TreeSet<>();
  private final TreeMap<String, Reach> reaches = new TreeMap<>();
  private String message;
  private Optional<Long> number = Optional.empty();
  private Optional<Instant> newsAt = Optional.empty();
  private Optional<Instant> clearedAt = Optional.empty();
  private boolean isAcknowledged;
  private boolean isHeard;
  private Instant notBefore;

  private OpenAlert(String subject, String message, Instant raisedAt) {
    this.subject = subject;
    this.message = message;
    this.raisedAt = raisedAt;
    this.notBefore = raisedAt;
    wordings.add(wording(message));
  }

  /** One that this process has just raised; nobody is called before the given time. */
  static OpenAlert raised(String subject, String message, Instant at, Instant notBefore) {
    OpenAlert alert = new OpenAlert(subject, message, at);
    alert.isHeard = true;
    alert.notBefore = notBefore;
    return alert;
  }

  /** One that a former process has left. */
  static OpenAlert left(AlertRow row, Escalation terms) {
    OpenAlert alert = new OpenAlert(row.subject(), row.message(), row.raisedAt());
    alert.recorded(row, terms);
    return alert;
  }

  boolean isThatOf(AlertRow row) {
    return subject.equals(row.subject()) && raisedAt.equals(row.raisedAt());
  }

  /** Takes over what only the records know: of an alert of others also whom these have reached. */
  void recorded(AlertRow row, Escalation terms) {
    number = Optional.of(row.number());
    isAcknowledged = isAcknowledged || row.acknowledged().isPresent();
    if (!isHeard) {
      for (AlertRow.Channel channel : row.channels()) {
        if (terms.channels().contains(channel.name())) {
          reaches.put(channel.name(), reach(channel.name()).or(channel));
        }
      }
    }
  }

  /** It was raised again; true if in words that were never said of it, figures aside. */
  boolean heard(String words) {
    isHeard = true;
    message = words;
    return wordings.size() < MOST_WORDINGS && wordings.add(wording(words));
  }

  void news(Instant at) {
    newsAt = Optional.of(at);
  }

  void clear(Instant at) {
    clearedAt = Optional.of(at);
  }

  boolean isWaiting() {
    return !isAcknowledged && clearedAt.isEmpty();
  }

  boolean isAcknowledged() {
    return isAcknowledged;
  }

  /** Whether this process has raised it, too. */
  boolean isHeard() {
    return isHeard;
  }

  Reach reach(String channel) {
    return reaches.computeIfAbsent(channel, name -> new Reach());
  }

  boolean hasReachedNobody() {
    return reaches.values().stream().allMatch(reach -> reach.lastSent().isEmpty());
  }

  /** True if it is over and everybody who was called knows it, or could not be told. */
  boolean isDone() {
    return clearedAt.isPresent()
        && reaches.values().stream()
            .noneMatch(reach -> reach.isUnderWay() || reach.isToHearTheEnd());
  }

  /** What a channel is to tell of it now. */
  Optional<AlertCall.Item> due(Escalation terms, String channel, Duration quiet, Instant now) {
    Reach reach = reach(channel);
    Optional<AlertCall.Item> item = due(reach, terms, channel, quiet, now);
    if (item.isPresent()) {
      reach.begin();
    }
    return item;
  }

  private Optional<AlertCall.Item> due(
      Reach reach, Escalation terms, String channel, Duration quiet, Instant now) {
    if (!reach.mayTry(now)) {
      return Optional.empty();
    }
    if (clearedAt.isPresent()) {
      return reach.isToHearTheEnd() ? Optional.of(item(AlertCall.Why.CLEARED)) : Optional.empty();
    }
    if (isAcknowledged) {
      return Optional.empty();
    }
    return reach
        .lastSent()
        .map(
            last ->
                isAgain(last, terms, quiet, now)
                    ? Optional.of(item(AlertCall.Why.REPEATED))
                    : Optional.<AlertCall.Item>empty())
        .orElseGet(
            () ->
                now.isBefore(first(terms, channel))
                    ? Optional.empty()
                    : Optional.of(item(AlertCall.Why.RAISED)));
  }

  private boolean isAgain(Instant last, Escalation terms, Duration quiet, Instant now) {
    boolean isNews = newsAt.filter(news -> news.isAfter(last)).isPresent();
    // A clock that was set back must not silence anybody.
    return last.isAfter(now) || !now.isBefore(last.plus(isNews ? quiet : terms.repeat()));
  }

  /** When a channel is called first: after its steps, or at once if the one before it does not get through. */
  private Instant first(Escalation terms, String channel) {
    int place = terms.channels().indexOf(channel);
    Instant byTime = notBefore.plus(terms.step().multipliedBy(place));
    if (place == 0) {
      return byTime;
    }
    Reach before = reach(terms.channels().get(place - 1));
    return before.failedAt().filter(failed -> failed.isBefore(byTime)).orElse(byTime);
  }

  private AlertCall.Item item(AlertCall.Why why) {
    return new AlertCall.Item(why, number, subject, message, raisedAt);
  }

  /** The words without their figures, times and names of orders; a single digit, such as a tier, is a word. */
  private static String wording(String message) {
    return WITH_DIGIT
        .matcher(message)
        .replaceAll(found -> SINGLE_DIGIT.matcher(found.group()).matches() ? found.group() : "#");
  }
}
