package org.evenkeel.shell.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.evenkeel.cycle.CallGate.Call;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.CallGate.Outcome;
import org.junit.jupiter.api.Test;

class CallPoliciesTest {

  private static final Call READ = new Call(Kind.READ, "futures", 1, "read");
  private static final Call ADD = new Call(Kind.ADD, "futures", 1, "add");
  private static final Call CANCEL = new Call(Kind.REDUCE_CANCEL, "futures", 1, "cancel");

  private final AtomicInteger sent = new AtomicInteger();

  private static CallPolicies policies(int breakerCalls, Duration timeLimit) {
    return policies(breakerCalls, timeLimit, System::currentTimeMillis);
  }

  private static CallPolicies policies(
      int breakerCalls, Duration timeLimit, LongSupplier wallMillis) {
    TreeMap<String, CallSettings.Budget> budgets = new TreeMap<>();
    budgets.put("futures", new CallSettings.Budget(1000, 20));
    budgets.put("spot", new CallSettings.Budget(1000, 20));
    return new CallPolicies(
        "test",
        new CallSettings(
            budgets,
            Duration.ofMillis(100),
            timeLimit,
            3,
            Duration.ofMillis(1),
            breakerCalls,
            60,
            Duration.ofSeconds(30)),
        wallMillis);
  }

  private static CallPolicies policies() {
    return policies(4, Duration.ofSeconds(2));
  }

  private Object fail() throws IOException {
    sent.incrementAndGet();
    throw new IOException("reset");
  }

  private Object answer() {
    return "answer " + sent.incrementAndGet();
  }

  @Test
  void an_answer_comes_through() {
    assertThat(policies().pass(ADD, this::answer)).isEqualTo(new Outcome.Answered<>("answer 1"));
  }

  @Test
  void an_order_that_fails_is_never_repeated() {
    assertThat(policies().pass(ADD, this::fail)).isInstanceOf(Outcome.Failed.class);
    assertThat(policies().pass(CANCEL, this::fail)).isInstanceOf(Outcome.Failed.class);
    assertThat(sent).hasValue(2);
  }

  @Test
  void a_read_that_fails_is_repeated_as_often_as_set_and_no_more() {
    assertThat(policies(100, Duration.ofSeconds(2)).pass(READ, this::fail))
        .isInstanceOf(Outcome.Failed.class);
    assertThat(sent).hasValue(3);
  }

  @Test
  void a_read_that_succeeds_at_the_second_try_is_an_answer() {
    Outcome<Object> outcome = policies().pass(READ, () -> sent.get() == 0 ? fail() : answer());

    assertThat(outcome).isEqualTo(new Outcome.Answered<>("answer 2"));
  }

