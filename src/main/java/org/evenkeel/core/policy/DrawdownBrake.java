package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.evenkeel.core.basics.Ratio;

/**
 * The state of the drawdown brake after one valuation; kept with its cycle, so that a restart forgets nothing.
 *
 * <p>The tiers that stop something fire once for a peak: after REDUCE_ONLY or FLATTEN a person decides with {@code resume},
 * and the brake does not contradict that at the next valuation; only a deeper tier, or a new peak and another fall, fires
 * again. De-levering is no event but a state: it holds while the drawdown is at its tier and until it is back above the
 * warning tier, so that a portfolio that hovers at the threshold is not traded to and fro.
 *
 * <p>For example, with tiers at 10, 15, 25 and 35 %: 16 % cuts exposures to a half, 12 % still does, 9 % no longer; at 26 %
 * only reductions are traded; resumed at 26 %, the brake is silent until 35 %.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param peak the highest index so far
 * @param drawdown distance of the index from it, 0 to 1
 * @param tier the tier of the drawdown now
 * @param deepest the deepest tier since the peak
 * @param isDelevered whether exposures are cut
 */
public record DrawdownBrake(
    BigDecimal peak,
    BigDecimal drawdown,
    DrawdownTiers.Tier tier,
    DrawdownTiers.Tier deepest,
    boolean isDelevered) {

  /**
   * The brake at the next valuation.
   *
   * @param last the brake at the valuation before, if there was one
   * @param peak the highest index so far, by a record that two methods agree on
   * @param drawdown the distance from it
   */
  public static DrawdownBrake next(
      Optional<DrawdownBrake> last, BigDecimal peak, BigDecimal drawdown, DrawdownTiers tiers) {
    DrawdownTiers.Tier tier = tiers.of(new Ratio(drawdown));
    boolean isSamePeak = last.isPresent() && last.get().peak.compareTo(peak) == 0;
    DrawdownTiers.Tier before = isSamePeak ? last.get().deepest : DrawdownTiers.Tier.NONE;
    boolean wasDelevered = isSamePeak && last.get().isDelevered;
    boolean isDelevered =
        tier.compareTo(DrawdownTiers.Tier.DELEVER) >= 0
            || (wasDelevered && tier.compareTo(DrawdownTiers.Tier.WARN) >= 0);
    return new DrawdownBrake(
        peak, drawdown, tier, tier.compareTo(before) > 0 ? tier : before, isDelevered);
  }

  /** The trading state that this valuation asks for, if it has just reached a tier that stops something. */
  public Optional<TradingState> fires(Optional<DrawdownBrake> last) {
    boolean isSamePeak = last.isPresent() && last.get().peak.compareTo(peak) == 0;
    DrawdownTiers.Tier before = isSamePeak ? last.get().deepest : DrawdownTiers.Tier.NONE;
    if (deepest.compareTo(before) <= 0) {
      return Optional.empty();
    }
    return switch (deepest) {
      case REDUCE_ONLY -> Optional.of(TradingState.REDUCE_ONLY);
      case FLATTEN -> Optional.of(TradingState.FLATTENING);
      case NONE, WARN, DELEVER -> Optional.empty();
    };
  }

  /** The drawdown and its tier, for people. */
  public String inWords() {
    return "drawdown "
        + drawdown.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN).toPlainString()
        + " % from the peak, tier "
        + tier
        + (isDelevered ? ", exposures are cut" : "");
  }
}
