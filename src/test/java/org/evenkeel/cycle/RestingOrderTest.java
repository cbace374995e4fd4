package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.core.route.OrderPricing;
import org.evenkeel.core.route.StyleSettings;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueOrder;
import org.junit.jupiter.api.Test;

/** What rests has an end: its round's, the next reconciliation's, or that of whoever stops trading. */
class RestingOrderTest {

  private static final InstrumentId ETH = World.ETH;
  private static final Behavior RESTS = new Behavior(0, Behavior.Answer.TRUTH, "", "GTX");
  private static final Behavior FILLS_A_PART = new Behavior(5, Behavior.Answer.TRUTH, "", "GTX");

  private final World world = World.early();

  private void style(ExecutionStyle style) {
    StyleSettings settings =
        new StyleSettings(
            style,
            style,
            ExecutionStyle.IOC,
            OrderPricing.Reference.TOUCH,
            Duration.ofSeconds(15),
            Duration.ofSeconds(40),
            3,
            Duration.ofSeconds(15),
            Ratio.ONE,
            Ratio.of("0.5"),
            Ratio.ZERO,
            Ratio.of("5"),
            false);
    world.strategy = world.strategy.with(settings);
    world.isBusy = true;
    world.restart();
    world.daemon.onHeartbeat();
    world.clock.advanceTo(World.SLOT);
  }

  private List<VenueOrder> open() {
    return world.venue.truth.orders.values().stream()
        .filter(order -> !order.status().isClosed())
        .toList();
  }

  private List<String> story(InstrumentId instrument) {
    return world.memory.attempts().values().stream()
        .filter(attempt -> attempt.ticket().instrument().equals(instrument))
        .map(attempt -> attempt.ticket().timeInForce() + " " + attempt.state().label())
        .toList();
  }

  @Test
  void what_nobody_takes_is_withdrawn_at_the_end_and_the_rest_crosses() {
    style(ExecutionStyle.PASSIVE);
    world.venue.script(ETH, RESTS);
    world.daemon.onSlot();
    assertThat(story(ETH)).containsExactly("GTX CANCELED", "IOC FILLED");
    assertThat(open()).isEmpty();
    world.assertSound();
  }

  @Test
  void what_was_filled_before_the_end_is_not_ordered_again() {
    style(ExecutionStyle.PASSIVE);
    world.venue.script(ETH, FILLS_A_PART);
    world.daemon.onSlot();
    assertThat(story(ETH)).containsExactly("GTX CANCELED", "IOC FILLED");
    List<Attempt> both = List.copyOf(world.attempts(ETH));
    Contracts left = both.get(0).ticket().orderQty().minus(both.get(0).bookedQty());
    assertThat(both.get(1).ticket().orderQty().value())
        .as("the rest, less what fees have taken from the portfolio")
        .isBetween(left.value().subtract(new BigDecimal("0.01")), left.value());
    world.assertSound();
  }

  @Test
  void a_cancel_that_is_lost_is_asked_for_again() {
    style(ExecutionStyle.PASSIVE);
    world.venue.script(ETH, RESTS);
    world.venue.loseCancels(2);
    world.daemon.onSlot();
    assertThat(story(ETH)).containsExactly("GTX CANCELED", "IOC FILLED");
    assertThat(open()).isEmpty();
  }

  @Test
  void
      after_a_crash_the_order_that_still_rests_is_taken_back_and_its_fate_known_before_anything_is_planned() {
    style(ExecutionStyle.PASSIVE);
    world.venue.script(ETH, FILLS_A_PART);
    dieIn(Duration.ofSeconds(8));
    assertThat(catchThrowable(() -> world.daemon.onSlot())).isInstanceOf(Died.class);
    assertThat(open()).hasSize(1);
    world.restart();
    world.daemon.onHeartbeat();
    assertThat(open()).isEmpty();
    assertThat(world.attempts(ETH).get(0).state().label()).isEqualTo("CANCELED");
    assertThat(world.attempts(ETH).get(0).bookedQty().isZero()).as("the part is booked").isFalse();
    world.assertSound();
  }

  @Test
  void a_halt_in_the_middle_takes_it_back_and_sends_nothing_more() {
    style(ExecutionStyle.PASSIVE);
    world.venue.script(ETH, RESTS);
    world.venue.beforeOrder(
        ticket -> {
          if (ticket.instrument().equals(ETH)) {
            world.clock.at(
                world.clock.now().plusSeconds(5), () -> world.journal.halt("ann", "enough"));
          }
        });
    world.daemon.onSlot();
    assertThat(story(ETH)).containsExactly("GTX CANCELED");
    assertThat(open()).isEmpty();
  }

  @Test
  void when_everything_is_to_be_canceled_it_is_taken_back_and_not_repeated() {
    style(ExecutionStyle.PASSIVE);
    world.venue.script(ETH, RESTS);
    world.venue.beforeOrder(
        ticket -> {
          if (ticket.instrument().equals(ETH)) {
            world.clock.at(
                world.clock.now().plusSeconds(5),
                () -> world.controls.send(Errand.Kind.CANCEL_ALL, "ann", "enough"));
          }
        });
    world.daemon.onSlot();
    assertThat(story(ETH)).containsExactly("GTX CANCELED");
    assertThat(open()).isEmpty();
    world.daemon.onHeartbeat();
    assertThat(world.journal.errands().waiting()).isEmpty();
  }

  @Test
  void a_slice_whose_fate_is_open_blocks_the_ones_after_it() {
    style(ExecutionStyle.TWAP);
    world.venue.setExpiry(VenueCapabilities.RequestExpiry.NONE);
    world.venue.script(ETH, Behavior.fills(), Behavior.neverArrives());
    world.daemon.onSlot();
    assertThat(story(ETH)).hasSize(2).first().isEqualTo("IOC FILLED");
    assertThat(world.attempts(ETH).get(1).state().isTerminal()).isFalse();
  }

  @Test
  void slices_are_orders_of_their_own_at_their_distance() {
    style(ExecutionStyle.TWAP);
    world.daemon.onSlot();
    assertThat(story(ETH)).containsExactly("IOC FILLED", "IOC FILLED", "IOC FILLED");
    List<Attempt> slices = world.attempts(ETH);
    for (int i = 1; i < slices.size(); i++) {
      assertThat(
              Duration.between(
                  slices.get(i - 1).ticket().signedAt(), slices.get(i).ticket().signedAt()))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(15));
    }
    world.assertSound();
  }

  private void dieIn(Duration time) {
    world.venue.beforeOrder(
        ticket -> {
          if (ticket.instrument().equals(ETH)) {
            world.clock.at(
                world.clock.now().plus(time),
                () -> {
                  throw new Died();
                });
          }
        });
  }

  /** The end of a process; not an exception that the bot could catch. */
  private static final class Died extends Error {
    private static final long serialVersionUID = 1;
  }
}
