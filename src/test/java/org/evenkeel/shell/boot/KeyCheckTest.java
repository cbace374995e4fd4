package org.evenkeel.shell.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.cycle.AccountPins;
import org.evenkeel.cycle.KeyReport;
import org.evenkeel.cycle.KeyReport.Answer;
import org.evenkeel.cycle.KeyRights;
import org.junit.jupiter.api.Test;

/** The accounts that a daemon's keys open are those that belong to its database, or it does not begin. */
class KeyCheckTest {

  private static final VenueId KRAKEN = VenueId.of("kraken");
  private static final VenueId FUTURES = VenueId.of("krakenfutures");

  private final TreeMap<VenueId, AccountPins.Pin> kept = new TreeMap<>();

  private final List<KeyReport> seen = new ArrayList<>();

  private final AccountPins pins =
      pin -> {
        kept.putIfAbsent(pin.venue(), pin);
        return kept.getOrDefault(pin.venue(), pin);
      };

  private static KeyRights opening(VenueId venue, String uid) {
    return () ->
        Result.ok(
            new KeyReport(
                venue,
                "simulated",
                Optional.of(uid),
                Answer.YES,
                Answer.NO,
                Answer.NO,
                Answer.YES,
                Optional.empty(),
                Instant.EPOCH));
  }

  @Test
  void the_first_accounts_are_pinned_and_hold_from_then_on() {
    List<KeyRights> first = List.of(opening(KRAKEN, "one"), opening(FUTURES, "two"));

    assertThat(KeyCheck.belonging(first, pins, seen::add)).isInstanceOf(Result.Ok.class);
    assertThat(seen).extracting(KeyReport::venue).containsExactly(KRAKEN, FUTURES);
    assertThat(KeyCheck.belonging(first, pins, seen::add)).isInstanceOf(Result.Ok.class);
  }

  @Test
  void the_key_of_another_account_at_any_of_the_venues_is_refused_with_both_names() {
    Result<Boolean> unused =
        KeyCheck.belonging(
            List.of(opening(KRAKEN, "one"), opening(FUTURES, "two")), pins, seen::add);

    assertThat(
            KeyCheck.belonging(
                List.of(opening(KRAKEN, "one"), opening(FUTURES, "another")), pins, seen::add))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            no -> assertThat(no.refusal().detail()).contains("'another'", "'two'"));
  }

  @Test
  void an_account_of_another_database_is_not_touched_by_a_start() {
    AtomicInteger setUps = new AtomicInteger();
    Supplier<Result<Boolean>> setUp = () -> Result.ok(setUps.incrementAndGet() > 0);
    assertThat(KeyCheck.prepared(List.of(opening(KRAKEN, "one")), pins, seen::add, setUp))
        .isEqualTo(Result.ok(true));

    assertThat(KeyCheck.prepared(List.of(opening(KRAKEN, "another")), pins, seen::add, setUp))
        .isInstanceOf(Result.Refused.class);

    assertThat(setUps).hasValue(1);
  }

  @Test
  void a_venue_that_does_not_say_whose_key_it_is_lets_nothing_begin() {
    KeyRights silent = () -> Result.refused(RefusalReason.VENUE_UNAVAILABLE, "no answer");

    assertThat(KeyCheck.belonging(List.of(opening(KRAKEN, "one"), silent), pins, seen::add))
        .isInstanceOf(Result.Refused.class);
    assertThat(KeyCheck.belonging(List.of(), pins, seen::add))
        .as("paper")
        .isInstanceOf(Result.Ok.class);
  }
}
