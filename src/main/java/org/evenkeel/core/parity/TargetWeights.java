package org.evenkeel.core.parity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;

/**
 * What every sleeve of the universe should be, and what determined the size of the whole.
 *
 * <p>This is where binary numbers end: everything after it is decimal.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param sleeves one target per sleeve of the universe, in its order; an excluded one has exposure zero
 * @param grossLeverage sum of all legs' absolute exposures as a fraction of the portfolio's value
 * @param forecastVolatilityAnnual believed volatility of the exposures as a fraction of the portfolio's value per year
 * @param binding what limited the size
 */
public record TargetWeights(
    List<SleeveTarget> sleeves,
    Ratio grossLeverage,
    Ratio forecastVolatilityAnnual,
    Binding binding) {

  /** A nano-percent of the portfolio's value: far below any lot, far above the rounding of a double. */
  private static final int DECIMALS = 12;

  /** What limited the size of the portfolio before multipliers and caps of single sleeves. */
  public enum Binding {
    /** The wanted volatility was reached first. */
    TARGET_VOLATILITY,
    /** The gross leverage cap was reached first. */
    GROSS_LEVERAGE,
    /** An {@link ExposureScale} lowered what would have been held; the decision names its cause. */
    EXPOSURE_SCALE,
    /** There is no sleeve to hold. */
    NOTHING_TO_HOLD
  }

  public TargetWeights {
    sleeves = List.copyOf(sleeves);
  }

  /** Nothing of any sleeve: for a portfolio whose sleeves are all excluded. */
  public static TargetWeights flat(List<SleeveId> sleeves) {
    return fromDoubles(
        sleeves.stream().map(UnroundedTarget::nothingOf).toList(), 0, 0, Binding.NOTHING_TO_HOLD);
  }

  /**
   * The same weights with every exposure multiplied: what is held is less, its shape is the same.
   *
   * <p>Gross leverage and volatility are linear in the exposures, so they shrink by the same factor; weights, budgets
   * and shares of the risk stay.
   */
  public TargetWeights scaledBy(ExposureScale scale) {
    if (!scale.lowers() || binding == Binding.NOTHING_TO_HOLD) {
      return this;
    }
    List<SleeveTarget> scaled =
        sleeves.stream()
            .map(
                target ->
                    new SleeveTarget(
                        target.sleeve(),
                        target.weight(),
                        times(target.exposure(), scale),
                        target.riskContribution(),
                        target.riskBudget()))
            .toList();
    return new TargetWeights(
        scaled,
        times(grossLeverage, scale),
        times(forecastVolatilityAnnual, scale),
        Binding.EXPOSURE_SCALE);
  }

  /** Rounded toward zero: a scale must not add the last digit. */
  private static Ratio times(Ratio number, ExposureScale scale) {
    return Ratio.of(number.times(scale.factor()).value().setScale(DECIMALS, RoundingMode.DOWN));
  }

  /** The target of a sleeve, if the universe had it. */
  public Optional<SleeveTarget> of(SleeveId sleeve) {
    return sleeves.stream().filter(target -> target.sleeve().equals(sleeve)).findFirst();
  }

  /**
   * The one crossing from binary to decimal numbers: 12 decimals, half to even.
   *
   * @throws IllegalArgumentException if a number is not finite; the message names the sleeve
   */
  static TargetWeights fromDoubles(
      List<UnroundedTarget> targets, double grossLeverage, double volatility, Binding binding) {
    return new TargetWeights(
        targets.stream().map(TargetWeights::fromDoubles).toList(),
        ratio("the portfolio's gross leverage", grossLeverage),
        ratio("the portfolio's volatility", volatility),
        binding);
  }

  private static SleeveTarget fromDoubles(UnroundedTarget target) {
    SleeveId sleeve = target.sleeve();
    return new SleeveTarget(
        sleeve,
        ratio("the weight of " + sleeve, target.weight()),
        ratio("the exposure of " + sleeve, target.exposure()),
        ratio("the risk contribution of " + sleeve, target.riskContribution()),
        ratio("the risk budget of " + sleeve, target.riskBudget()));
  }

  static Ratio ratio(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " is not finite: " + value);
    }
    return Ratio.of(new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }

  /** The number that a double is, without any rounding: for certificates, not for trading. */
  static BigDecimal exactly(double value) {
    return new BigDecimal(value);
  }
}
