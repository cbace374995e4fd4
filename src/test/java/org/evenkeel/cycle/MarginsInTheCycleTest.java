package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.SpreadWorld.BTC;
import static org.evenkeel.cycle.SpreadWorld.ETH;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.core.statement.CycleStatus;
import org.junit.jupiter.api.Test;

/** What a venue asks for the size of a position, from its answer to the orders. */
class MarginsInTheCycleTest {

  private static final CycleId CYCLE = Slot.scheduled("default", World.SLOT).cycleId();

  private final SpreadWorld world = SpreadWorld.ready();

  private void grantUpTo(String value) {
    MaintenanceTiers tiers =
        new MaintenanceTiers(
            BTC,
            MaintenanceTiers.Unit.QUOTE,
            MaintenanceTiers.Charge.PART,
            "",
            List.of(
                new MaintenanceTiers.Tier(BigDecimal.ZERO, Ratio.of("0.004"), BigDecimal.TEN),
                new MaintenanceTiers.Tier(new BigDecimal(value), Ratio.of("0.1"), BigDecimal.ONE)),
            Optional.empty(),
            world.clock.now());
    world.split.margins = futures -> Result.ok(new MarginView(List.of(tiers), new TreeMap<>()));
  }

  @Test
  void no_position_is_made_larger_than_its_leverage_is_granted_to_and_the_others_are_traded() {
    grantUpTo("20000");
    world.daemon.onSlot();

    assertThat(world.cycle(World.SLOT).status()).isEqualTo(CycleStatus.DONE);
    BigDecimal value = world.split.position(BTC).value().multiply(new BigDecimal("50000"));
    assertThat(value).isPositive().isLessThanOrEqualTo(new BigDecimal("20000"));
    assertThat(world.unified.position(ETH).value()).isPositive();
  }

  @Test
  void what_was_asked_is_among_the_stored_inputs_and_is_shown_with_the_limits() {
    grantUpTo("20000");
    world.daemon.onSlot();

    DecisionInputs inputs = world.journal.inputs(CYCLE).orThrow();
    assertThat(inputs.market().margins().tiers()).hasSize(1);
    assertThat(inputs.market().margins().untold()).containsOnlyKeys(ETH);
    assertThat(MarginRows.limits(inputs, Decision.from(inputs).orThrow().plan()))
        .anySatisfy(
            row -> {
              assertThat(row.limit()).isEqualTo("venue_leverage_ratio");
              assertThat(row.subject()).isEqualTo(BTC.value());
              assertThat(row.distance().orElseThrow()).isNotNegative();
            })
        .anySatisfy(
            row -> {
              assertThat(row.subject()).isEqualTo(ETH.value());
              assertThat(row.hit()).isEqualTo("as configured; not of this venue");
            });
  }

  @Test
  void a_fresh_look_before_an_order_still_knows_what_was_asked() {
    grantUpTo("20000");
    TreeMap<VenueId, MarketData> markets = new TreeMap<>();
    markets.put(SpreadWorld.SPLIT, world.split);
    Observatory observatory =
        new Observatory(
            SpreadWorld.strategy(false), new Markets(markets), Venues.of(world.split), world.clock);
    Observation first = observatory.observe(World.SLOT).orThrow();

    assertThat(first.market().margins().of(BTC)).isPresent();
    assertThat(observatory.refresh(first).orThrow().market().margins())
        .isEqualTo(first.market().margins());
  }

  @Test
  void a_venue_that_does_not_tell_what_it_asks_holds_the_decision() {
    world.split.margins = futures -> Result.refused(RefusalReason.VENUE_UNAVAILABLE, "no tiers");
    world.daemon.onSlot();

    assertThat(world.cycle(World.SLOT).status()).isEqualTo(CycleStatus.HELD);
    assertThat(world.split.received).isEmpty();
    assertThat(world.unified.received).isEmpty();
  }
}
