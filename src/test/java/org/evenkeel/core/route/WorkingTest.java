package org.evenkeel.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.Working.Step;
import org.junit.jupiter.api.Test;

class WorkingTest {

  private static final Instant START = Instant.parse("2026-01-31T00:00:00Z");
  private static final Price TOUCH = Price.of("100");

  private static Working.Terms terms(ExecutionStyle style, boolean reduces, String room) {
    return new Working.Terms(
        style,
        Side.BUY,
        reduces,
        START,
        Duration.ofSeconds(15),
        Duration.ofSeconds(60),
        5,
        Contracts.of(room),
        Contracts.of("2"),
        BigDecimal.ONE,
        3);
  }

  private static Working.State fresh(long second, String remaining, int sent) {
    return new Working.State(
        START.plusSeconds(second),
        Contracts.of(remaining),
        Optional.empty(),
        TOUCH,
        sent == 0 ? Optional.empty() : Optional.of(START),
        sent,
        0,
        true,
        true);
  }

  private static Working.State resting(long second, String price, String touch) {
    return new Working.State(
        START.plusSeconds(second),
        Contracts.of("10"),
        Optional.of(Price.of(price)),
        Price.of(touch),
        Optional.of(START),
        1,
        0,
        true,
        true);
  }

  @Test
  void a_passive_order_rests_first_and_crosses_when_the_patience_is_over() {
    Working.Terms terms = terms(ExecutionStyle.PASSIVE, false, "100");
    assertThat(Working.next(terms, fresh(0, "10", 0)))
        .isEqualTo(new Step.Place(Contracts.of("10"), TimeInForce.GTX));
    assertThat(Working.next(terms, fresh(60, "7", 2)))
        .isEqualTo(new Step.Place(Contracts.of("7"), TimeInForce.IOC));
  }

  @Test
  void a_resting_order_is_replaced_only_when_others_offer_better_and_its_interval_is_over() {
    Working.Terms terms = terms(ExecutionStyle.PASSIVE, false, "100");
    assertThat(Working.next(terms, resting(20, "100", "100"))).isInstanceOf(Step.WaitUntil.class);
    assertThat(Working.next(terms, resting(20, "100", "99")))
        .as("nobody offers better")
        .isInstanceOf(Step.WaitUntil.class);
    assertThat(Working.next(terms, resting(14, "100", "101"))).isInstanceOf(Step.WaitUntil.class);
    assertThat(Working.next(terms, resting(15, "100", "101"))).isInstanceOf(Step.Cancel.class);
    assertThat(Working.next(terms, resting(60, "100", "100"))).isInstanceOf(Step.Cancel.class);
  }

  @Test
  void slices_are_equal_parts_of_what_is_left() {
    Working.Terms terms = terms(ExecutionStyle.TWAP, false, "100");
    assertThat(Working.next(terms, fresh(0, "50", 0)))
        .isEqualTo(new Step.Place(Contracts.of("10"), TimeInForce.IOC));
    assertThat(Working.next(terms, fresh(14, "40", 1)))
        .isEqualTo(new Step.WaitUntil(START.plusSeconds(15)));
    assertThat(Working.next(terms, fresh(15, "44", 1)))
        .isEqualTo(new Step.Place(Contracts.of("11"), TimeInForce.IOC));
    assertThat(Working.next(terms, fresh(15, "11", 4)))
        .isEqualTo(new Step.Place(Contracts.of("11"), TimeInForce.IOC));
    assertThat(Working.next(terms, fresh(15, "3", 5))).isInstanceOf(Step.Done.class);
  }

  @Test
  void the_cap_is_never_exceeded_but_by_what_takes_risk_off() {
    assertThat(Working.next(terms(ExecutionStyle.TWAP, false, "4"), fresh(0, "50", 0)))
        .isEqualTo(new Step.Place(Contracts.of("4"), TimeInForce.IOC));
    assertThat(Working.next(terms(ExecutionStyle.TWAP, false, "1"), fresh(0, "50", 0)))
        .isInstanceOf(Step.Done.class);
    assertThat(Working.next(terms(ExecutionStyle.TWAP, true, "1"), fresh(0, "50", 0)))
        .isEqualTo(new Step.Place(Contracts.of("50"), TimeInForce.IOC));
  }

