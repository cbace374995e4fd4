package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.statement.Cause;
import org.evenkeel.core.statement.Contribution;
import org.evenkeel.core.statement.ExplainedOrder;
import org.evenkeel.core.statement.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every order of a whole bot, taken apart at the moment of planning. */
class ExplanationTest {

  private static final Instant NEXT = SLOT.plus(Duration.ofHours(1));

  private final World world = World.ready();

  private void runTo(Instant slot) {
    world.clock.advanceTo(slot);
    world.daemon.onSlot();
  }

  private Explanation explanation(Instant slot) {
    return (Explanation) world.cycle(slot).documents().get("explanation");
  }

  private static BigDecimal part(ExplainedOrder order, Cause cause) {
    return order.contributions().stream()
        .filter(part -> part.cause() == cause)
        .map(Contribution::contracts)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  private ExplainedOrder order(Instant slot, InstrumentId instrument) {
    return explanation(slot).of(instrument.value()).orElseThrow();
  }

  /** As earlier versions have told it and a replay must tell it again. */
  private ExplainedOrder asBefore(InstrumentId instrument) {
    return Explainer.asBefore(
            DecidedExamples.decided(world.cycle(SLOT)), DecidedExamples.decided(world.cycle(NEXT)))
        .of(instrument.value())
        .orElseThrow();
  }

  @Test
  void the_first_position_is_a_first_position() {
    runTo(SLOT);
    Explanation explanation = explanation(SLOT);
    assertThat(explanation.before()).isEmpty();
    assertThat(explanation.orders()).hasSize(3);
    assertThat(explanation.orders())
        .flatExtracting(ExplainedOrder::contributions)
        .extracting(Contribution::cause)
        .containsOnly(Cause.FIRST_POSITION);
  }

  @Test
  void half_of_a_sleeve_is_sold_for_an_override_and_for_nothing_else_of_size() {
    runTo(SLOT);
    BigDecimal held = world.journal.ledger().position(BTC).value();
    world.controls.addOverride(
        SleeveId.of("btc"),
        OperatorOverride.Kind.MULTIPLIER,
        Ratio.of("0.5"),
        "ann",
        "too hot",
        SLOT,
        NEXT.plusSeconds(60));
    runTo(NEXT);
    ExplainedOrder order = order(NEXT, BTC);
    BigDecimal half = held.divide(BigDecimal.valueOf(-2));
    assertThat(part(order, Cause.OVERRIDE).doubleValue())
        .isCloseTo(half.doubleValue(), org.assertj.core.data.Percentage.withPercentage(2));
    assertThat(part(order, Cause.OVERRIDE).subtract(order.contracts()).abs())
        .isLessThan(held.abs().multiply(new BigDecimal("0.03")));
    assertThat(explanation(NEXT).of(ETH.value()).map(other -> part(other, Cause.OVERRIDE)))
        .isIn(Optional.empty(), Optional.of(BigDecimal.ZERO));
  }

  /** What an operator keeps is not traded because of the operator, and no band has anything to do with it. */
  @ParameterizedTest
  @EnumSource(
      value = OperatorOverride.Kind.class,
      names = {"FREEZE_WEIGHT", "NO_TRADE"})
  void what_is_not_traded_under_an_override_is_an_override_and_no_band(OperatorOverride.Kind kind) {
    runTo(SLOT);
    DecidedExamples.move(world, BTC, "1.25");
    world.controls.addOverride(
        SleeveId.of("btc"), kind, Ratio.ZERO, "ann", "as it is", SLOT, NEXT.plusSeconds(60));
    runTo(NEXT);
    ExplainedOrder order = order(NEXT, BTC);
    assertThat(order.contracts()).isZero();
    assertThat(part(order, Cause.PRICE)).isNegative();
    assertThat(part(order, Cause.OVERRIDE)).isPositive();
    assertThat(part(order, Cause.BAND)).isZero();
    assertThat(part(asBefore(BTC), Cause.BAND)).isEqualTo(part(order, Cause.OVERRIDE));
  }

  @Test
  void what_may_only_be_reduced_by_order_of_a_person_is_not_added_to_for_that_and_for_no_gate() {
    runTo(SLOT);
    DecidedExamples.move(world, BTC, "0.8");
    world.controls.addOverride(
        SleeveId.of("btc"),
        OperatorOverride.Kind.REDUCE_ONLY,
        Ratio.ZERO,
        "ann",
        "no more of it",
        SLOT,
        NEXT.plusSeconds(60));
    runTo(NEXT);
    ExplainedOrder order = order(NEXT, BTC);
    assertThat(order.contracts()).isZero();
    assertThat(part(order, Cause.PRICE)).isPositive();
    assertThat(part(order, Cause.OVERRIDE)).isNegative();
    assertThat(part(order, Cause.GATE)).isZero();
    assertThat(part(asBefore(BTC), Cause.GATE)).isEqualTo(part(order, Cause.OVERRIDE));
  }

  @Test
  void a_price_that_moves_changes_equity_and_contracts_and_both_are_named() {
    runTo(SLOT);
    DecidedExamples.move(world, ETH, "1.25");
    runTo(NEXT);
    ExplainedOrder eth = order(NEXT, ETH);
    assertThat(part(eth, Cause.PRICE)).isNegative();
    assertThat(part(eth, Cause.EQUITY)).isPositive();
    assertThat(part(order(NEXT, BTC), Cause.PRICE)).isZero();
    assertThat(part(order(NEXT, BTC), Cause.EQUITY)).isPositive();
  }

  @Test
  void what_an_order_left_undone_is_the_unfilled_remainder_of_the_next() {
    world.venue.script(
        BTC,
        Behavior.fillsTenths(3),
        Behavior.fillsTenths(0),
        Behavior.fillsTenths(0),
        Behavior.fillsTenths(0),
        Behavior.fillsTenths(0));
    runTo(SLOT);
    BigDecimal missing =
        DecidedExamples.intents(world.cycle(SLOT)).stream()
            .filter(intent -> intent.instrument().equals(BTC))
            .map(intent -> intent.quantity().value())
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .subtract(world.journal.ledger().position(BTC).value());
    assertThat(missing).isPositive();
    runTo(NEXT);
    assertThat(part(order(NEXT, BTC), Cause.UNFILLED)).isEqualByComparingTo(missing);
  }

  @Test
  void the_explanation_is_kept_before_anything_is_sent() {
    world.venue.beforeOrder(
        ticket -> assertThat(world.cycle(SLOT).documents()).containsKey("explanation"));
    runTo(SLOT);
    assertThat(world.venue.received).isNotEmpty();
  }

  @Test
  void after_a_restart_the_plan_before_is_made_again_and_explains_as_if_nothing_had_been() {
    List<Explanation> both =
        List.of(false, true).stream()
            .map(
                restarts -> {
                  World own = World.ready();
                  own.daemon.onSlot();
                  DecidedExamples.move(own, BTC, "1.1");
                  if (restarts) {
                    own.restart();
                    own.recover();
                  }
                  own.clock.advanceTo(NEXT);
                  own.daemon.onSlot();
                  return (Explanation) own.cycle(NEXT).documents().get("explanation");
                })
            .toList();
    assertThat(both.get(1).orders()).isNotEmpty();
    assertThat(both.get(1).before()).isEqualTo(both.get(0).before());
    assertThat(both.get(1).remarks()).isEmpty();
  }
}
