package org.evenkeel.cycle.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.statement.AlertRow;
import org.evenkeel.core.statement.AlertTally;
import org.junit.jupiter.api.Test;

/** Who is called when, on a clock that is moved by hand. */
class PagerTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Escalation TERMS =
      new Escalation(List.of("phone", "boss"), Duration.ofMinutes(5), Duration.ofMinutes(15));

  private Instant now = NOON;
  private Pager pager = leading(NOON.minusSeconds(1));
  private final TreeSet<String> dead = new TreeSet<>();
  private final List<String> calls = new ArrayList<>();
  private final FakeBook book = new FakeBook();

  private static Pager leading(Instant startedAt) {
    Pager pager = new Pager(TERMS, startedAt);
    pager.leads(true);
    return pager;
  }

  /** Lets time pass in steps of a quarter second, as the threads do, and notes every call that was taken. */
  private void pass(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      now = now.plusMillis(250);
      TERMS.channels().forEach(this::look);
    }
  }

  private void look(String channel) {
    Optional<AlertCall> due = pager.due(channel, now);
    if (due.isPresent()) {
      boolean isDead = dead.contains(channel);
      for (AlertCall.Item item : due.get().items()) {
        String call = channel + " " + item.why() + " " + item.subject();
        calls.add(Duration.between(NOON, now).toSeconds() + " " + (isDead ? "not " : "") + call);
      }
      pager.answered(due.get(), isDead ? Optional.of("no answer") : Optional.empty(), now);
    }
  }

  private void raise(String subject, String message) {
    pager.raised(subject, message, now);
  }

  private void keep() {
    List<AlertDeed> deeds = pager.unrecorded(1000);
    book.record(deeds);
    pager.recorded(deeds.size());
    pager.lookedUp(book.standing(), now);
  }

  /** The process ends here and another one begins, some time later. */
  private void restart(Duration later) {
    now = now.plus(later);
    pager = leading(now);
    pager.lookedUp(book.standing(), now);
  }

  @Test
  void the_first_channel_is_called_at_once_the_next_after_its_time_and_each_again() {
    raise("journal", "gone");
    pass(Duration.ofMinutes(21));

    assertThat(calls)
        .containsExactly(
            "0 phone RAISED journal",
            "300 boss RAISED journal",
            "900 phone REPEATED journal",
            "1200 boss REPEATED journal");
  }

  @Test
  void whoever_takes_it_up_ends_the_calls_and_its_end_is_told_to_those_who_were_called() {
    raise("journal", "gone");
    pass(MINUTE);
    keep();
    book.acknowledge("journal");
    keep();
    pass(Duration.ofHours(2));
    assertThat(calls).containsExactly("0 phone RAISED journal");

    pager.cleared("journal", now);
    pass(MINUTE);
    assertThat(calls).containsExactly("0 phone RAISED journal", "7260 phone CLEARED journal");
    assertThat(pager.tally()).isEqualTo(AlertTally.NONE);
  }

  @Test
  void a_channel_that_fails_is_tried_again_and_the_next_one_is_called_at_once() {
    dead.add("phone");
    raise("journal", "gone");
    pass(Duration.ofSeconds(20));
    assertThat(calls)
        .containsExactly(
            "0 not phone RAISED journal",
            "0 boss RAISED journal",
            "5 not phone RAISED journal",
            "15 not phone RAISED journal");
    keep();
    assertThat(book.kinds()).containsExactly("RAISED", "FAILED phone", "SENT boss");

    dead.clear();
    pass(MINUTE);
    keep();
    assertThat(book.kinds()).containsExactly("RAISED", "FAILED phone", "SENT boss", "SENT phone");
  }

  @Test
  void what_has_reached_nobody_is_counted_until_it_has() {
    dead.addAll(TERMS.channels());
    raise("journal", "gone");
    pass(MINUTE);
    assertThat(pager.tally()).isEqualTo(new AlertTally(1, 1, 1));

    dead.clear();
    pass(MINUTE);
    assertThat(pager.tally()).isEqualTo(new AlertTally(1, 1, 0));
  }

  @Test
  void a_restart_forgets_nothing_and_calls_nobody_twice() {
    raise("journal", "gone for 25 s");
    pass(MINUTE);
    keep();
    restart(MINUTE);
    raise("journal", "gone for 65 s");
    pass(Duration.ofMinutes(2));
    assertThat(calls).containsExactly("0 phone RAISED journal");

    pass(MINUTE);
    assertThat(calls).containsExactly("0 phone RAISED journal", "300 boss RAISED journal");
  }

  @Test
  void what_was_taken_up_before_a_restart_stays_so_and_ends_if_nobody_raises_it_again() {
    raise("lock 7", "differs");
    raise("lock 8", "differs");
    pass(MINUTE);
    keep();
    book.acknowledge("lock 7");
    book.acknowledge("lock 8");
    restart(MINUTE);
    raise("lock 8", "differs");
    pass(Duration.ofMinutes(61));
    keep();

    assertThat(calls)
        .containsExactly(
            "0 phone RAISED lock 7", "0 phone RAISED lock 8", "3720 phone CLEARED lock 7");
    assertThat(book.standing()).extracting(AlertRow::subject).containsExactly("lock 8");
  }

  @Test
  void who_waits_for_the_lease_calls_nobody_for_the_alerts_of_who_leads() {
    raise("journal", "gone");
    keep();
    Pager standby = new Pager(TERMS, now.plusSeconds(1));
    standby.lookedUp(book.standing(), now.plusSeconds(1));
    assertThat(standby.due("phone", now.plusSeconds(2))).isEmpty();

    standby.leads(true);
    assertThat(standby.due("phone", now.plusSeconds(3))).isPresent();

    pager.cleared("journal", now);
    keep();
    standby.lookedUp(book.standing(), now.plusSeconds(4));
    assertThat(standby.tally()).isEqualTo(AlertTally.NONE);
  }

  @Test
  void other_figures_are_no_news_and_other_words_are() {
    raise("watch", "BREACH: gross 4.12 at 12:00, tier 1");
    pass(MINUTE);
    raise("watch", "BREACH: gross 4.13 at 12:01, tier 1");
    pass(MINUTE);
    assertThat(calls).hasSize(1);

    raise("watch", "BREACH: gross 4.13 at 12:01, tier 2");
    pass(MINUTE);
    assertThat(calls).containsExactly("0 phone RAISED watch", "120 phone REPEATED watch");
  }

  @Test
  void other_words_after_it_was_taken_up_are_another_alert() {
    raise("drawdown", "tier 1");
    pass(Duration.ofMinutes(2));
    keep();
    book.acknowledge("drawdown");
    keep();
    raise("drawdown", "tier 2");
    pass(MINUTE);
    keep();

    assertThat(calls).containsExactly("0 phone RAISED drawdown", "120 phone RAISED drawdown");
    assertThat(book.standing()).extracting(AlertRow::message).containsExactly("tier 2");
  }

  @Test
  void a_storm_is_few_messages_and_what_comes_and_goes_calls_once_a_minute() {
    for (int i = 0; i < 100; i++) {
      raise("order " + i, "its fate is open");
    }
    Optional<AlertCall> one = pager.due("phone", now);
    assertThat(one.orElseThrow().items()).hasSize(100);
    pager.answered(one.orElseThrow(), Optional.empty(), now);
    raise("one more", "x");
    assertThat(pager.due("phone", now.plusSeconds(1))).isEmpty();
    assertThat(pager.due("phone", now.plusSeconds(2)).orElseThrow().items()).hasSize(1);
    raise("the last one", "x");
    pager.ends();
    assertThat(pager.due("phone", now.plusSeconds(2))).as("at the end").isPresent();
    pager = leading(now);

    now = now.plus(Duration.ofHours(1));
    calls.clear();
    for (int i = 0; i < 6; i++) {
      raise("venue", "does not answer");
      pass(Duration.ofSeconds(10));
      pager.cleared("venue", now);
      pass(Duration.ofSeconds(10));
    }
    assertThat(calls.stream().filter(call -> call.endsWith("RAISED venue"))).hasSize(2);
  }

  @Test
  void without_room_nothing_is_kept_and_that_is_counted() {
    for (int i = 0; i <= Pager.MOST_OPEN; i++) {
      raise("order " + i, "its fate is open");
    }
    assertThat(pager.tally().standing()).isEqualTo(Pager.MOST_OPEN);
    assertThat(pager.unrecordedInAll()).isEqualTo(Pager.MOST_OPEN + 1);
    pager.recorded(Pager.MOST_OPEN);
    assertThat(pager.unrecordedInAll()).isEqualTo(1);
  }

  @Test
  void what_is_over_while_somebody_is_being_called_is_told_all_the_same() {
    raise("journal", "gone");
    AlertCall call = pager.due("phone", now).orElseThrow();
    pager.cleared("journal", now);
    assertThat(pager.due("boss", now)).isEmpty();
    pager.answered(call, Optional.empty(), now);
    pass(MINUTE);
    keep();

    assertThat(calls).containsExactly("2 phone CLEARED journal");
    assertThat(book.kinds()).containsExactly("RAISED", "CLEARED", "SENT phone", "SENT phone");
  }

  @Test
  void a_clock_that_is_set_back_silences_nobody() {
    raise("journal", "gone");
    pass(Duration.ofSeconds(1));
    now = now.minus(Duration.ofHours(5));
    calls.clear();
    pass(Duration.ofSeconds(1));
    assertThat(calls).hasSize(1);
  }
}
