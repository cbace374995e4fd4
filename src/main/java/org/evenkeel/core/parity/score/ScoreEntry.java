package org.evenkeel.core.parity.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.ExposureScale;

/**
 * The scoreboard's entry of one cycle, stored with it: an outcome, what is remembered, and what follows.
 *
 * <p>The entry before it, the outcomes of the window and the new outcome determine it, so the cut can be replayed
 * exactly and nothing is lost when the process ends.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param asOf when the market was looked at
 * @param outcome what became of the last forecast, if it can be judged
 * @param remark why there is no outcome; empty if there is
 * @param state what is remembered
 * @param measuredBias the bias by which exposures are cut; zero while there are too few outcomes
 * @param factor factor on exposures, above 0 to 1
 * @param settings the knobs in force
 */
public record ScoreEntry(
    Instant asOf,
    Optional<Outcome> outcome,
    String remark,
    ScoreState state,
    double measuredBias,
    double factor,
    ScoreSettings settings) {

  /** The words by which the cut is named everywhere. */
  public static final String CAUSE = "forecasts too low";

  /**
   * The next entry.
   *
   * <p>Forecasts are taken as too low when the sequential test rejects at the level, or when the bias statistic's lower
   * bound is above one with a chance of a tenth of the level to be so by luck: a bound is made for one look and is looked at
   * every time.
   * They have recovered when the bias over the last {@code minOutcomes} is at most one; then all bets begin anew.
   *
   * <p>The cut is one over the measured bias, the larger of that over the last {@code minOutcomes} and that since the bets
   * began: exposures that are 1/b of those wanted have the wanted volatility if the truth is b times the forecast.
   * The upper end of the band would cut more than was shown, just when there are few outcomes and the band is wide; the
   * lower end less.
   * Outcomes are counted in units of the forecast for what was held, so that a cut does not mend the score by itself.
   *
   * @param previous the entry before, if there is one
   * @param window past outcomes, newest first, without the new one
   * @param judged the new outcome or why there is none
   */
  public static ScoreEntry next(
      Instant asOf,
      Optional<ScoreEntry> previous,
      List<Outcome> window,
      Result<Outcome> judged,
      ScoreSettings settings) {
    ScoreState before = previous.map(ScoreEntry::state).orElse(ScoreState.fresh());
    return switch (judged) {
      case Result.Ok<Outcome> ok -> {
        List<Outcome> all = new ArrayList<>();
        all.add(ok.value());
        all.addAll(window);
        yield scored(
            asOf, before, all.subList(0, Math.min(all.size(), settings.window())), settings);
      }
      case Result.Refused<Outcome> refused -> {
        double bias = measured(before, window, settings);
        yield new ScoreEntry(
            asOf,
            Optional.empty(),
            refused.refusal().detail(),
            before,
            bias,
            factor(before, bias, settings),
            settings);
      }
    };
  }

  /** The cut as one of the reasons to hold less; a factor of one while nothing is cut. */
  public ExposureScale exposureScale() {
    String why =
        switch (state.alarm()) {
          case NONE -> "not shown too low";
          case SEQUENTIAL_TEST -> "the sequential test rejects";
          case BIAS_BOUND -> "the lower bound of the bias is above one";
        };
    return ExposureScale.of(
        CAUSE,
        factor,
        String.format(
            Locale.ROOT,
            "%s after %d outcomes: bias %.2f, evidence %.3g of %.3g needed%s",
            why,
            state.outcomes(),
            measuredBias,
            state.evidence(),
            1 / settings.level(),
            settings.cutsLeverage() ? "" : "; cuts are switched off"));
  }

  private static ScoreEntry scored(
      Instant asOf, ScoreState before, List<Outcome> window, ScoreSettings settings) {
    Outcome outcome = window.get(0);
    double z = outcome.standardized();
    double loss = z < Normal.quantile(settings.varLevel()) ? 1 / settings.varLevel() : 0;
    ScoreState bet =
        new ScoreState(
            before.outcomes() + 1,
            before.variance().after(z * z),
            before.exceedances().after(loss),
            before.alarm(),
            before.alarmSince());
    ScoreState state = judged(asOf, bet, window, settings);
    double bias = measured(state, window, settings);
    return new ScoreEntry(
        asOf, Optional.of(outcome), "", state, bias, factor(state, bias, settings), settings);
  }

  private static ScoreState judged(
      Instant asOf, ScoreState state, List<Outcome> window, ScoreSettings settings) {
    if (state.alarm() != ScoreState.Alarm.NONE) {
      boolean recovered =
          window.size() >= settings.minOutcomes()
              && ScoreStatistics.bias(window.subList(0, settings.minOutcomes())) <= 1;
      return recovered ? ScoreState.fresh() : state;
    }
    if (state.evidence() >= 1 / settings.level()) {
      return alarmed(asOf, state, ScoreState.Alarm.SEQUENTIAL_TEST);
    }
    List<Outcome> since = since(state, window);
    boolean shown =
        since.size() >= settings.minOutcomes()
            && ScoreStatistics.bound(since, 1 - settings.level() / 10) > 1;
    return shown ? alarmed(asOf, state, ScoreState.Alarm.BIAS_BOUND) : state;
  }

  private static ScoreState alarmed(Instant asOf, ScoreState state, ScoreState.Alarm alarm) {
    return new ScoreState(
        state.outcomes(), state.variance(), state.exceedances(), alarm, Optional.of(asOf));
  }

  private static List<Outcome> since(ScoreState state, List<Outcome> window) {
    return window.subList(0, Math.min(window.size(), state.outcomes()));
  }

  private static double measured(ScoreState state, List<Outcome> window, ScoreSettings settings) {
    List<Outcome> since = since(state, window);
    if (since.isEmpty()) {
      return 0;
    }
    List<Outcome> recent = since.subList(0, Math.min(since.size(), settings.minOutcomes()));
    return Math.max(ScoreStatistics.bias(since), ScoreStatistics.bias(recent));
  }

  private static double factor(ScoreState state, double bias, ScoreSettings settings) {
    if (!settings.cutsLeverage() || state.alarm() == ScoreState.Alarm.NONE || bias <= 1) {
      return 1;
    }
    return Math.max(settings.minFactor(), 1 / bias);
  }
}
