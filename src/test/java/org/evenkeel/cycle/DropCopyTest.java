package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.policy.watch.CopyGrace;
import org.evenkeel.core.policy.watch.ExecutionCopy;
import org.evenkeel.core.policy.watch.Trace;
import org.evenkeel.core.policy.watch.WatchLimits;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.cycle.watch.DropCopy;
import org.evenkeel.cycle.watch.Eye;
import org.evenkeel.cycle.watch.Watcher;
import org.junit.jupiter.api.Test;

/** The watcher compares what a second source of executions shows with what the bot has booked. */
class DropCopyTest {

  private final World world = World.ready();
  private final WorldsBook book = new WorldsBook(world);
  private Watcher watcher = newWatcher();
  private final List<String> hidden = new ArrayList<>();
  private boolean answers = true;
  private boolean isThere = true;
  private int asked = 0;
  private BigDecimal feeOff = BigDecimal.ZERO;

  private Watcher newWatcher() {
    return new Watcher(
        new Watcher.Orders(
            world.strategy.universe(), WatchLimits.defaults(), 15, 60, new CopyGrace(60, 300)),
        book,
        world.alerts);
  }

  /** What the venue truly did, whatever it lists as fills. */
  private final DropCopy source =
      new DropCopy() {
        @Override
        public VenueId venue() {
          return world.venue.capabilities().venue();
        }

        @Override
        public Result<ExecutionCopy> executions(Question question) {
          asked++;
          return answers
              ? Result.ok(ExecutionCopy.exact(traces(question)))
              : Result.refused(RefusalReason.VENUE_UNAVAILABLE, "the income is not shown");
        }
      };

  private List<Trace> traces(DropCopy.Question question) {
    return world.venue.truth.fills.stream()
        .filter(fill -> !fill.venueTime().isBefore(question.since()))
        .filter(fill -> !hidden.contains(fill.tradeId().value()))
        .map(this::trace)
        .toList();
  }

  private Trace trace(Fill fill) {
    TreeMap<Currency, BigDecimal> fees = new TreeMap<>();
    fees.put(fill.fee().currency(), fill.fee().amount().add(feeOff));
    return Trace.ofTrade(
        fill.instrument(),
        fill.tradeId().value(),
        Optional.of(fill.lastQty().value()),
        Optional.of(fees),
        fill.venueTime());
  }

  private WatchLook look() {
    return watcher.look(
        Result.ok(
            new Watcher.Sight(
                List.of(Eye.of(world.venue)),
                world.venue,
                world.clock,
                isThere ? List.of(source) : List.of())));
  }

  private TradingState state() {
    return world.journal.tradingState();
  }

  /** The bot trades, and the venue has executed what the bot knows nothing of. */
  private void tradeAndMiss() {
    world.daemon.onSlot();
    world.venue.truth.execute(
        World.ETH,
        world.venue.truth.nextOrderId(),
        Side.BUY,
        Contracts.of("0.001"),
        world.clock.now());
  }

  @Test
  void what_is_booked_as_it_was_executed_is_alike_also_after_a_new_start_of_the_watcher() {
    world.daemon.onSlot();
    assertThat(world.memory.fills()).isNotEmpty();

    WatchLook first = look();
    watcher = newWatcher();
    WatchLook second = look();

    assertThat(List.of(first, second)).extracting(WatchLook::verdict).containsOnly("WITHIN");
    assertThat(second.executions()).startsWith("binance alike until ");
    assertThat(book.copy.open).isEmpty();
    assertThat(book.copy.comparedUntil.orElseThrow()).isAfterOrEqualTo(World.SLOT);
  }

  @Test
  void it_asks_at_every_fourth_look_while_nothing_differs_and_at_each_while_something_does() {
    for (int i = 0; i < 8; i++) {
      look();
    }
    assertThat(asked).isEqualTo(2);

    tradeAndMiss();
    for (int i = 0; i < 4; i++) {
      look();
    }
    assertThat(asked).isEqualTo(6);
  }

