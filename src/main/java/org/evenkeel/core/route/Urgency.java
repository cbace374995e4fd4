package org.evenkeel.core.route;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.Quote;

/**
 * Whether waiting is worth it: the spread that it may save against the risk of what is not traded meanwhile.
 *
 * <p>Almgren and Chriss (2001, "Optimal execution of portfolio transactions", Journal of Risk 3, equation 13) weigh the
 * expected cost of an execution against the variance of what it ends at, E + lambda V. Holding a difference of value X for
 * a time T, with a volatility of sigma a year, has a variance of X^2 sigma^2 T. With an aversion of A to tracking variance,
 * which takes half of A times the variance of a fraction of NAV for a cost, the certainty equivalent of waiting is
 *
 * <pre>  risk = A / 2 * (X / NAV) * sigma^2 * T  of the value X</pre>
 *
 * <p>and what a resting order saves is the whole spread and the difference of the fees, as often as it is filled. Half of
 * the wait is taken for T where the order may be filled at any time of it.
 * The chance of a fill is taken as independent of the price afterwards; where fills come with adverse moves, the saving is
 * less (Perold 1988 calls what is lost by not trading the opportunity cost), which is a reason to choose the chance low.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class Urgency {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal YEAR_MILLIS = BigDecimal.valueOf(365L * 86_400_000L);

  private Urgency() {}

  /**
   * The choice with its grounds.
   *
   * @param style IOC, PASSIVE or TWAP
   * @param saving what waiting is expected to save, fraction of the value
   * @param risk what waiting costs in risk, fraction of the value
   * @param reason in words
   */
  public record Choice(ExecutionStyle style, Ratio saving, Ratio risk, String reason) {}

  /**
   * The style that costs least.
   *
   * @param deltaOverNav the value of what is to be traded over NAV, at least zero
   * @param annualVariance variance of the instrument's return in a year
   * @param isLarge whether it is more than one order may be by the participation cap
   */
  public static Choice choose(
      Ratio deltaOverNav,
      Ratio annualVariance,
      Quote quote,
      boolean isLarge,
      StyleSettings settings) {
    Ratio saving = saving(quote, settings);
    Ratio risk =
        risk(
            deltaOverNav,
            annualVariance,
            settings.riskAversion(),
            settings.patience().dividedBy(2));
    boolean isWorthIt = saving.compareTo(risk) > 0;
    ExecutionStyle style =
        isLarge ? ExecutionStyle.TWAP : isWorthIt ? ExecutionStyle.PASSIVE : ExecutionStyle.IOC;
    String reason =
        String.format(
            Locale.ROOT,
            "auto: waiting saves %.3f bp and risks %.3f bp%s",
            saving.value().movePointRight(4),
            risk.value().movePointRight(4),
            isLarge ? "; larger than one order may be by the participation cap" : "");
    return new Choice(style, saving, risk, reason);
  }

  /** What a resting order saves on average against a taking one, fraction of the value. */
  public static Ratio saving(Quote quote, StyleSettings settings) {
    BigDecimal spread =
        Decimals.quotient(quote.ask().value().subtract(quote.bid().value()), quote.mid().value());
    return new Ratio(
        spread.add(settings.makerSaving().value()).multiply(settings.fillChance().value()));
  }

  /** The certainty equivalent of holding a difference for a time, fraction of its value. */
  public static Ratio risk(
      Ratio deltaOverNav, Ratio annualVariance, Ratio riskAversion, Duration wait) {
    BigDecimal years = Decimals.quotient(BigDecimal.valueOf(wait.toMillis()), YEAR_MILLIS);
    return new Ratio(
        riskAversion
            .value()
            .multiply(HALF)
            .multiply(deltaOverNav.value().abs())
            .multiply(annualVariance.value())
            .multiply(years, Decimals.PRECISION));
  }

  /** The variance of a year by the squares of a series' returns; zero of fewer than two bars. */
  public static Ratio annualVariance(BarSeries series) {
    List<Bar> bars = new ArrayList<>(series.bars());
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 1; i < bars.size(); i++) {
      BigDecimal before = bars.get(i - 1).close().value();
      BigDecimal change = Decimals.quotient(bars.get(i).close().value().subtract(before), before);
      sum = sum.add(change.multiply(change, Decimals.PRECISION));
    }
    if (bars.size() < 2) {
      return Ratio.ZERO;
    }
    BigDecimal mean = Decimals.quotient(sum, BigDecimal.valueOf(bars.size() - 1L));
    BigDecimal perYear =
        Decimals.quotient(YEAR_MILLIS, BigDecimal.valueOf(series.interval().toMillis()));
    return new Ratio(mean.multiply(perYear, Decimals.PRECISION));
  }
}
