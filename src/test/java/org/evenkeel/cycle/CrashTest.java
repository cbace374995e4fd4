package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;
import static org.evenkeel.cycle.World.SLOT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.CycleEntry;
import org.evenkeel.shell.simulate.SimCrash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Something fails at every single call of a cycle, one call at a time, before and after it takes effect.
 *
 * <p>Whatever it was, after recovery nothing has been sent twice or without a committed attempt (the venue checks both
 * as it happens), every slot has ended, and ledger and venue agree.
 */
class CrashTest {

  private static final Instant NEXT = SLOT.plus(Duration.ofHours(1));

  /** A script that makes a cycle use every path: a lost answer, a partial fill, and an order that never arrives. */
  private static World eventful() {
    World world = World.ready();
    world.venue.script(BTC, Behavior.fillsAndLosesTheAnswer(5), Behavior.neverArrives());
    world.venue.script(ETH, Behavior.fillsTenths(3));
    return world;
  }

  /** The port whose calls are counted. */
  enum Port {
    JOURNAL,
    VENUE;

    Boundaries of(World world) {
      return switch (this) {
        case JOURNAL -> world.journalCalls;
        case VENUE -> world.venue.boundaries;
      };
    }
  }

  private static List<Arguments> everyCall(Port port) {
    World dry = eventful();
    int before = port.of(dry).count();
    dry.daemon.onSlot();
    List<String> calls = port.of(dry).calls().subList(before, port.of(dry).count());
    assertThat(dry.status(SLOT)).isEqualTo(CycleStatus.DONE);
    dry.assertSound();
    List<Arguments> all = new ArrayList<>();
    for (int nth = 1; nth <= calls.size(); nth++) {
      for (Boundaries.Moment moment : Boundaries.Moment.values()) {
        all.add(Arguments.of(port, nth, moment, calls.get(nth - 1)));
      }
    }
    return all;
  }

  static Stream<Arguments> journalFailures() {
    return everyCall(Port.JOURNAL).stream();
  }

  static Stream<Arguments> crashes() {
    List<Arguments> all = new ArrayList<>(everyCall(Port.JOURNAL));
    all.addAll(everyCall(Port.VENUE));
    return all.stream();
  }

  private static JournalUnavailable unavailable(String where) {
    return new JournalUnavailable(where, new IllegalStateException("connection reset"));
  }

  @ParameterizedTest(name = "{0} call {1} {2} {3}")
  @MethodSource("journalFailures")
  void a_journal_that_fails_once_costs_a_cycle_at_most(
      Port port, int nth, Boundaries.Moment moment, String call) {
    World world = eventful();
    port.of(world).arm(nth, moment, CrashTest::unavailable);
    world.daemon.onSlot();
    world.recover();
    world.assertSound();
    assertTheNextSlotWorks(world);
  }

  @ParameterizedTest(name = "{0} call {1} {2} {3}")
  @MethodSource("crashes")
  void a_process_that_dies_is_continued_by_the_next_one(
      Port port, int nth, Boundaries.Moment moment, String call) {
    World world = eventful();
    port.of(world).arm(nth, moment, SimCrash::new);
    boolean hasDied = diesIn(world, Daemon::onSlot);
    assertThat(hasDied).as("call " + nth + " of the dry run happens here too").isTrue();
    world.restart();
    world.recover();
    world.assertSound();
    assertTheNextSlotWorks(world);
  }

  private static boolean diesIn(World world, Consumer<Daemon> bell) {
    try {
      bell.accept(world.daemon);
      return false;
    } catch (SimCrash death) {
      return true;
    }
  }

  private static void assertTheNextSlotWorks(World world) {
    assertThat(world.memory.cycles().values()).allMatch(entry -> entry.status().isEnded());
    world.clock.advanceTo(NEXT);
    world.daemon.onSlot();
    CycleEntry next = world.cycle(NEXT);
    assertThat(next.status()).as(next.reason()).isEqualTo(CycleStatus.DONE);
    assertThat(next.reason()).isEmpty();
    world.assertSound();
    assertThat(next.statement().orElseThrow().weights())
        .allSatisfy(row -> assertThat(row.drift().abs().doubleValue()).isLessThan(0.01));
  }

  /** A second failure while the first is being recovered from. */
  @Test
  void dying_again_during_recovery_changes_nothing() {
    World dry = eventful();
    crashAtTheSecondSend(dry);
    int before = dry.venue.boundaries.count() + dry.journalCalls.count();
    dry.restart();
    dry.recover();
    int calls = dry.venue.boundaries.count() + dry.journalCalls.count() - before;
    assertThat(calls).isGreaterThan(20);
    for (Port port : Port.values()) {
      for (int nth = 1; nth <= calls; nth++) {
        World world = eventful();
        crashAtTheSecondSend(world);
        world.restart();
        port.of(world).arm(nth, Boundaries.Moment.AFTER, SimCrash::new);
        for (int i = 0; i < 3 && !world.daemon.isReady(); i++) {
          if (diesIn(world, Daemon::onHeartbeat)) {
            world.restart();
          }
          world.clock.sleep(Duration.ofSeconds(10));
        }
        port.of(world).disarm();
        world.recover();
        world.assertSound();
      }
    }
  }

  private static void crashAtTheSecondSend(World world) {
    Function<String, Throwable> death = SimCrash::new;
    int sends = 0;
    int nth = 0;
    World dry = eventful();
    int before = dry.venue.boundaries.count();
    dry.daemon.onSlot();
    for (String call : dry.venue.boundaries.calls().subList(before, dry.venue.boundaries.count())) {
      nth++;
      sends += call.equals("send") ? 1 : 0;
      if (sends == 2) {
        break;
      }
    }
    world.venue.boundaries.arm(nth, Boundaries.Moment.AFTER, death);
    assertThat(diesIn(world, Daemon::onSlot)).isTrue();
  }

  @Test
  void a_database_that_stays_down_lets_nothing_out() {
    World world = World.ready();
    world.journalCalls.setDown(true);
    for (int i = 0; i < 5; i++) {
      world.daemon.onSlot();
      world.daemon.onHeartbeat();
      world.daemon.onReconcile();
    }
    assertThat(world.daemon.isReady()).isFalse();
    assertThat(world.venue.received).isEmpty();
    assertThat(world.alerts.raised()).containsKey("journal");
    world.journalCalls.setDown(false);
    world.recover();
    assertThat(world.alerts.raised()).isEmpty();
    world.daemon.onSlot();
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.DONE);
    world.assertSound();
  }
}