  @Test
  void an_error_of_the_machine_is_a_failure_like_any_other() {
    Outcome<Object> outcome =
        policies()
            .pass(
                ADD,
                () -> {
                  throw new NoSuchMethodError("gone in 5.2.5");
                });

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed<Object>) outcome).cause()).isInstanceOf(NoSuchMethodError.class);
  }

  @Test
  void a_broken_add_breaker_blocks_neither_cancels_nor_reads_nor_the_other_market() {
    CallPolicies policies = policies();
    for (int i = 0; i < 4; i++) {
      Outcome<Object> unused = policies.pass(ADD, this::fail);
    }
    sent.set(0);

    assertThat(policies.pass(ADD, this::answer)).isInstanceOf(Outcome.NotSent.class);
    assertThat(sent).hasValue(0);
    assertThat(policies.pass(CANCEL, this::answer)).isInstanceOf(Outcome.Answered.class);
    assertThat(policies.pass(READ, this::answer)).isInstanceOf(Outcome.Answered.class);
    assertThat(policies.pass(new Call(Kind.ADD, "spot", 1, "add"), this::answer))
        .isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void a_reduction_does_not_wait_for_an_add_that_hangs() {
    CallPolicies policies = policies(100, Duration.ofSeconds(2));
    CountDownLatch mayEnd = new CountDownLatch(1);
    CountDownLatch isUnderWay = new CountDownLatch(1);
    Thread add =
        Thread.startVirtualThread(
            () -> {
              Outcome<Object> unused =
                  policies.pass(
                      ADD,
                      () -> {
                        isUnderWay.countDown();
                        return mayEnd.await(10, TimeUnit.SECONDS);
                      });
            });
    try {
      assertThat(isUnderWay.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(policies.pass(CANCEL, this::answer)).isInstanceOf(Outcome.Answered.class);
      assertThat(add.isAlive()).as("the add still hangs").isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      mayEnd.countDown();
    }
  }

  @Test
  void a_budget_that_is_used_up_means_not_sent_and_leaves_the_reserve_for_cancels() {
    CallPolicies policies = policies();
    Call heavy = new Call(Kind.READ, "futures", 60, "heavy"); // 70 of weight in a slice of 6 s
    assertThat(policies.pass(heavy, this::answer)).isInstanceOf(Outcome.Answered.class);

    Outcome<Object> second = policies.pass(heavy, this::answer);

    assertThat(second).isInstanceOf(Outcome.NotSent.class);
    assertThat(((Outcome.NotSent<Object>) second).why()).contains("budget");
    assertThat(sent).hasValue(1);
    assertThat(policies.pass(CANCEL, this::answer)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void orders_are_counted_apart_from_weight() {
    CallPolicies policies = policies();
    for (int i = 0; i < 10; i++) {
      assertThat(policies.pass(ADD, this::answer)).isInstanceOf(Outcome.Answered.class);
    }

    assertThat(policies.pass(ADD, this::answer)).isInstanceOf(Outcome.NotSent.class);
    assertThat(policies.pass(CANCEL, this::answer)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void a_pause_stops_every_kind_of_call_of_the_budget_and_of_no_other() {
    CallPolicies policies = policies();
    policies.pause("futures", Duration.ofSeconds(20));

    assertThat(policies.pass(READ, this::answer)).isInstanceOf(Outcome.NotSent.class);
    assertThat(policies.pass(CANCEL, this::answer)).isInstanceOf(Outcome.NotSent.class);
    assertThat(sent).hasValue(0);
    assertThat(policies.pass(new Call(Kind.READ, "spot", 1, "read"), this::answer))
        .isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void a_shorter_pause_does_not_end_a_longer_one() {
    CallPolicies policies = policies();
    policies.pause("futures", Duration.ofSeconds(20));
    policies.pause("futures", Duration.ZERO);

    assertThat(policies.pass(READ, this::answer)).isInstanceOf(Outcome.NotSent.class);
  }

  @Test
  void a_call_over_its_time_has_failed_and_keeps_its_place_until_it_really_ends()
      throws InterruptedException {
    CallPolicies policies = policies(100, Duration.ofMillis(100));
    CountDownLatch end = new CountDownLatch(1);
    Outcome<Object> late =
        policies.pass(
            ADD,
            () -> {
              sent.incrementAndGet();
              awaitWithoutInterruption(end);
              return "late";
            });
    assertThat(late).isInstanceOf(Outcome.Failed.class);

    Outcome<Object> meanwhile = policies.pass(ADD, this::answer);
    assertThat(meanwhile).isInstanceOf(Outcome.NotSent.class);
    assertThat(policies.pass(CANCEL, this::answer)).isInstanceOf(Outcome.Answered.class);

    end.countDown();
    TimeUnit.MILLISECONDS.sleep(100);
    assertThat(policies.pass(ADD, this::answer)).isInstanceOf(Outcome.Answered.class);
  }

  private static void awaitWithoutInterruption(CountDownLatch end) {
    boolean ended = false;
    while (!ended) {
      try {
        end.await();
        ended = true;
      } catch (InterruptedException e) {
        // Goes on: a socket that hangs does not notice either.
        ended = false;
      }
    }
  }

  /** Fault 45: somebody else may use the same allowance. */
  @Test
  void what_the_venue_has_counted_stops_reads_first_then_additions_and_never_cancels() {
    AtomicLong wall = new AtomicLong(600_000);
    CallPolicies policies = policies(4, Duration.ofSeconds(2), wall::get);

    policies.used("futures", 799);
    assertThat(policies.pass(READ, this::answer)).isInstanceOf(Outcome.Answered.class);
    policies.used("futures", 800);
    policies.used("futures", 10); // an older answer that comes late takes nothing back
    assertThat(policies.pass(READ, this::answer).toString())
        .contains("NotSent", "800 of 1000", "61 s are left");
    assertThat(policies.pass(ADD, this::answer)).isInstanceOf(Outcome.Answered.class);
    policies.used("futures", 900);
    assertThat(policies.pass(ADD, this::answer)).isInstanceOf(Outcome.NotSent.class);
    assertThat(policies.pass(CANCEL, this::answer)).isInstanceOf(Outcome.Answered.class);
    assertThat(policies.pass(new Call(Kind.READ, "spot", 1, "read"), this::answer))
        .isInstanceOf(Outcome.Answered.class);

    wall.addAndGet(60_000);
    assertThat(policies.pass(READ, this::answer)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void a_budget_is_handed_out_in_its_own_slices() {
    TreeMap<String, CallSettings.Budget> budgets = new TreeMap<>();
    budgets.put("futures", new CallSettings.Budget(1000, 20, Duration.ofMinutes(5)));
    CallPolicies policies =
        new CallPolicies(
            "test",
            new CallSettings(
                budgets,
                Duration.ofMillis(1),
                Duration.ofSeconds(20),
                1,
                Duration.ofMillis(1),
                10,
                60,
                Duration.ofSeconds(30)));
    Call fiveMinutes = new Call(Kind.READ, "futures", 3500, "heavy");
    assertThat(policies.pass(fiveMinutes, this::answer)).isInstanceOf(Outcome.Answered.class);
    assertThat(policies.pass(READ, this::answer)).isInstanceOf(Outcome.NotSent.class);
  }

  /** A window of two seconds meets five slices at most; what it may be asked twenty times weighs one. */
  @Test
  void what_okx_counts_in_two_seconds_is_not_exceeded_by_slices_that_fall_together() {
    CallSettings.okx()
        .budgets()
        .values()
        .forEach(
            budget -> {
              long slice = budget.slice().toMillis();
              long reads = budget.weightPerMinute() * 70L / 100 * slice / 60_000;
              assertThat((2_000 / slice + 1) * reads).isBetween(10L, 20L);
            });
  }
}
