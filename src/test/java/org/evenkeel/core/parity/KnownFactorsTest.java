package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.junit.jupiter.api.Test;

class KnownFactorsTest {

  private static final List<SleeveId> NAMES =
      List.of(SleeveId.of("btc"), SleeveId.of("eth"), SleeveId.of("usd"));

  /** Two coins that move together and a third thing, which explains more or less than their difference. */
  private static CovarianceEstimate with(double together) {
    return CovarianceEstimate.given(
        NAMES,
        new double[][] {{0.36, 0.36 * together, 0}, {0.36 * together, 0.36, 0}, {0, 0, 0.04}});
  }

  @Test
  void a_component_keeps_its_name_when_eigenvalues_change_places() {
    // Correlation 0.5: the pair 1.5, the third 1, the difference 0.5. Correlation -0.5: the
    // difference leads.
    KnownFactors before = KnownFactors.none().today(with(0.5));
    KnownFactors after = before.today(with(-0.5));

    assertThat(before.factors().get(0).varianceShare()).isCloseTo(0.5, within(1e-12));
    assertThat(after.factors().get(0).name()).isEqualTo("pc1");
    assertThat(loading(after, "btc")).isCloseTo(loading(before, "btc"), within(1e-12));
    assertThat(loading(after, "eth")).isCloseTo(loading(before, "eth"), within(1e-12));
    assertThat(after.factors().get(0).varianceShare()).isCloseTo(0.5 / 3, within(1e-12));
    KnownFactors unfollowed = KnownFactors.none().today(with(-0.5));
    assertThat(loading(unfollowed, "btc") * loading(unfollowed, "eth")).isNegative();
  }

  private static double loading(KnownFactors known, String sleeve) {
    return known.factors().get(0).loadings().getOrDefault(SleeveId.of(sleeve), 0.0);
  }
}
