package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.SLOT;
import static org.evenkeel.cycle.World.USDC;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.policy.LimitKey;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.shell.simulate.CycleEntry;
import org.junit.jupiter.api.Test;

/** A coin that falls off its peg between two decisions is sold at once. */
class PegSentryTest {

  private static final Currency COIN = Currency.of("USDC");

  private final World world = World.ready();

  private void decideAndWait() {
    world.daemon.onSlot();
    assertThat(held()).isPositive();
    world.clock.advanceTo(SLOT.plus(Duration.ofMinutes(5)));
  }

  private BigDecimal held() {
    return world.journal.ledger().coins(world.venue.capabilities().venue(), COIN);
  }

  private void look(String price) {
    world.venue.truth.prices.put(USDC, Price.of(price));
    world.clock.sleep(PegSentry.BETWEEN_LOOKS);
    world.daemon.onHeartbeat();
  }

  private List<CycleEntry> broughtForward() {
    return world.memory.cycles().values().stream()
        .filter(cycle -> cycle.slot().occasion() == Slot.Occasion.DEPEG)
        .toList();
  }

  @Test
  void it_is_latched_at_the_third_look_and_sold_by_a_decision_of_its_own() {
    decideAndWait();
    BigDecimal before = held();
    look("0.90");
    look("0.90");
    assertThat(broughtForward()).as("two looks of one source are no proof").isEmpty();
    look("0.90");
    assertThat(broughtForward()).hasSize(1);
    assertThat(world.alerts.raised()).containsKey("depeg USDC");
    assertThat(world.alerts.notes()).anyMatch(note -> note.contains("USDC is off its peg: 0.9"));
    assertThat(held()).isLessThan(before);
    assertThat(Gathering.knownPegs(world.journal).isLatched(COIN)).isTrue();
    DecisionInputs inputs =
        world.journal.inputs(broughtForward().get(0).slot().cycleId()).orThrow();
    assertThat(inputs.pegs().isLatched(COIN)).as("a replay sees it").isTrue();

    look("0.90");
    assertThat(broughtForward()).as("once").hasSize(1);
  }

  @Test
  void a_dip_that_passes_and_a_price_that_is_old_bring_nothing_forward() {
    decideAndWait();
    look("0.90");
    look("0.90");
    look("1");
    look("0.90");
    look("0.90");
    assertThat(broughtForward()).isEmpty();
  }

  @Test
  void it_looks_once_a_minute_and_asks_for_nothing_but_the_coins_markets() {
    decideAndWait();
    look("1");
    int before = world.venue.boundaries.count();
    world.daemon.onHeartbeat();
    assertThat(looks(before)).isEmpty();
    world.clock.sleep(PegSentry.BETWEEN_LOOKS);
    world.daemon.onHeartbeat();
    assertThat(looks(before)).hasSize(1);
  }

  private List<String> looks(int from) {
    return world.venue.boundaries.calls().subList(from, world.venue.boundaries.count()).stream()
        .filter(call -> call.contains("quotes"))
        .toList();
  }

  @Test
  void while_trading_is_stopped_nothing_is_brought_forward() {
    decideAndWait();
    world.controls.setTradingState(TradingState.PAUSED, "ann", "looking");
    look("0.90");
    look("0.90");
    look("0.90");
    assertThat(broughtForward()).isEmpty();
  }

  @Test
  void two_persons_who_vouch_for_it_lift_the_latch_until_their_time_is_over() {
    decideAndWait();
    look("0.90");
    look("0.90");
    look("0.90");
    Instant until = world.clock.now().plus(Duration.ofHours(2));
    LimitOverride trust =
        LimitOverride.wanted(
            new LimitName(LimitKey.TRUSTED_COIN, "USDC"),
            BigDecimal.ONE,
            "ann",
            "redeemed at par",
            world.clock.now(),
            until);
    world.agreeOn(LimitRequests.set(trust));
    // Within the depeg, and not near enough to par to end a latch by itself.
    world.venue.truth.prices.put(USDC, Price.of("0.985"));
    world.clock.advanceTo(SLOT.plus(Duration.ofHours(1)));
    world.daemon.onSlot();
    assertThat(Gathering.knownPegs(world.journal).isLatched(COIN)).isFalse();
    assertThat(held()).isPositive();

    world.clock.advanceTo(SLOT.plus(Duration.ofHours(3)).minusSeconds(600));
    look("0.90");
    look("0.90");
    look("0.90");
    assertThat(broughtForward()).as("watched again").hasSize(2);
  }
}
