package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.parity.TargetWeights.Binding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetWeightsTest {

  private static final SleeveId BTC = SleeveId.of("btc");

  @Test
  void numbers_become_decimals_of_twelve_places() {
    TargetWeights targets = crossed(new UnroundedTarget(BTC, 1.0 / 3, 0.1, 2.0 / 3, 1));

    assertThat(targets.sleeves())
        .containsExactly(
            new SleeveTarget(
                BTC,
                Ratio.of("0.333333333333"),
                Ratio.of("0.1"),
                Ratio.of("0.666666666667"),
                Ratio.ONE));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void a_number_that_is_not_finite_does_not_cross(double value) {
    assertThatThrownBy(() -> crossed(new UnroundedTarget(BTC, 1, value, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the exposure of btc is not finite: " + value);
  }

  private static TargetWeights crossed(UnroundedTarget target) {
    return TargetWeights.fromDoubles(List.of(target), 1, 0.2, Binding.TARGET_VOLATILITY);
  }
}
