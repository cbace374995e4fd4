package org.evenkeel.core.parity;

import java.util.List;
import java.util.Locale;
import org.evenkeel.core.basics.SleeveId;

/** Long-only weights that may be traded, with what is proven about them; not every method proves risk parity. */
public sealed interface SolvedWeights permits RiskParitySolution, MethodWeights {

  /** The names. */
  List<SleeveId> sleeves();

  /** One weight per sleeve, not negative, with sum one. */
  List<Double> weights();

  /** The fraction of the variance that each sleeve bears, with sum one, whatever the method. */
  List<Double> riskContributions();

  /** The volatility of the weights as they are, as a fraction per year. */
  double volatilityAnnual();

  /** Which method and measure found the weights, in the words of the configuration. */
  default String method() {
    return switch (this) {
      case RiskParitySolution solution -> WeightMethod.RISK_PARITY.word();
      case MethodWeights weights -> weights.proof().method();
    };
  }

  /** What is proven, in a sentence with numbers. */
  default String provenInWords() {
    return switch (this) {
      case RiskParitySolution solution ->
          String.format(
              Locale.ROOT,
              "risk contributions equal the budgets, largest relative error %.1e, confirmed by a second"
                  + " algorithm",
              solution.certificate().maxRelativeError());
      case MethodWeights weights -> weights.proof().statement();
    };
  }
}
