package org.evenkeel.core.parity.bands;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;

/**
 * The comparison of trading cost with tracking variance, for all names together.
 *
 * <p>Not trading a deviation d costs (a/2) d'Sd a year with risk aversion a; trading costs c per unit. A single deviation
 * that drifts with variance s^2 a year is held at least cost in a band of half-width
 *
 * <pre>b = (3 c s^2 / (2 a S_ii))^(1/3)</pre>
 *
 * the minimum over b of a S_ii b^2 / 6 + c s^2 / (2 b), where the first is the mean penalty of a deviation that is uniform
 * in the band and the second the cost of keeping it there (the cube-root law of Rogers 2004 and of Janecek and Shreve
 * 2004). An exposure x drifts by its own return, so s^2 = x^2 S_ii. Targets drift too, and deviations that cancel out hedge
 * each other, so a factor of about two on the width is best in practice (ops/benchmarks/0007-planner.md); it acts as a
 * smaller risk aversion.
 *
 * <p>With correlations the band of one name depends on the others, so the width is only used for the time for which a
 * deviation counts: T = k b^2 / s^2, the time of drifting through the band, with k such that for a single name the
 * comparison turns at b. Then the comparison is exact: with A_ij = a sqrt(T_i T_j) S_ij a trade is made if the fall in
 * d'Ad / 2 exceeds its cost, the most gainful first, and at last all that remain together.
 *
 * <p>Longs and shorts keep their sums: what is left alone is made up for by what is traded, in proportion to the targets
 * and by at most {@link #MOST_CARRIED} of each; where the sum of a side would still be off by more than is allowed, names
 * furthest off in that direction are traded as well. So bands shift neither gross nor net exposure.
 *
 * <p>Single-threaded, for one decision.
 */
public final class NoTradeZone {

  /** Time of a deviation in units of b^2 / s^2 so that a trade to the centre pays from b on. */
  private static final double CENTRE_TIME = 4.0 / 3;

  /** The same for the last bit of a trade to the edge. */
  private static final double EDGE_TIME = 2.0 / 3;

  /** Largest part of a traded name's target by which it makes up for others. */
  private static final double MOST_CARRIED = 0.05;

  private static final int SWEEPS = 50;
  private static final double SETTLED = 1e-12;

  private final double[][] penalty;
  private final double[] held;
  private final double[] target;
  private final double[] cost;
  private final boolean toEdge;
  private final double maxShift;
  private final int size;
  private final double[] width;
  private final double[] off;
  private final double[] product;
  private final boolean[] traded;

