package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Ratio;
import org.junit.jupiter.api.Test;

class DrawdownBrakeTest {

  private static final DrawdownTiers TIERS = DrawdownTiers.defaults();

  private final List<Optional<TradingState>> fired = new ArrayList<>();
  private Optional<DrawdownBrake> brake = Optional.empty();

  private DrawdownBrake at(String peak, String drawdown) {
    DrawdownBrake next =
        DrawdownBrake.next(brake, new BigDecimal(peak), new BigDecimal(drawdown), TIERS);
    fired.add(next.fires(brake));
    brake = Optional.of(next);
    return next;
  }

  @Test
  void each_tier_begins_at_its_drawdown() {
    assertThat(at("1", "0.0999").tier()).isEqualTo(DrawdownTiers.Tier.NONE);
    assertThat(at("1", "0.10").tier()).isEqualTo(DrawdownTiers.Tier.WARN);
    assertThat(at("1", "0.15").tier()).isEqualTo(DrawdownTiers.Tier.DELEVER);
    assertThat(at("1", "0.25").tier()).isEqualTo(DrawdownTiers.Tier.REDUCE_ONLY);
    assertThat(at("1", "0.35").tier()).isEqualTo(DrawdownTiers.Tier.FLATTEN);
  }

  @Test
  void what_stops_something_fires_once_for_a_peak_and_again_only_deeper() {
    at("1", "0.26");
    at("1", "0.24");
    at("1", "0.27");
    at("1", "0.36");
    at("1", "0.40");
    assertThat(fired)
        .containsExactly(
            Optional.of(TradingState.REDUCE_ONLY),
            Optional.empty(),
            Optional.empty(),
            Optional.of(TradingState.FLATTENING),
            Optional.empty());
  }

  @Test
  void a_new_peak_arms_it_again() {
    at("1", "0.26");
    at("1.2", "0");
    at("1.2", "0.25");
    assertThat(fired.get(2)).contains(TradingState.REDUCE_ONLY);
  }

  /** A record may be corrected together with a fall from it. */
  @Test
  void a_fall_that_is_seen_together_with_its_peak_fires_whatever_was_before() {
    at("1", "0.26");
    assertThat(at("1.2", "0.25").deepest()).isEqualTo(DrawdownTiers.Tier.REDUCE_ONLY);
    assertThat(fired.get(1)).contains(TradingState.REDUCE_ONLY);
    assertThat(at("1.3", "0.12").isDelevered()).as("the cut ends with its peak").isFalse();
  }

  @Test
  void people_are_told_the_drawdown_in_percent_its_tier_and_whether_exposures_are_cut() {
    assertThat(at("1", "0.12345").inWords()).isEqualTo("drawdown 12.34 % from the peak, tier WARN");
    assertThat(at("1", "0.15").inWords())
        .isEqualTo("drawdown 15.00 % from the peak, tier DELEVER, exposures are cut");
  }

  @Test
  void a_fall_through_two_tiers_at_once_fires_the_deeper() {
    at("1", "0.02");
    at("1", "0.5");
    assertThat(fired.get(1)).contains(TradingState.FLATTENING);
  }

  @Test
  void exposures_are_cut_from_their_tier_until_the_warning_is_over() {
    assertThat(at("1", "0.14").isDelevered()).isFalse();
    assertThat(at("1", "0.15").isDelevered()).isTrue();
    assertThat(at("1", "0.12").isDelevered()).isTrue();
    assertThat(at("1", "0.0999").isDelevered()).isFalse();
    assertThat(at("1", "0.12").isDelevered()).isFalse();
  }

  @Test
  void tiers_that_do_not_rise_are_refused() {
    assertThatThrownBy(
            () ->
                new DrawdownTiers(
                    Ratio.of("0.2"),
                    Ratio.of("0.1"),
                    Ratio.of("0.5"),
                    Ratio.of("0.25"),
                    Ratio.of("0.35")))
        .hasMessageContaining("rise");
  }
}
