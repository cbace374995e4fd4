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
 * The estimators in the trial: first the volatilities are changed, then with one of them correlations and shrinkages.
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
    return List.copyOf(candidates.all);
  }

  private static EstimatorChoice plain() {
    return EstimatorChoice.defaults()
        .withVolatility(VolatilityModel.EWMA, 0)
        .withCorrelation(CorrelationModel.EWMA, 2)
        .withShrinkage(Shrinkage.AVERAGE_CORRELATION, 1);
  }

  /** The volatility that the correlations and shrinkages are tried with. */
  private static EstimatorChoice blended() {
    return plain().withVolatility(VolatilityModel.EWMA, 0.2);
  }

  private void reference() {
    add("reference: vol 10, cor 30, window 90", 90, 10, 30, plain());
    add("reference, window 365", 365, 10, 30, plain());
    add("naive: sample of 90 days", 90, 1e6, 1e6, plain().withShrinkage(Shrinkage.NONE, 1));
  }

  private void volatilities() {
    for (double days : new double[] {5, 7, 15, 20, 30, 45}) {
      add(String.format(Locale.ROOT, "vol %.0f", days), 365, days, 30, plain());
    }
    for (int window : new int[] {90, 180, 365}) {
      for (double days : new double[] {7, 10, 15, 20}) {
        for (double weight : new double[] {0.2, 0.3, 0.4}) {
          if (window == 365 || (days > 7 && weight < 0.4)) {
            add(
                String.format(
                    Locale.ROOT, "vol %.0f + %.1f long run, window %d", days, weight, window),
                window,
                days,
                30,
                plain().withVolatility(VolatilityModel.EWMA, weight));
          }
        }
      }
    }
    for (VolatilityModel model : VolatilityModel.values()) {
      if (withRanges && model != VolatilityModel.EWMA) {
        add(
            String.format(Locale.ROOT, "vol %s 10 + 0.2 long run", word(model)),
            365,
            10,
            30,
            plain().withVolatility(model, 0.2));
      }
    }
  }

  private void correlations() {
    for (double days : new double[] {15, 20, 30, 45, 60, 90}) {
      add(String.format(Locale.ROOT, "cor ewma %.0f", days), 365, 10, days, blended());
      add(
          String.format(Locale.ROOT, "cor devolatilized %.0f", days),
          365,
          10,
          days,
          blended().withCorrelation(CorrelationModel.DEVOLATILIZED, 2));
    }
    add("cor sample", 365, 10, 30, blended().withCorrelation(CorrelationModel.SAMPLE, 2));
    for (int span : new int[] {1, 3}) {
      add(
          String.format(Locale.ROOT, "cor newey_west %d, 30", span),
          365,
          10,
          30,
          blended().withCorrelation(CorrelationModel.NEWEY_WEST, span));
      add(
          String.format(Locale.ROOT, "cor overlapping %d, 30", span + 1),
          365,
          10,
          30,
          blended().withCorrelation(CorrelationModel.OVERLAPPING, span + 1));
    }
    add("cor gerber 30", 365, 10, 30, blended().withCorrelation(CorrelationModel.GERBER, 2));
  }

  private void shrinkages() {
    for (Shrinkage shrinkage : Shrinkage.values()) {
      add(
          String.format(Locale.ROOT, "cor ewma 30, shrinkage %s", word(shrinkage)),
          365,
          10,
          30,
          blended().withShrinkage(shrinkage, 1));
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
