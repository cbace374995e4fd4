package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;
import static org.evenkeel.cycle.World.SLOT;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.TargetPosition;
import org.evenkeel.core.route.Intent;
import org.junit.jupiter.api.Test;

/** A plan at the desk: only what was proven is sent, and what waits waits. */
class SequenceAtTheDeskTest {

  private static final InstrumentId USDC = InstrumentId.of("USDC-USDT-SPOT@binance");

  private final World world = World.ready();
  private final List<PlannedLeg> legs = new ArrayList<>();
  private final TreeSet<Integer> waits = new TreeSet<>();

  private void leg(InstrumentId instrument, Side side, String quantity, boolean reduceOnly) {
    Contracts contracts = Contracts.of(quantity);
    legs.add(
        new PlannedLeg(
            legs.size(),
            instrument,
            side,
            contracts,
            reduceOnly,
            Price.of("1000"),
            Money.of("1000", "USDT"),
            "test"));
  }

  private RebalancePlan plan() {
    return new RebalancePlan(
        Money.of("1000000", "USDT"),
        Ratio.ONE,
        List.of(target(BTC), target(ETH)),
        legs,
        List.of(),
        List.of(),
        Standings.version(world.journal.ledger()));
  }

  private TargetPosition target(InstrumentId id) {
    Contracts held = world.journal.ledger().position(id);
    return new TargetPosition(id, held, held, held, Money.of("0", "USDT"));
  }

  private RebalancePlan proven() {
    return plan().proven(legs, waits, List.of(), List.of());
  }

  private List<Intent> intents(RebalancePlan plan) {
    return plan.legs().stream()
        .map(
            leg ->
                new Intent(
                    Slot.scheduled("default", SLOT).cycleId(),
                    leg.instrument(),
                    leg.number(),
                    leg.side(),
                    leg.quantity(),
                    leg.reduceOnly(),
                    leg.arrivalPrice()))
        .toList();
  }

  private OrderDesk.Outcome work(List<Intent> intents, RebalancePlan plan) {
    Venues venues = Venues.of(world.venue);
    Resolver resolver =
        new Resolver(
            venues,
            world.journal,
            new FillIntake(venues, world.journal, new SpecBook(world.journal, world.clock)),
            world.clock);
    return new OrderDesk(
            world.strategy, world.venue, venues, world.journal, resolver, world.clock, world.alerts)
        .work(intents, new Rounds(plan, new TreeMap<>()), observed(plan), "4f7q");
  }

  /** What the last cycle saw. */
  private Observation observed(RebalancePlan plan) {
    DecisionInputs inputs = world.cycle(SLOT).inputs().orElseThrow();
    return new Observation(
        inputs.market(), inputs.account(), plan.nav(), new ClockOffsets(new TreeMap<>()));
  }

  private List<RefusalReason> reasons(OrderDesk.Outcome outcome) {
    return outcome.denials().stream().map(skip -> skip.refusal().reason()).toList();
  }

  @Test
  void what_every_cycle_sends_is_what_its_stored_plan_proves() {
    world.daemon.onSlot();

    RebalancePlan plan = (RebalancePlan) world.cycle(SLOT).documents().get("plan");
    assertThat(plan.legs()).isNotEmpty();
    assertThat(plan.proof().orElseThrow().figures()).hasSizeGreaterThan(4);
    assertThat(plan.proof().orElseThrow().beyond()).isEmpty();
    assertThat(world.venue.received).isNotEmpty();
  }

  @Test
  void a_plan_without_a_proof_is_not_sent() {
    world.daemon.onSlot();
    int sent = world.venue.received.size();
    leg(BTC, Side.SELL, "0.1", true);

    OrderDesk.Outcome outcome = work(intents(plan()), plan());

    assertThat(reasons(outcome)).containsExactly(RefusalReason.PLAN_UNPROVED);
    assertThat(world.venue.received).hasSize(sent);
  }

  @Test
  void other_legs_than_the_proven_are_not_sent() {
    world.daemon.onSlot();
    int sent = world.venue.received.size();
    leg(BTC, Side.SELL, "0.1", true);
    RebalancePlan plan = proven();
    legs.clear();
    leg(BTC, Side.SELL, "0.2", true);

    OrderDesk.Outcome outcome = work(intents(plan()), plan);

    assertThat(reasons(outcome)).containsExactly(RefusalReason.PLAN_UNPROVED);
    assertThat(world.venue.received).hasSize(sent);
  }

  @Test
  void a_proof_for_another_order_of_legs_or_without_the_waits_is_none() {
    world.daemon.onSlot();
    leg(BTC, Side.SELL, "0.1", true);
    leg(ETH, Side.BUY, "0.1", false);
    waits.add(1);
    RebalancePlan plan = proven();
    List<Intent> intents = intents(plan);

    assertThat(new PlanBasis(plan, world.journal).unproven(intents)).isEmpty();
    assertThat(new PlanBasis(plan, world.journal).unproven(intents.reversed())).isPresent();
    waits.clear();
    RebalancePlan fearless = proven();
    assertThat(fearless.proof().orElseThrow().sequence())
        .isNotEqualTo(plan.proof().orElseThrow().sequence());
  }

  @Test
  void what_waits_is_not_sent_after_a_leg_that_was_not_filled_and_nothing_after_it_is() {
    world.daemon.onSlot();
    leg(BTC, Side.SELL, "0.2", true);
    leg(ETH, Side.BUY, "0.1", false);
    leg(USDC, Side.BUY, "10", false);
    waits.add(1);
    RebalancePlan plan = proven();
    List<Intent> intents = intents(plan);
    PlanBasis basis = new PlanBasis(plan, world.journal);
    Tally tally = new Tally();

    assertThat(basis.objection(intents.get(0), tally)).isEmpty();
    tally.ended(intents.get(0));
    assertThat(basis.objection(intents.get(1), tally))
        .hasValueSatisfying(no -> assertThat(no.reason()).isEqualTo(RefusalReason.UNFILLED));
    tally.ended(intents.get(1));
    assertThat(basis.objection(intents.get(2), tally)).isPresent();
  }

  @Test
  void what_does_not_wait_is_sent_whatever_became_of_the_others() {
    world.daemon.onSlot();
    leg(BTC, Side.SELL, "0.2", true);
    leg(ETH, Side.BUY, "0.1", false);
    RebalancePlan plan = proven();
    Tally tally = new Tally();
    PlanBasis basis = new PlanBasis(plan, world.journal);
    tally.ended(intents(plan).get(0));

    assertThat(basis.objection(intents(plan).get(1), tally)).isEmpty();
  }
}
