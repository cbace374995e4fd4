package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParitySettingsTest {

  @Test
  void the_defaults_are_valid() {
    assertThat(ParitySettings.defaults().targetVolatilityAnnual()).isEqualTo(0.2);
  }

  @Test
  void nonsense_is_refused_with_its_name() {
    assertThatThrownBy(() -> new ParitySettings(0, 2, 1, 1e-10, 500, 1e-8))
        .hasMessageContaining("targetVolatilityAnnual");
    assertThatThrownBy(() -> new ParitySettings(0.2, Double.NaN, 1, 1e-10, 500, 1e-8))
        .hasMessageContaining("maxGrossLeverage");
    assertThatThrownBy(() -> new ParitySettings(0.2, 2, 1, 1e-10, 500, 1e-12))
        .hasMessageContaining("acceptedResidual");
  }
}
