package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How the stablecoin of a generated market, spot USDC against USDT, keeps and loses its peg.
 *
 * <p>It stays within a few basis points of 1, and with a small probability each day loses its peg: half a day down to 0.90 to 0.99, then back over days.
 * Days can also be chosen.
 * Immutable and thread-safe.
 *
 * @param depegPerDay probability per day that the peg is lost, 0 to 1
 * @param forced depegs that happen for certain, one a day at most
 */
public record StablecoinSpec(double depegPerDay, List<Depeg> forced) {

  /** About one depeg in two years. */
  public static final StablecoinSpec DEFAULT = new StablecoinSpec(1.0 / 700, List.of());

  /** A peg that never breaks. */
  public static final StablecoinSpec STABLE = new StablecoinSpec(0, List.of());

  public StablecoinSpec {
    if (!(depegPerDay >= 0 && depegPerDay <= 1)) {
      throw new IllegalArgumentException("depegPerDay must be 0 to 1, found " + depegPerDay);
    }
    forced = List.copyOf(forced);
    if (forced.stream().map(Depeg::day).distinct().count() != forced.size()) {
      throw new IllegalArgumentException("two depegs on one day: " + forced);
    }
  }

  /** A peg that breaks on one day and on no other. */
  public static StablecoinSpec depegOn(LocalDate day, BigDecimal lowest) {
    return new StablecoinSpec(0, List.of(new Depeg(day, lowest)));
  }

  /**
   * One loss of the peg.
   *
   * @param day UTC day on which the price begins to fall, at midnight
   * @param lowest price at noon of that day, from where it recovers, 0.5 to 0.999
   */
  public record Depeg(LocalDate day, BigDecimal lowest) {

    public Depeg {
      if (lowest.compareTo(new BigDecimal("0.5")) < 0
          || lowest.compareTo(new BigDecimal("0.999")) > 0) {
        throw new IllegalArgumentException(
            "depeg on " + day + ": lowest must be 0.5 to 0.999, found " + lowest);
      }
    }
  }
}
