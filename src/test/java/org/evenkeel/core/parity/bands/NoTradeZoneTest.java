package org.evenkeel.core.parity.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.evenkeel.core.parity.bands.BandSettings.Destination;
import org.junit.jupiter.api.Test;

class NoTradeZoneTest {

  private static final BandSettings CENTRE =
      BandSettings.usual().byCost(Destination.CENTRE).wide(1);
  private static final BandSettings EDGE = BandSettings.usual().byCost(Destination.EDGE).wide(1);

  /** Two names of which the first is off and the second balances, with no correlation. */
  private static BandDecision off(double by, BandSettings settings) {
    double[][] covariance = {{0.36, 0}, {0, 1e-12}};
    return NoTradeZone.decide(
        covariance,
        new double[] {0.05 + by, 0.95 - by},
        new double[] {0.05, 0.95},
        new double[] {0.0006, 0.0006},
        settings);
  }

  @Test
  void a_single_name_is_traded_from_the_cube_root_width_on() {
    double held = 0.0575;
    double half = Math.cbrt(1.5 * 0.0006 * held * held / 5);
    assertThat(off(0.0075, CENTRE).rows().get(0).halfWidth()).isCloseTo(half, within(1e-12));
    // The width depends on what is held, so the edge is where both agree.
    double edge = half;
    for (int i = 0; i < 100; i++) {
      edge = Math.cbrt(1.5 * 0.0006 * (0.05 + edge) * (0.05 + edge) / 5);
    }
    for (BandSettings settings : new BandSettings[] {CENTRE, EDGE}) {
      assertThat(off(edge * 0.999, settings).rows().get(0).isTraded()).isFalse();
      assertThat(off(edge * 1.001, settings).rows().get(0).isTraded()).isTrue();
    }
  }

  @Test
  void the_edge_is_the_width_away_and_the_centre_is_not() {
    BandDecision.Row edge = off(0.03, EDGE).rows().get(0);
    // The second name has no risk, so it is not traded, and the first makes up for it.
    assertThat(edge.isTraded()).isTrue();
    double[][] covariance = {{0.36, 0}, {0, 0.36}};
    BandDecision both =
        NoTradeZone.decide(
            covariance,
            new double[] {0.08, 0.05},
            new double[] {0.05, 0.08},
            new double[] {0.0006, 0.0006},
            EDGE);
    double width = Math.cbrt(1.5 * 0.0006 * 0.08 * 0.08 / 5);
    assertThat(both.rows().get(0).aim()).isCloseTo(0.05 + width, within(1e-9));
    assertThat(both.rows().get(1).aim()).isCloseTo(0.08 - width, within(1e-9));
    BandDecision centre =
        NoTradeZone.decide(
            covariance,
            new double[] {0.08, 0.05},
            new double[] {0.05, 0.08},
            new double[] {0.0006, 0.0006},
            CENTRE);
    assertThat(centre.rows().get(0).aim()).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void names_that_hedge_each_others_deviation_are_left_alone() {
    double[] held = {0.065, 0.035};
    double[] target = {0.05, 0.05};
    double[] cost = {0.0006, 0.0006};
    double[][] alone = {{0.36, 0}, {0, 0.36}};
    double[][] together = {{0.36, 0.3599}, {0.3599, 0.36}};
    assertThat(NoTradeZone.decide(alone, held, target, cost, CENTRE).rows())
        .allMatch(BandDecision.Row::isTraded);
    assertThat(NoTradeZone.decide(together, held, target, cost, CENTRE).rows())
        .noneMatch(BandDecision.Row::isTraded);
  }

  private static final class Trial {
    final int n;
    final double[][] covariance;
    final double[] held;
    final double[] target;
    final double[] cost;

    Trial(long seed) {
      Random random = new Random(seed);
      n = 2 + random.nextInt(8);
      covariance = new double[n][n];
      held = new double[n];
      target = new double[n];
      cost = new double[n];
      double[] volatility = random.doubles(n, 0.4, 1.2).toArray();
      for (int i = 0; i < n; i++) {
        target[i] = (random.nextInt(4) == 0 ? -1 : 1) * (0.01 + 0.1 * random.nextDouble());
        held[i] = target[i] * Math.max(0.1, 1 + 0.3 * random.nextGaussian());
        cost[i] = 0.0002 + 0.002 * random.nextDouble();
        for (int j = 0; j < n; j++) {
          covariance[i][j] = volatility[i] * volatility[j] * (i == j ? 1 : 0.6);
        }
      }
    }

    double side(int sign, double[] of) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += target[i] * sign > 0 ? of[i] : 0;
      }
      return sum;
    }
  }

  @Property(tries = 300)
  void bands_shift_neither_longs_nor_shorts(@ForAll long seed) {
    Trial trial = new Trial(seed);
    for (BandSettings settings : new BandSettings[] {CENTRE, EDGE}) {
      double[] aims =
          NoTradeZone.decide(trial.covariance, trial.held, trial.target, trial.cost, settings)
              .rows()
              .stream()
              .mapToDouble(BandDecision.Row::aim)
              .toArray();
      for (int sign : new int[] {1, -1}) {
        double wanted = trial.side(sign, trial.target);
        assertThat(trial.side(sign, aims))
            .isCloseTo(wanted, within(settings.maxShift() * Math.abs(wanted) + 1e-9));
      }
    }
  }

  @Property(tries = 300)
  void whatever_is_left_alone_would_save_less_than_it_costs(@ForAll long seed) {
    Trial trial = new Trial(seed);
    NoTradeZone.decide(trial.covariance, trial.held, trial.target, trial.cost, CENTRE)
        .rows()
        .stream()
        .filter(row -> !row.isTraded())
        .forEach(row -> assertThat(row.saving()).isLessThanOrEqualTo(row.cost() + 1e-15));
  }

  @Property(tries = 100)
  void free_trades_are_all_made_and_ruinous_ones_never_while_the_sums_are_right(@ForAll long seed) {
    Trial trial = new Trial(seed);
    double[] free = trial.cost.clone();
    java.util.Arrays.fill(free, 1e-15);
    BandDecision all = NoTradeZone.decide(trial.covariance, trial.held, trial.target, free, CENTRE);
    for (int i = 0; i < trial.n; i++) {
      assertThat(all.rows().get(i).aim()).isCloseTo(trial.target[i], within(1e-6));
    }
    double[] ruinous = trial.cost.clone();
    java.util.Arrays.fill(ruinous, 1e6);
    double[] even = trial.held.clone();
    for (int i = 0; i < trial.n; i++) {
      int sign = trial.target[i] > 0 ? 1 : -1;
      even[i] *= trial.side(sign, trial.target) / trial.side(sign, trial.held);
    }
    assertThat(NoTradeZone.decide(trial.covariance, even, trial.target, ruinous, CENTRE).rows())
        .noneMatch(BandDecision.Row::isTraded);
  }
}
