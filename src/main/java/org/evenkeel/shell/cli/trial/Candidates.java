package org.evenkeel.shell.cli.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.evenkeel.core.estimate.CorrelationModel;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.core.estimate.EstimatorChoice;
import org.evenkeel.core.estimate.MissingRule;
import org.evenkeel.core.estimate.Shrinkage;
import org.evenkeel.core.estimate.VolatilityModel;

/**
 * The estimators in the trial: one thing changed at a time, and then what was best of each together.
 *
 * <p>Half-lives and windows are in days, so that daily and shorter bars can be compared.
 *
 * <p>This class is immutable and thread-safe.
 */
final class Candidates {

  /** The fewest common bars that a pair is estimated from. */
  static final int LEAST_BARS = 60;

  private final Duration bar;
  private final boolean withRanges;
  private final List<Candidate> all = new ArrayList<>();

  private Candidates(Duration bar, boolean withRanges) {
    this.bar = bar;
    this.withRanges = withRanges;
  }

  /** All of them; the first is the reference. */
  static List<Candidate> of(Duration bar, boolean withRanges) {
    Candidates candidates = new Candidates(bar, withRanges);
    candidates.reference();
    candidates.volatilities();
    candidates.correlations();
    candidates.shrinkages();
    candidates.together();
    return List.copyOf(candidates.all);
  }

  private static EstimatorChoice plain() {
    return EstimatorChoice.defaults()
        .withVolatility(VolatilityModel.EWMA, 0)
        .withCorrelation(CorrelationModel.EWMA, 2)
        .withShrinkage(Shrinkage.AVERAGE_CORRELATION, 1);
  }

  private void reference() {
    add("reference: ewma 10, ewma 30, average, 90 days", 90, 10, 30, plain());
    add("the same over 365 days", 365, 10, 30, plain());
    add("sample 90 days, no shrinkage", 90, 1e6, 1e6, plain().withShrinkage(Shrinkage.NONE, 1));
  }

  private void volatilities() {
    for (double days : new double[] {5, 7, 15, 20, 30, 45}) {
      add(String.format(Locale.ROOT, "vol ewma %.0f", days), 365, days, 60, plain());
    }
    for (double weight : new double[] {0.1, 0.2, 0.3, 0.5}) {
      for (double days : new double[] {7, 10, 15}) {
        add(
            String.format(Locale.ROOT, "vol ewma %.0f + %.1f long run", days, weight),
            365,
            days,
            60,
            plain().withVolatility(VolatilityModel.EWMA, weight));
      }
    }
    if (!withRanges) {
      return;
    }
    for (VolatilityModel model : VolatilityModel.values()) {
      if (model != VolatilityModel.EWMA) {
        for (double days : new double[] {5, 10}) {
          add(
              String.format(Locale.ROOT, "vol %s %.0f + 0.2 long run", word(model), days),
              365,
              days,
              60,
              plain().withVolatility(model, 0.2));
        }
      }
    }
  }

  private void correlations() {
    for (double days : new double[] {15, 45, 60, 90, 150}) {
      add(String.format(Locale.ROOT, "cor ewma %.0f", days), 365, 10, days, plain());
      add(
          String.format(Locale.ROOT, "cor devolatilized %.0f", days),
          365,
          10,
          days,
          plain().withCorrelation(CorrelationModel.DEVOLATILIZED, 2));
    }
    add("cor sample", 365, 10, 60, plain().withCorrelation(CorrelationModel.SAMPLE, 2));
    for (int span : new int[] {1, 3}) {
      add(
          "cor newey_west " + span + ", 60",
          365,
          10,
          60,
          plain().withCorrelation(CorrelationModel.NEWEY_WEST, span));
    }
    for (int span : new int[] {2, 5}) {
      add(
          "cor overlapping " + span + ", 60",
          365,
          10,
          60,
          plain().withCorrelation(CorrelationModel.OVERLAPPING, span));
    }
    add("cor gerber 60", 365, 10, 60, plain().withCorrelation(CorrelationModel.GERBER, 2));
  }

  private void shrinkages() {
    for (Shrinkage shrinkage : Shrinkage.values()) {
      add(
          "cor devolatilized 60, " + word(shrinkage),
          365,
          10,
          60,
          plain().withCorrelation(CorrelationModel.DEVOLATILIZED, 2).withShrinkage(shrinkage, 1));
    }
  }

  private void together() {
    for (double days : new double[] {45, 60, 90}) {
      for (double weight : new double[] {0.1, 0.2, 0.3}) {
        add(
            String.format(
                Locale.ROOT,
                "both: vol ewma 10 + %.1f, cor devolatilized %.0f, average",
                weight,
                days),
            365,
            10,
            days,
            plain()
                .withVolatility(VolatilityModel.EWMA, weight)
                .withCorrelation(CorrelationModel.DEVOLATILIZED, 2));
      }
    }
  }

  private void add(
      String name,
      int windowDays,
      double volatilityDays,
      double correlationDays,
      EstimatorChoice method) {
    double bars = (double) Duration.ofDays(1).toMillis() / bar.toMillis();
    all.add(
        new Candidate(
            name,
            new EstimateSettings(
                bar,
                (int) (windowDays * bars),
                volatilityDays * bars,
                correlationDays * bars,
                0.01,
                1,
                10,
                1e12,
                new TreeMap<>(),
                1e-6,
                method.withMissing(MissingRule.PAIRWISE, LEAST_BARS))));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
