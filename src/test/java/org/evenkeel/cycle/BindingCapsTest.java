package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.SLOT;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.OperatorOverride.Kind;
import org.evenkeel.core.policy.OverrideScope;
import org.junit.jupiter.api.Test;

/** Which cap keeps a sleeve smaller than it would be without it. */
class BindingCapsTest {

  private static final SleeveId BTC = SleeveId.of("btc");

  private final World world = World.ready();

  private void order(OverrideScope scope, Kind kind, String value) {
    world
        .controls
        .setOverride(
            new OperatorOverride(
                0,
                scope,
                kind,
                Ratio.of(value),
                "ann",
                "event",
                world.clock.now(),
                world.clock.now().plus(Duration.ofDays(1))),
            Optional.empty())
        .orThrow();
  }

  private DecisionInputs decided() {
    world.daemon.onSlot();
    return world.journal.inputs(Slot.scheduled("default", SLOT).cycleId()).orThrow();
  }

  private List<String> caps(DecisionInputs inputs) {
    return BindingCaps.of(inputs, BTC).stream().map(BindingCaps::name).toList();
  }

  @Test
  void a_cap_of_the_sleeve_is_named_if_more_would_be_wanted_without_it() {
    order(OverrideScope.of(BTC), Kind.CAP, "0.01");
    List<BindingCaps> caps = BindingCaps.of(decided(), BTC);
    assertThat(caps)
        .extracting(BindingCaps::name)
        .anyMatch(name -> name.startsWith("override cap") && name.contains("0.01"));
    assertThat(caps.get(0).detail()).startsWith("wanted is 1.00 % of NAV, without it ");
  }

  @Test
  void a_cap_that_is_wider_than_what_is_wanted_is_not_named() {
    order(OverrideScope.of(BTC), Kind.CAP, "15");
    assertThat(caps(decided())).noneMatch(name -> name.startsWith("override"));
  }

  @Test
  void a_cap_on_the_whole_book_is_named_as_that_of_a_group() {
    order(OverrideScope.book(), Kind.CAP, "0.02");
    assertThat(caps(decided())).anyMatch(name -> name.startsWith("override cap on exposure 0.02"));
  }

  @Test
  void a_multiplier_and_an_exclusion_are_named() {
    order(OverrideScope.of(BTC), Kind.MULTIPLIER, "0.5");
    assertThat(caps(decided())).contains("override multiplier 0.5");
    World other = World.ready();
    other
        .controls
        .setOverride(
            new OperatorOverride(
                0,
                OverrideScope.of(BTC),
                Kind.EXCLUDE,
                Ratio.ZERO,
                "ann",
                "event",
                other.clock.now(),
                other.clock.now().plus(Duration.ofDays(1))),
            Optional.empty())
        .orThrow();
    other.daemon.onSlot();
    assertThat(caps(other.journal.inputs(Slot.scheduled("default", SLOT).cycleId()).orThrow()))
        .containsExactly("override exclude");
  }

  @Test
  void the_cap_on_leverage_is_named_where_it_is_reached_before_the_volatility() {
    List<String> caps = caps(leverageBound());
    assertThat(caps).contains("risk.max_gross_leverage_ratio");
  }

  /** The same inputs with a target volatility that only the cap on leverage stops. */
  private DecisionInputs leverageBound() {
    DecisionInputs inputs = decided();
    var rules = inputs.rules();
    var parity = rules.parity();
    return inputs.under(
        rules.with(
            new ParitySettings(
                5,
                0.2,
                parity.maxSleeveExposure(),
                parity.tolerance(),
                parity.maxIterations(),
                parity.acceptedResidual(),
                parity.principle())),
        inputs.adjustments());
  }
}
