package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.SLOT;

import java.time.Duration;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.statement.RequestRow;
import org.junit.jupiter.api.Test;

/** How persons end a quarantine. */
class QuarantineTest {

  private final World world = World.ready();

  private Attempt only() {
    return world.attempts(BTC).get(0);
  }

  private String id() {
    return only().ticket().clientOrderId().value();
  }

  private RequestRow newest() {
    return world.requests.requests(true).get(0);
  }

  /** An order that lost its time in force is canceled at the venue and waits for a person. */
  private void quarantine() {
    world.venue.script(BTC, Behavior.keepsOpen());
    world.daemon.onSlot();
    assertThat(only().state()).isInstanceOf(AttemptState.Quarantined.class);
  }

  @Test
  void an_adopted_order_is_settled_by_the_usual_way() {
    quarantine();
    world.agreeOn(QuarantineHandler.adopt(id(), "lost its time in force"));
    assertThat(newest().state()).isEqualTo(RequestRow.State.DONE);
    world.daemon.onReconcile();
    assertThat(only().state()).isInstanceOf(AttemptState.Canceled.class);
    assertThat(only().bookedQty()).isEqualTo(only().state().cumQty());
    world.assertSound();
    world.clock.advanceTo(SLOT.plus(Duration.ofHours(1)));
    world.daemon.onSlot();
    assertThat(world.attempts(BTC).size()).as("traded again").isGreaterThan(1);
  }

  @Test
  void an_order_that_still_works_is_canceled_before_it_is_adopted() {
    world.venue.loseCancels(1);
    quarantine();
    world.agreeOn(QuarantineHandler.adopt(id(), "lost its time in force"));
    assertThat(only().state()).isInstanceOf(AttemptState.Quarantined.class);
    assertThat(newest().state()).as("tried again").isEqualTo(RequestRow.State.APPROVED);
    world.daemon.onHeartbeat();
    assertThat(newest().state()).isEqualTo(RequestRow.State.DONE);
  }

  @Test
  void a_venue_that_does_not_answer_is_asked_again() {
    quarantine();
    world.venue.unreadable.add("lookup");
    world.agreeOn(QuarantineHandler.adopt(id(), "lost its time in force"));
    assertThat(newest().state()).isEqualTo(RequestRow.State.APPROVED);
    world.venue.unreadable.clear();
    world.daemon.onHeartbeat();
    assertThat(newest().state()).isEqualTo(RequestRow.State.DONE);
  }

  /** Somebody traded so that nobody can say whether it was the order. */
  private void doubtful() {
    world.venue.script(BTC, Behavior.neverArrives());
    boolean[] isDone = {false};
    world.venue.boundaries.listen(
        call -> {
          if (call.equals("lookup") && !isDone[0]) {
            isDone[0] = true;
            world.venue.truth.execute(
                BTC,
                world.venue.truth.nextOrderId(),
                Side.BUY,
                Contracts.of("0.001"),
                world.venue.time());
          }
        });
    world.daemon.onSlot();
    assertThat(only().state()).isInstanceOf(AttemptState.Quarantined.class);
  }

  @Test
  void an_order_declared_absent_leaves_the_doubtful_trade_to_somebody_else() {
    doubtful();
    world.agreeOn(QuarantineHandler.absent(id(), "in doubt", "order history of the venue's page"));
    assertThat(only().state()).isInstanceOf(AttemptState.Absent.class);
    assertThat(((AttemptState.Absent) only().state()).proof())
        .contains("order history of the venue's page");
    world.daemon.onReconcile();
    assertThat(world.locks()).containsExactly(BTC + " EXTERNAL_FILL");
  }

  @Test
  void what_the_venue_does_not_show_cannot_be_adopted() {
    doubtful();
    world.agreeOn(QuarantineHandler.adopt(id(), "in doubt"));
    assertThat(newest().state()).isEqualTo(RequestRow.State.FAILED);
    assertThat(newest().outcome()).contains("declared absent");
    assertThat(only().state()).isInstanceOf(AttemptState.Quarantined.class);
  }

  @Test
  void an_order_that_is_not_in_quarantine_is_left_alone() {
    world.daemon.onSlot();
    world.agreeOn(QuarantineHandler.absent(id(), "none", "a guess"));
    assertThat(newest().state()).isEqualTo(RequestRow.State.FAILED);
    assertThat(only().state()).isInstanceOf(AttemptState.Filled.class);
  }
}