  @Test
  void what_may_not_trade_any_more_is_taken_back() {
    Working.State stopped =
        new Working.State(
            START.plusSeconds(1),
            Contracts.of("10"),
            Optional.of(TOUCH),
            TOUCH,
            Optional.of(START),
            1,
            0,
            true,
            false);
    assertThat(Working.next(terms(ExecutionStyle.PASSIVE, false, "100"), stopped))
        .isInstanceOf(Step.Cancel.class);
  }

  private static Working.State over(String remaining, int sent, int crossed) {
    return new Working.State(
        START.plusSeconds(60),
        Contracts.of(remaining),
        Optional.empty(),
        TOUCH,
        Optional.of(START),
        sent,
        crossed,
        true,
        true);
  }

  private static Step place(String quantity) {
    return new Step.Place(Contracts.of(quantity), TimeInForce.IOC);
  }

  /** Three crossings: the third is sent, a fourth is not. */
  @Test
  void only_so_many_orders_cross_and_what_reduces_crosses_whole() {
    Working.Terms adds = terms(ExecutionStyle.PASSIVE, false, "4");
    assertThat(Working.next(adds, over("9", 9, 2))).isEqualTo(place("4"));
    assertThat(Working.next(adds, over("9", 9, 3)))
        .isEqualTo(new Step.Done("its orders are spent"));
    Working.Terms reduces = terms(ExecutionStyle.PASSIVE, true, "4");
    assertThat(Working.next(reduces, over("9", 9, 2))).isEqualTo(place("9"));
    assertThat(Working.next(reduces, over("9", 9, 3)))
        .isEqualTo(new Step.Done("its orders are spent"));
  }

  @Test
  void what_reduces_crosses_after_its_last_slice_and_what_adds_does_not() {
    Working.Terms reduces = terms(ExecutionStyle.TWAP, true, "4");
    assertThat(Working.next(reduces, over("9", 5, 2))).isEqualTo(place("9"));
    assertThat(Working.next(reduces, over("9", 5, 3))).isInstanceOf(Step.Done.class);
    assertThat(Working.next(terms(ExecutionStyle.TWAP, false, "4"), over("9", 5, 0)))
        .isInstanceOf(Step.Done.class);
  }

  /** The smallest order has 2: five slices of 4 would be smaller, and 1 that is left could not be sent. */
  @Test
  void no_slice_is_smaller_than_the_smallest_order_and_none_leaves_less_than_that() {
    Working.Terms terms = terms(ExecutionStyle.TWAP, false, "100");
    assertThat(Working.next(terms, fresh(0, "4", 0))).isEqualTo(place("2"));
    assertThat(Working.next(terms, fresh(0, "3", 0))).isEqualTo(place("3"));
    assertThat(Working.next(terms, fresh(0, "2", 0))).isEqualTo(place("2"));
    assertThat(Working.next(terms, fresh(0, "1", 0))).as("all that is left").isEqualTo(place("1"));
    assertThat(Working.next(terms, fresh(0, "20", 0))).isEqualTo(place("4"));
    assertThat(Working.next(terms(ExecutionStyle.TWAP, false, "2"), fresh(0, "3", 0)))
        .as("the cap comes first")
        .isEqualTo(place("2"));
  }

  @Test
  void where_resting_is_of_no_use_it_crosses_at_once() {
    Working.State useless =
        new Working.State(
            START.plusSeconds(20),
            Contracts.of("7"),
            Optional.empty(),
            TOUCH,
            Optional.of(START),
            1,
            0,
            false,
            true);
    assertThat(Working.next(terms(ExecutionStyle.PASSIVE, false, "100"), useless))
        .isEqualTo(place("7"));
  }

