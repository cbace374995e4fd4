package org.evenkeel.shell.config.keys;

/** The rows about the quality gate, the regime detectors and the stress limits. */
final class ControlKeys {

  private ControlKeys() {}

  static final String TEXT =
      """
      gate | section | optional | risk any
        When data are good enough to trade on; the limits under 'estimate' say when nothing trades, these come before.
        Everything has a default; every criterion is measured in every decision, and the worst one wins.

      gate.coverage_reduce_only_fraction | decimal 0..1 | default 0.95 | fraction of the wanted returns | risk down
        Share of an instrument's returns below which positions are only reduced.
        Below estimate.min_coverage_fraction nothing trades.

      gate.staleness_reduce_only_bars | whole 0..100 | default 1 | bars | risk up
        Lag of an instrument's newest close above which positions are only reduced.
        Above estimate.max_staleness_bars nothing trades.

      gate.outlier_robust_sigmas | decimal 3..1000 | default 15 | 1.4826 median absolute deviations | risk up
        Distance from an instrument's usual move above which a bar needs a witness.
        Without one, positions are only reduced until gate.confirmed_bars names the bar or it leaves the window.

      gate.outlier_min_move_fraction | decimal 0..1 | default 0.05 | fraction of the price | risk up
        Moves up to this never need a witness.
        Zero would doubt every step of a stablecoin.

      gate.outlier_agreement_fraction | decimal 0..1 | default 0.25 | fraction of the move | risk up
        How far another instrument's move, or the mark price of now, may be off to confirm a bar.
        Wider believes more.

      gate.effective_observations_reduce_only | decimal 0..100000 | default 20 | observations | risk down
        Equally weighted observations behind the correlations below which positions are only reduced.
        Fewer say little about more than a handful of sleeves.

      gate.effective_observations_hold | decimal 0..100000 | default 12 | observations | risk down
        The same below which nothing trades.
        Lower trades on noise.

      gate.condition_number_reduce_only | decimal >1..1000000000000 | default 30000 | ratio | risk up
        Ratio of the largest to the smallest eigenvalue of the correlations above which positions are only reduced.
        Above estimate.max_condition_number nothing trades.

      gate.min_eigenvalue_reduce_only | decimal 0..1 | default 0.0001 | variance of correlated units | risk down
        Smallest eigenvalue of the correlations below which positions are only reduced.
        Near zero two sleeves are practically the same thing.

      gate.min_eigenvalue_hold | decimal 0..1 | default 0.000001 | variance of correlated units | risk down
        The same below which nothing trades.
        Lower trades on differences that are rounding.

      gate.repair_reduce_only | decimal 0..2 | default 0.02 | root mean square change of a correlation | risk up
        How far the measured correlations had to be moved to be correlations, above which positions are only reduced.
        Larger believes pairs that contradict each other.

      gate.repair_hold | decimal 0..2 | default 0.1 | root mean square change of a correlation | risk up
        The same above which nothing trades.
        Larger believes pairs that contradict each other.

      gate.shrinkage_reduce_only_fraction | decimal 0..1 | default 1 | fraction of the correlations | risk up
        Part of the correlations that shrinkage replaced, above which positions are only reduced; 1 never happens.
        Where all pairs correlate alike, a large part is replaced and nothing is wrong.

      gate.bad_sleeve | choice hold-all/set-aside | default hold-all
        Whether bad data of one sleeve restrict the whole book, or the sleeve keeps what it holds and the others go on.
        A sleeve set aside is not watched by the solver; its share of the risk budget stays reserved for it.

      gate.confirmed_bars[] | sections | optional
        Bars that a person has looked at, because no second source confirmed them.
        Recorded with every decision.

      gate.confirmed_bars[].instrument | text instrument | required
        Whose bar.
        The name is that of a sleeve's leg.

      gate.confirmed_bars[].bar_close | instant | required
        When the bar closed, as the verdict names it.
        Another bar stays in doubt.

      gate.confirmed_bars[].finding | choice real/bad | required
        Whether the price was really traded; a bad print leaves the data.
        A bad bar leaves a gap, which counts against coverage.

      gate.confirmed_bars[].author | text name | required
        Who looked.
        Stored with every decision that uses the word.

      gate.confirmed_bars[].reason | text words | required
        Where the author looked and what was there.
        Stored with every decision that uses the word.

      regime | section | optional | risk any
        Detectors of unusual times, each against its own history in the window.
        Everything has a default.

      regime.window_bars | whole 3..1500 | default 60 | bars
        Bars over which average correlation and absorption ratio are measured.
        Shorter follows faster and alarms on noise.

      regime.turbulence_bars | whole 1..1500 | default 6 | bars
        Bars over which turbulence is averaged.
        Longer forgets single bars.

      regime.alarm_quantile_fraction | decimal >0..1 | default 0.95 | fraction of its own history | risk up
        A reading above this share of its own history is an alarm; 1 never alarms.
        Lower alarms more often.

      regime.min_history_readings | whole 1..1500 | default 30 | readings
        Readings of the past without which none is ranked, and none alarms.
        Fewer rank against nothing.

      regime.average_correlation_factor_ratio | decimal 0..1 | default 1 | factor on exposure | risk up
        Factor on all exposures while the average correlation alarms; 1 only tells.
        Lower sells when everything moves alike, which the covariance has seen already.

      regime.absorption_factor_ratio | decimal 0..1 | default 1 | factor on exposure | risk up
        Factor on all exposures while the absorption ratio alarms; 1 only tells.
        Lower sells when one factor rules, which the covariance has seen already.

      regime.turbulence_factor_ratio | decimal 0..1 | default 0.75 | factor on exposure | risk up
        Factor on all exposures while turbulence alarms; 1 only tells.
        Lower sells more into a turbulent market.

      stress | section | optional | risk any
        What the portfolio may lose in scenarios; where a limit is exceeded, all exposures are scaled down to it.
        Everything has a default.

      stress.max_volatility_correlations_one_ratio | decimal >0..100 | default 2.5 | multiples of the target volatility | risk up
        Largest volatility with all correlations at their worst.
        Lower distrusts diversification more.

      stress.max_volatility_extreme_ratio | decimal >0..100 | default 3 | multiples of the target volatility | risk up
        Largest volatility with every sleeve at the 99th percentile of its own history in the window.
        Lower remembers past storms more.

      stress.max_loss_fraction | decimal >0..10 | default 0.35 | fraction of NAV | risk up
        Largest loss in the worst window of history and in each named shock.
        Lower caps leverage in calm markets.

      stress.volatility_window_bars | whole 2..1500 | default 60 | bars
        Bars over which the past volatilities are measured.
        Shorter finds higher peaks.

      stress.loss_window_bars | whole 1..1500 | default 30 | bars
        Length of the worst window.
        Longer adds up more bad bars, and recoveries.

      stress.venue_recovery_fraction | decimal 0..1 | default 0 | fraction of what lies at the venue | risk never
        What comes back after the venue's default, in the scenario that is shown and has no limit.
        Exposure cannot lower that loss.

      stress.shocks[] | sections | optional
        Named sudden moves; without any there is one, the whole market by -40 %.
        Each is held against stress.max_loss_fraction.

      stress.shocks[].name | text words | required
        What the shock is called in reports.
        Renaming it hides its history.

      stress.shocks[].moves | numbers name -1..10 | required | fraction
        Returns by sleeve, by class, or 'default' for the market, of which a sleeve feels the sum of its legs' ratios.
        What is not named does not move.
      """;
}
