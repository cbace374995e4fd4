package org.evenkeel.core.estimate.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.ReturnMatrix;
import org.evenkeel.core.estimate.regime.RegimeReading.Detector;
import org.junit.jupiter.api.Test;

/** The detectors against arithmetic done another way. */
class RegimeDetectorsTest {

  private static final RegimeSettings SETTINGS = new RegimeSettings(20, 1, 0.95, 30, 1, 1, 0.75);

  private static double[][] rows(int count, int sleeves, double common) {
    Random random = new Random(7);
    double[][] rows = new double[count][sleeves];
    for (double[] row : rows) {
      double market = random.nextGaussian();
      for (int i = 0; i < sleeves; i++) {
        row[i] = 0.01 * (common * market + random.nextGaussian());
      }
    }
    return rows;
  }

  private static List<RegimeReading> read(double[][] rows, RegimeSettings settings) {
    List<SleeveId> sleeves = new ArrayList<>();
    for (int i = 0; i < rows[0].length; i++) {
      sleeves.add(SleeveId.of("s" + i));
    }
    List<Instant> closes = new ArrayList<>();
    for (int t = 0; t < rows.length; t++) {
      closes.add(Instant.EPOCH.plus(Duration.ofHours(t)));
    }
    return RegimeDetectors.read(new ReturnMatrix(sleeves, closes, rows, 1), settings);
  }

  private static RegimeReading reading(double[][] rows, Detector detector) {
    return read(rows, SETTINGS).stream()
        .filter(reading -> reading.detector() == detector)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void average_correlation_is_the_mean_over_pairs() {
    double[][] rows = {{1, 2, -1}, {2, 4, 1}, {-1, -2, 1}};
    // r12 = 1; r13 = r23 = (-1 + 2 - 1) / ... = 0
    assertThat(RegimeDetectors.averageCorrelation(rows)).isCloseTo(1 / 3.0, within(1e-15));
  }

  /** Of two sleeves with variances a, b and covariance c the larger eigenvalue is known in closed form. */
  @Test
  void absorption_of_two_sleeves_has_a_formula() {
    double[][] rows = rows(50, 2, 1);
    double a = 0;
    double b = 0;
    double c = 0;
    for (double[] row : rows) {
      a += row[0] * row[0] / 50;
      b += row[1] * row[1] / 50;
      c += row[0] * row[1] / 50;
    }
    double largest = (a + b) / 2 + Math.sqrt((a - b) * (a - b) / 4 + c * c);
    assertThat(RegimeDetectors.absorptionRatio(rows)).isCloseTo(largest / (a + b), within(1e-12));
  }

  /** A fifth of ten eigenvalues is two: with ten equal independent sleeves two tenths. */
  @Test
  void a_fifth_of_the_eigenvalues_absorbs() {
    double[][] rows = new double[10][10];
    for (int i = 0; i < 10; i++) {
      rows[i][i] = 1;
    }
    assertThat(RegimeDetectors.absorptionRatio(rows)).isCloseTo(0.2, within(1e-12));
  }

  /** By the explicit inverse of a 2 x 2 covariance. */
  @Test
  void turbulence_is_the_mahalanobis_distance_over_the_number_of_sleeves() {
    double[][] rows = rows(60, 2, 0.5);
    double[] mean = new double[2];
    for (double[] row : rows) {
      mean[0] += row[0] / 60;
      mean[1] += row[1] / 60;
    }
    double a = 0;
    double b = 0;
    double c = 0;
    for (double[] row : rows) {
      a += (row[0] - mean[0]) * (row[0] - mean[0]) / 59;
      b += (row[1] - mean[1]) * (row[1] - mean[1]) / 59;
      c += (row[0] - mean[0]) * (row[1] - mean[1]) / 59;
    }
    double x = rows[59][0] - mean[0];
    double y = rows[59][1] - mean[1];
    double distance = (b * x * x - 2 * c * x * y + a * y * y) / (a * b - c * c) / 2;
    assertThat(reading(rows, Detector.TURBULENCE).value().orElseThrow())
        .isCloseTo(distance, within(1e-12));
    assertThat(Arrays.stream(Turbulence.of(rows)).average().orElseThrow())
        .isCloseTo(59 / 60.0, within(1e-12));
  }

  @Test
  void a_reading_is_ranked_among_the_earlier_ones_and_alarms_above_their_quantile() {
    double[][] calm = rows(100, 3, 0.5);
    calm[99] = new double[] {0.0001, 0.0001, 0.0001};
    assertThat(reading(calm, Detector.TURBULENCE).isAlarm()).isFalse();
    double[][] storm = rows(100, 3, 0.5);
    storm[99] = new double[] {0.2, -0.2, 0.2};
    RegimeReading alarm = reading(storm, Detector.TURBULENCE);
    assertThat(alarm.isAlarm()).isTrue();
    assertThat(alarm.percentile()).contains(1.0);
    assertThat(alarm.history()).isEqualTo(99);
  }

  @Test
  void correlations_that_rise_at_the_end_are_an_alarm() {
    double[][] rows = rows(100, 4, 0);
    double[][] together = rows(100, 4, 5);
    for (int t = 85; t < 100; t++) {
      rows[t] = together[t];
    }
    assertThat(reading(rows, Detector.AVERAGE_CORRELATION).isAlarm()).isTrue();
    assertThat(reading(rows, Detector.ABSORPTION_RATIO).isAlarm()).isTrue();
  }

  @Test
  void too_little_history_gives_a_value_without_a_rank_and_no_alarm() {
    RegimeReading young = reading(rows(45, 3, 1), Detector.AVERAGE_CORRELATION);
    assertThat(young.value()).isPresent();
    assertThat(young.percentile()).isEmpty();
    assertThat(young.isAlarm()).isFalse();
    assertThat(reading(rows(10, 3, 1), Detector.AVERAGE_CORRELATION).value()).isEmpty();
  }

  @Test
  void rows_with_a_missing_return_are_left_out() {
    double[][] rows = rows(100, 3, 1);
    double[][] gaps = new double[101][];
    System.arraycopy(rows, 0, gaps, 0, 50);
    gaps[50] = new double[] {0.5, Double.NaN, 0.5};
    System.arraycopy(rows, 50, gaps, 51, 50);
    assertThat(read(gaps, SETTINGS)).isEqualTo(read(rows, SETTINGS));
  }

  @Test
  void sleeves_made_of_others_have_no_turbulence() {
    double[][] rows = rows(60, 3, 1);
    for (double[] row : rows) {
      row[2] = row[0] + row[1];
    }
    assertThat(reading(rows, Detector.TURBULENCE).value()).isEmpty();
  }
}
