package org.evenkeel.shell.cli.whatif;

import java.math.BigDecimal;
import java.util.Optional;

/** One thing that is assumed to be different. */
public sealed interface Assumption {

  /** The words it was given in, such as 'vol.btc*=3'. */
  String words();

  /**
   * Correlations set to a value.
   *
   * @param words as given
   * @param one a sleeve, empty for all pairs
   * @param other the other sleeve of the pair
   * @param value -1 to 1
   */
  record Correlation(String words, Optional<String> one, Optional<String> other, double value)
      implements Assumption {}

  /**
   * Volatilities multiplied.
   *
   * @param words as given
   * @param sleeve empty for all
   * @param factor above zero
   */
  record Volatility(String words, Optional<String> sleeve, double factor) implements Assumption {}

  /**
   * A jump of prices, before anything is traded.
   *
   * @param words as given
   * @param subject a sleeve, or the base currency of an instrument; 'all' for everything that bears risk
   * @param change -0.4 for a fall by 40 %; above -1
   */
  record PriceJump(String words, String subject, BigDecimal change) implements Assumption {}
}