  @Test
  void a_resting_order_is_looked_at_every_two_seconds_and_at_the_end_of_its_patience() {
    Working.Terms terms = terms(ExecutionStyle.PASSIVE, false, "100");
    assertThat(Working.next(terms, resting(20, "100", "100")))
        .isEqualTo(new Step.WaitUntil(START.plusSeconds(22)));
    assertThat(Working.next(terms, resting(59, "100", "100")))
        .isEqualTo(new Step.WaitUntil(START.plusSeconds(60)));
  }

  @Test
  void a_sale_is_replaced_when_others_offer_for_less() {
    Working.Terms buy = terms(ExecutionStyle.PASSIVE, false, "100");
    Working.Terms sale =
        new Working.Terms(
            buy.style(),
            Side.SELL,
            buy.reduces(),
            buy.startedAt(),
            buy.interval(),
            buy.patience(),
            buy.slices(),
            buy.room(),
            buy.smallest(),
            buy.lot(),
            buy.crossings());
    assertThat(Working.next(sale, resting(20, "100", "99"))).isInstanceOf(Step.Cancel.class);
    assertThat(Working.next(sale, resting(20, "100", "100"))).isInstanceOf(Step.WaitUntil.class);
    assertThat(Working.next(sale, resting(20, "100", "101"))).isInstanceOf(Step.WaitUntil.class);
  }

  /** A market that fills at random, played to the end. */
  @Property(tries = 500)
  void whatever_the_market_does_it_ends_in_time_within_its_cap_and_never_orders_more_than_is_left(
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ExecutionStyle style = random.nextBoolean() ? ExecutionStyle.PASSIVE : ExecutionStyle.TWAP;
    boolean reduces = random.nextInt(4) == 0;
    int room = 1 + random.nextInt(30);
    Working.Terms terms = terms(style, reduces, Integer.toString(room));
    int left = 1 + random.nextInt(100);
    int open = 0;
    Instant now = START;
    Optional<Instant> lastSent = Optional.empty();
    Optional<Price> price = Optional.empty();
    int sent = 0;
    int crossed = 0;
    for (int steps = 0; ; steps++) {
      assertThat(steps).as("ends").isLessThan(500);
      Price touch = Price.of(Integer.toString(99 + random.nextInt(3)));
      Working.State state =
          new Working.State(
              now,
              Contracts.of(Integer.toString(left)),
              price,
              touch,
              lastSent,
              sent,
              crossed,
              true,
              true);
      switch (Working.next(terms, state)) {
        case Step.Done done -> {
          assertThat(price).as("nothing is left resting").isEmpty();
          return;
        }
        case Step.WaitUntil wait -> {
          assertThat(wait.moment()).isAfter(now);
          now = wait.moment();
          int taken = price.isPresent() && random.nextInt(5) == 0 ? random.nextInt(open + 1) : 0;
          open -= taken;
          if (open == 0 && price.isPresent()) {
            price = Optional.empty();
            left -= terms(sent, taken);
          } else {
            left -= taken;
          }
        }
        case Step.Cancel cancel -> price = Optional.empty();
        case Step.Place place -> {
          int quantity = place.quantity().value().intValueExact();
          assertThat(price).isEmpty();
          assertThat(quantity).isBetween(1, left);
          assertThat(reduces || quantity <= room).isTrue();
          if (lastSent.isPresent()) {
            assertThat(now).isAfterOrEqualTo(lastSent.get().plus(terms.interval()));
          }
          sent++;
          lastSent = Optional.of(now);
          if (place.life().rests()) {
            assertThat(now).isBefore(terms.deadline());
            price = Optional.of(touch);
            open = quantity;
          } else {
            crossed += style == ExecutionStyle.PASSIVE || sent > 5 ? 1 : 0;
            left -= random.nextInt(quantity + 1);
          }
        }
      }
    }
  }

  private static int terms(int sent, int taken) {
    return sent > 0 ? taken : 0;
  }
}