  @Test
  void an_execution_that_is_booked_nowhere_halts_after_its_grace_and_two_looks() {
    tradeAndMiss();

    assertThat(look().verdict()).isEqualTo("WITHIN");
    book.copy.pass(59);
    assertThat(look().executions()).isEqualTo("binance differs in 1, 0 for too long");
    book.copy.pass(1);
    WatchLook overdue = look();
    assertThat(overdue.verdict()).isEqualTo("MISBOOKED");
    assertThat(overdue.words()).contains("MISSING trade").contains("0 booked, 0.001 shown");
    assertThat(state()).isEqualTo(TradingState.ACTIVE);
    assertThat(watcher.isUrgent()).isTrue();
    look();

    assertThat(state()).isEqualTo(TradingState.HALTED);
    assertThat(book.deeds.get(0)).startsWith("halt: MISBOOKED seen 2 times: 1 execution is booked");
    assertThat(world.alerts.raised().get("watch")).contains("MISBOOKED");
    assertThat(world.memory.fills().values())
        .as("nothing is booked by it")
        .noneMatch(fill -> fill.lastQty().equals(Contracts.of("0.001")));
  }

  @Test
  void a_watcher_that_starts_anew_knows_how_long_a_difference_has_lasted() {
    tradeAndMiss();
    look();
    book.copy.pass(60);
    world.clock.advanceTo(world.clock.now().plusSeconds(86_400));
    watcher = newWatcher();

    assertThat(look().verdict()).isIn("MISBOOKED", "BLIND");
    assertThat(book.copy.open).hasSize(1);
    world.daemon.onReconcile();
    look();
    assertThat(book.copy.open).as("it looks back as far as that").isEmpty();
  }

  @Test
  void what_is_booked_within_its_grace_is_over_and_recorded_as_such() {
    tradeAndMiss();
    look();
    assertThat(book.copy.open).hasSize(1);
    world.daemon.onReconcile();
    look();

    assertThat(book.copy.open).isEmpty();
    assertThat(book.copy.ended).hasSize(1);
  }

  @Test
  void a_bot_that_does_not_work_is_given_its_time_after_it_starts() {
    tradeAndMiss();
    look();
    book.copy.workingSeconds = 0;
    book.copy.pass(9_999);
    assertThat(look().verdict()).isEqualTo("WITHIN");
    book.copy.workingSeconds = 59;
    assertThat(look().verdict()).isEqualTo("WITHIN");
    book.copy.workingSeconds = 60;
    assertThat(look().verdict()).isEqualTo("MISBOOKED");
  }

  @Test
  void a_booked_execution_that_no_second_source_shows_halts_after_its_longer_grace() {
    world.daemon.onSlot();
    hidden.add(world.venue.truth.fills.getFirst().tradeId().value());

    look();
    book.copy.pass(299);
    assertThat(look().verdict()).isEqualTo("WITHIN");
    book.copy.pass(1);
    assertThat(look().words()).contains("INVENTED trade");
    look();

    assertThat(state()).isEqualTo(TradingState.HALTED);
  }

  @Test
  void another_fee_than_the_venue_has_charged_is_a_finding() {
    world.daemon.onSlot();
    feeOff = new BigDecimal("0.01");
    look();
    book.copy.pass(60);

    assertThat(look().words()).contains("FEE trade").contains("a fee of ");
  }

  @Test
  void a_source_that_does_not_answer_blinds_and_one_that_is_not_there_is_told() {
    answers = false;
    WatchLook look = look();
    assertThat(look.verdict()).isEqualTo("BLIND");
    assertThat(look.words())
        .isEqualTo("cannot see a second source of executions: binance: the income is not shown");

    isThere = false;
    WatchLook none = look();
    assertThat(none.verdict()).isEqualTo("WITHIN");
    assertThat(none.executions()).isEqualTo("no second source for binance");
  }
}