  private NoTradeZone(
      double[][] covariance, double[] held, double[] target, double[] cost, BandSettings settings) {
    this.held = held;
    this.target = target;
    this.cost = cost;
    double factor = settings.width();
    double aversion = settings.riskAversion() / (factor * factor * factor);
    this.toEdge = settings.destination() == BandSettings.Destination.EDGE;
    this.maxShift = settings.maxShift();
    this.size = held.length;
    this.width = new double[size];
    this.penalty = new double[size][size];
    double[] root = new double[size];
    this.off = new double[size];
    this.product = new double[size];
    this.traded = new boolean[size];
    for (int i = 0; i < size; i++) {
      double largest = Math.max(Math.abs(held[i]), Math.abs(target[i]));
      width[i] = StrictMath.cbrt(1.5 * cost[i] * largest * largest / aversion);
      double drift = largest * largest * covariance[i][i];
      double multiple = toEdge ? EDGE_TIME : CENTRE_TIME;
      root[i] = drift > 0 ? StrictMath.sqrt(multiple * width[i] * width[i] / drift) : 0;
      off[i] = held[i] - target[i];
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        penalty[i][j] = aversion * root[i] * root[j] * covariance[i][j];
        product[i] += penalty[i][j] * off[j];
      }
    }
  }

  /**
   * Who is traded, and where to.
   *
   * @param covariance of returns per year
   * @param held exposures as fractions of NAV
   * @param target wanted exposures
   * @param cost of trading one unit of exposure, above zero
   */
  public static BandDecision decide(
      double[][] covariance, double[] held, double[] target, double[] cost, BandSettings settings) {
    if (settings.width() == 0) {
      return everything(held, target, cost);
    }
    NoTradeZone zone = new NoTradeZone(covariance, held, target, cost, settings);
    if (zone.toEdge) {
      zone.toEdges();
    } else {
      zone.toCentres();
    }
    return zone.balanced();
  }

  private static BandDecision everything(double[] held, double[] target, double[] cost) {
    List<BandDecision.Row> rows = new ArrayList<>();
    for (int i = 0; i < held.length; i++) {
      double change = Math.abs(held[i] - target[i]);
      rows.add(new BandDecision.Row(target[i], change > 0, 0, 0, cost[i] * change));
    }
    return new BandDecision(rows);
  }

  /** The most gainful trade to its target first, until none gains. */
  private void toCentres() {
    while (true) {
      int best = -1;
      double most = 0;
      for (int i = 0; i < size; i++) {
        double gain = traded[i] ? 0 : saving(i) - cost[i] * Math.abs(off[i]);
        if (gain > most) {
          most = gain;
          best = i;
        }
      }
      if (best < 0) {
        tradeTheRest();
        return;
      }
      traded[best] = true;
      move(best, -off[best]);
    }
  }

  /** Deviations that hedge each other may be worth trading only together. */
  private void tradeTheRest() {
    double gain = 0;
    for (int i = 0; i < size; i++) {
      gain += off[i] * product[i] / 2 - cost[i] * Math.abs(off[i]);
    }
    for (int i = 0; i < size && gain > 0; i++) {
      if (off[i] != 0) {
        traded[i] = true;
        move(i, -off[i]);
      }
    }
  }

  /** What a trade to the target would save while the others stay as they are. */
  private double saving(int i) {
    return off[i] * product[i] - off[i] * off[i] * penalty[i][i] / 2;
  }

  /**
   * The least sum of tracking variance and cost, name after name until nothing moves: soft thresholds as in the lasso, never
   * beyond the target.
   */
  private void toEdges() {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double moved = 0;
      for (int i = 0; i < size; i++) {
        double change = edgeChange(i);
        if (change != 0) {
          traded[i] = true;
          move(i, change);
          moved = Math.max(moved, Math.abs(change));
        }
      }
      if (moved < SETTLED) {
        return;
      }
    }
  }

  private double edgeChange(int i) {
    double push = Math.abs(product[i]) - cost[i];
    boolean isHomeward = product[i] * off[i] > 0;
    if (!(push > 0) || !isHomeward || !(penalty[i][i] > 0)) {
      return 0;
    }
    double far = Math.min(push / penalty[i][i], Math.abs(off[i]));
    return far < SETTLED ? 0 : -Math.signum(off[i]) * far;
  }

  private void move(int i, double change) {
    off[i] = change == -off[i] ? 0 : off[i] + change;
    for (int j = 0; j < size; j++) {
      product[j] += penalty[j][i] * change;
    }
  }

  private BandDecision balanced() {
    double[] aim = new double[size];
    double[] leftSaving = new double[size];
    for (int i = 0; i < size; i++) {
      leftSaving[i] = saving(i);
    }
    balance(1);
    balance(-1);
    List<BandDecision.Row> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      aim[i] = traded[i] ? target[i] + off[i] : held[i];
      double whole = Math.abs(held[i] - target[i]);
      rows.add(new BandDecision.Row(aim[i], traded[i], width[i], leftSaving[i], cost[i] * whole));
    }
    return new BandDecision(rows);
  }

  /** Brings the sum of a side to its target, or within what it may be shifted. */
  private void balance(int side) {
    double wanted = 0;
    double shift = 0;
    double carried = 0;
    for (int i = 0; i < size; i++) {
      if (isOn(side, i)) {
        wanted += Math.abs(target[i]);
        shift += off[i];
        carried += traded[i] ? Math.abs(target[i]) : 0;
      }
    }
    while (Math.abs(shift) - MOST_CARRIED * carried > maxShift * wanted) {
      int farthest = farthest(side, shift);
      shift -= off[farthest];
      carried += traded[farthest] ? 0 : Math.abs(target[farthest]);
      traded[farthest] = true;
      off[farthest] = 0;
    }
    double made = Math.signum(shift) * Math.min(Math.abs(shift), MOST_CARRIED * carried);
    for (int i = 0; i < size && made != 0; i++) {
      if (isOn(side, i) && traded[i]) {
        off[i] -= made * Math.abs(target[i]) / carried;
      }
    }
  }

  /** The name of a side that is furthest off in the direction of the shift, the first of equal ones. */
  private int farthest(int side, double shift) {
    int farthest = -1;
    for (int i = 0; i < size; i++) {
      boolean isFarther =
          farthest < 0 || off[i] * Math.signum(shift) > off[farthest] * Math.signum(shift);
      farthest = isOn(side, i) && isFarther ? i : farthest;
    }
    return farthest;
  }

  private boolean isOn(int side, int i) {
    return (target[i] != 0 ? target[i] : held[i]) * side > 0;
  }

  /**
   * The annual covariance of instruments that are each the only leg of a sleeve.
   *
   * @param sleeves the sleeves in the order of rows and columns, all known to the estimate
   * @param ratios the leg's ratio of each
   */
  public static double[][] covariance(
      CovarianceEstimate estimate, List<SleeveId> sleeves, List<Ratio> ratios) {
    int n = sleeves.size();
    double[][] all = estimate.annualCovariance();
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      int row = estimate.sleeves().indexOf(sleeves.get(i));
      for (int j = 0; j < n; j++) {
        int column = estimate.sleeves().indexOf(sleeves.get(j));
        covariance[i][j] =
            all[row][column]
                / (ratios.get(i).value().doubleValue() * ratios.get(j).value().doubleValue());
      }
    }
    return covariance;
  }
}
