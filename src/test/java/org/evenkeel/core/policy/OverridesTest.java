package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.perpetual;

import java.util.List;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.policy.OperatorOverride.Kind;
import org.evenkeel.core.policy.OverrideScope.Level;
import org.junit.jupiter.api.Test;

/** From one decision to the next: what goes on, what has ended, and what is shown beside a sleeve. */
class OverridesTest {

  private static final Universe UNIVERSE = Samples.universe("BTC", "ETH");

  private static OverrideScope at(Level level, String name) {
    return new OverrideScope(level, name);
  }

  @Test
  void what_has_ended_is_named_once() {
    OperatorOverride half =
        MandatesTest.override(3, at(Level.SLEEVE, "eth"), Kind.MULTIPLIER, "0.5");
    Overrides first = Overrides.none().next(List.of(half));
    Overrides second = first.next(List.of());
    assertThat(first.reverted()).isEmpty();
    assertThat(second.reverted()).isEqualTo("override 3 (MULTIPLIER 0.5 of eth) has ended");
    assertThat(first.isEmpty()).isFalse();
    assertThat(second.isEmpty()).isFalse();
    assertThat(second.next(List.of()).isEmpty()).isTrue();
    OperatorOverride other = MandatesTest.override(1, OverrideScope.book(), Kind.NO_TRADE, "0");
    Overrides both = first.next(List.of(half, other));
    assertThat(both.ended()).as("what goes on has not ended").isEmpty();
    assertThat(both.inForce()).containsExactly(other, half);
    assertThat(both.next(List.of(half)).ended()).containsExactly(other);
  }

  @Test
  void beside_a_sleeve_stands_what_concerns_it_and_by_which_scope() {
    Overrides both =
        Overrides.none()
            .next(
                List.of(
                    MandatesTest.override(1, OverrideScope.book(), Kind.MULTIPLIER, "0.5"),
                    MandatesTest.override(2, at(Level.SLEEVE, "eth"), Kind.NO_TRADE, "0")));

    assertThat(both.remarks(UNIVERSE))
        .containsEntry(SleeveId.of("btc"), "MULTIPLIER 0.5 of book until 2026-01-31T12:01:00Z")
        .containsEntry(
            SleeveId.of("eth"),
            "MULTIPLIER 0.5 of book until 2026-01-31T12:01:00Z,"
                + " NO_TRADE until 2026-01-31T12:01:00Z");
    assertThat(both.mandates(UNIVERSE).rules()).containsOnlyKeys(perpetual("ETH").id());
  }
}
