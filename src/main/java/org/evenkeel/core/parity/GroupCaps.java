package org.evenkeel.core.parity;

import java.util.List;
import org.evenkeel.core.basics.SleeveId;

/**
 * Exposures clipped to the caps of groups; the others are not solved anew, and what is freed stays in cash.
 *
 * <p>Caps on exposure: every group over its cap asks for the factor cap / sum, and each sleeve takes the smallest factor
 * of its groups, so the order of the groups does not matter and every cap holds.
 * Caps on risk: the members of a group over its share are scaled down, the others as they are, until their part of the
 * variance is the share; this is repeated over the groups, because what lowers one raises the part of the others.
 * Every step only lowers.
 */
final class GroupCaps {

  private static final int SWEEPS = 200;
  private static final int HALVINGS = 60;
  private static final double TOLERANCE = 1e-9;

  private final List<SleeveId> sleeves;
  private final double[][] covariance;
  private final List<GroupCap> caps;

  GroupCaps(List<SleeveId> sleeves, double[][] covariance, List<GroupCap> caps) {
    this.sleeves = sleeves;
    this.covariance = covariance;
    this.caps = caps;
  }

  /** The exposures under all caps, in a new array. */
  double[] applyTo(double[] exposures) {
    double[] capped = exposures.clone();
    for (int i = 0; i < capped.length; i++) {
      double factor = 1;
      for (GroupCap cap : caps) {
        if (cap.measure() == GroupCap.Measure.EXPOSURE && isIn(cap, i)) {
          factor = Math.min(factor, factor(cap, exposures));
        }
      }
      capped[i] *= factor;
    }
    return withinRisk(capped);
  }

  private double factor(GroupCap cap, double[] exposures) {
    double sum = 0;
    for (int i = 0; i < exposures.length; i++) {
      sum += isIn(cap, i) ? exposures[i] : 0;
    }
    double limit = cap.limit().value().doubleValue();
    return sum > limit ? limit / sum : 1;
  }

  private double[] withinRisk(double[] exposures) {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean holds = true;
      for (GroupCap cap : caps) {
        double limit = cap.limit().value().doubleValue();
        if (cap.measure() == GroupCap.Measure.RISK && share(cap, exposures) > limit + TOLERANCE) {
          holds = false;
          scale(cap, exposures, largestFactor(cap, exposures, limit));
        }
      }
      if (holds) {
        return exposures;
      }
    }
    // Caps that contradict each other leave nothing of what they cap.
    caps.stream()
        .filter(cap -> cap.measure() == GroupCap.Measure.RISK)
        .forEach(cap -> scale(cap, exposures, 0));
    return exposures;
  }

  private double largestFactor(GroupCap cap, double[] exposures, double limit) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      double[] tried = exposures.clone();
      scale(cap, tried, middle);
      if (share(cap, tried) > limit) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  /** The group's part of the variance; nothing if there is no risk at all. */
  private double share(GroupCap cap, double[] exposures) {
    double[] contributions = BudgetedRisk.contributions(covariance, exposures);
    double variance = BudgetedRisk.sum(contributions);
    double sum = 0;
    for (int i = 0; i < contributions.length; i++) {
      sum += isIn(cap, i) ? contributions[i] : 0;
    }
    return variance > 0 ? sum / variance : 0;
  }

  private void scale(GroupCap cap, double[] exposures, double factor) {
    for (int i = 0; i < exposures.length; i++) {
      exposures[i] *= isIn(cap, i) ? factor : 1;
    }
  }

  private boolean isIn(GroupCap cap, int sleeve) {
    return cap.members().contains(sleeves.get(sleeve));
  }
}
