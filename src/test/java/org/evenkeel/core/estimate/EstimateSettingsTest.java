package org.evenkeel.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.TreeMap;
import org.evenkeel.core.basics.SleeveClass;
import org.junit.jupiter.api.Test;

class EstimateSettingsTest {

  private static final SleeveClass STABLE = SleeveClass.of("stable");

  @Test
  void a_class_has_its_own_floor_or_the_default() {
    EstimateSettings settings = with(Duration.ofHours(4), 0.95, 0.01);

    assertThat(settings.floorOf(STABLE)).isEqualTo(0.01);
    assertThat(settings.floorOf(SleeveClass.of("majors"))).isEqualTo(0.02);
  }

  @Test
  void a_year_has_365_days_of_bars() {
    assertThat(EstimateSettings.defaults().barsPerYear()).isCloseTo(2190, within(1e-9));
  }

  @Test
  void nonsense_is_refused_with_its_name() {
    assertThatThrownBy(() -> with(Duration.ZERO, 0.95, 0.01)).hasMessageContaining("barLength");
    assertThatThrownBy(() -> with(Duration.ofHours(1), 1.01, 0.01))
        .hasMessageContaining("minCoverage must lie in 0..1, found 1.01");
    assertThatThrownBy(() -> with(Duration.ofHours(1), 0.9, 0))
        .hasMessageContaining("the volatility floor of class stable");
  }

  private static EstimateSettings with(Duration barLength, double minCoverage, double stableFloor) {
    TreeMap<SleeveClass, Double> floors = new TreeMap<>();
    floors.put(STABLE, stableFloor);
    return new EstimateSettings(barLength, 540, 60, 180, minCoverage, 1, 0.5, 1e5, floors, 0.02);
  }
}
