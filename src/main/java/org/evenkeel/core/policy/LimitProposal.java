package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;

/**
 * Soft limits that follow from the risk target and from the size of the portfolio; proposed, never set.
 *
 * <p>A limit is sized so that what the strategy itself may ask for fits, and a mistake that is larger does not; the idea
 * of limits from a risk target is that of pysystemtrade's automatic position and trade limits.
 *
 * <p>Drawdown tiers are multiples of the target volatility. For a portfolio without drift the largest fall within a year
 * is distributed as the largest |B| of a Brownian motion (P. Lévy: the fall below the peak is distributed as |B|), so
 * that P(fall &gt; x) is nearly 4 (1 - Phi(x / volatility)), and its mean is sqrt(pi / 2) = 1.25 volatilities
 * (Magdon-Ismail, Atiya, Pratap and Abu-Mostafa, On the maximum drawdown of a Brownian motion, 2004).
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param name which limit
 * @param present what holds now; empty for an instrument without one
 * @param proposed what is proposed
 * @param why the formula, in words
 */
public record LimitProposal(
    LimitName name, Optional<BigDecimal> present, BigDecimal proposed, String why) {

  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.CEILING);
  private static final BigDecimal DAYS = BigDecimal.valueOf(365);
  private static final BigDecimal THREE = BigDecimal.valueOf(3);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /** The mean of the largest fall within a year. */
  private static final String WARN = "1.25";

  private static final String DELEVER = "2";
  private static final String REDUCE_ONLY = "2.5";
  private static final String FLATTEN = "3";

  /** True if it allows more than there is now. */
  public boolean raises() {
    return present.filter(now -> name.key().allowsMore(proposed, now)).isPresent();
  }

  /** True if it is what there is. */
  public boolean isSame() {
    return present.filter(now -> now.compareTo(proposed) == 0).isPresent();
  }

  /**
   * What limits are sized from.
   *
   * @param nav the portfolio's value
   * @param volatility the target volatility per year
   * @param maxGross the gross leverage that the sizing may ask for
   * @param maxSleeve the exposure of one sleeve over NAV that it may ask for
   * @param largestTarget the largest target of one instrument over NAV, by the newest decision
   * @param largestVolatility the largest volatility of one sleeve per year, by the newest decision
   * @param attempts most orders for one intent
   * @param cyclesPerDay decisions in 24 hours
   * @param contractValues the value of one contract by instrument, in NAV currency
   */
  public record Basis(
      BigDecimal nav,
      BigDecimal volatility,
      BigDecimal maxGross,
      BigDecimal maxSleeve,
      BigDecimal largestTarget,
      BigDecimal largestVolatility,
      int attempts,
      int cyclesPerDay,
      SortedMap<InstrumentId, BigDecimal> contractValues) {

    public Basis {
      contractValues = Collections.unmodifiableSortedMap(new TreeMap<>(contractValues));
    }
  }

  /** The proposals, none beyond its hard limit. */
  public static List<LimitProposal> of(Basis basis, LimitValues present, HardLimits hard) {
    return new Maker(basis, present, hard).all();
  }

  /** Makes the list. */
  private static final class Maker {

    private final Basis basis;
    private final LimitValues present;
    private final HardLimits hard;
    private final List<LimitProposal> all = new ArrayList<>();

    Maker(Basis basis, LimitValues present, HardLimits hard) {
      this.basis = basis;
      this.present = present;
      this.hard = hard;
    }

    List<LimitProposal> all() {
      BigDecimal gross = basis.maxGross().multiply(room(basis.volatility()));
      add(
          LimitKey.MAX_GROSS_LEVERAGE,
          gross,
          "risk.max_gross_leverage_ratio, and room for a day of three standard deviations of the target volatility");
      add(
          LimitKey.MAX_NET_LEVERAGE,
          gross,
          "as gross: a book of longs only is net what it is gross");
      add(
          LimitKey.MAX_INSTRUMENT_EXPOSURE,
          basis.maxSleeve().multiply(room(basis.largestVolatility())),
          "risk.max_sleeve_exposure_ratio, and room for a day of three standard deviations of the most volatile sleeve");
      add(
          LimitKey.MAX_VENUE_EXPOSURE,
          gross.add(BigDecimal.ONE),
          "all futures at one venue, and coins worth the whole portfolio");
      add(
          LimitKey.MAX_CYCLE_TURNOVER,
          basis.maxGross(),
          "one decision that builds the book up from nothing");
      BigDecimal built = basis.nav().multiply(basis.maxGross());
      add(
          LimitKey.MAX_DAY_NOTIONAL,
          built.multiply(BigDecimal.TWO),
          "the book built up and given up once within a day");
      BigDecimal order = rounded(basis.nav().multiply(basis.largestTarget()));
      add(
          LimitKey.MAX_ORDER_NOTIONAL,
          order,
          "the largest target of one instrument at once; what is larger goes in parts");
      add(
          LimitKey.MAX_FIRST_ORDER_NOTIONAL,
          Decimals.quotient(order, THOUSAND),
          "a thousandth of the largest order, for a contract size that is wrong by a thousand");
      add(
          LimitKey.MAX_NOTIONAL_PER_MINUTE,
          built.max(order),
          "the book built up within a minute, and not twice");
      quantities(order);
      counts(order);
      drawdown();
      return List.copyOf(all);
    }

    /** 1 and three standard deviations of a day. */
    private static BigDecimal room(BigDecimal volatility) {
      BigDecimal day = Decimals.quotient(volatility, DAYS.sqrt(Decimals.PRECISION)).multiply(THREE);
      return BigDecimal.ONE.add(day);
    }

    private void quantities(BigDecimal order) {
      basis
          .contractValues()
          .forEach(
              (id, value) -> {
                if (value.signum() > 0) {
                  BigDecimal twice = order.multiply(BigDecimal.TWO);
                  add(
                      new LimitName(LimitKey.MAX_ORDER_CONTRACTS, id.value()),
                      rounded(Decimals.quotient(twice, value)),
                      "twice the contracts of the largest order at the present price: it holds when a price is wrong");
                }
              });
    }

    /** Orders of one way: every intent in parts and with all of its attempts, twice. */
    private void counts(BigDecimal order) {
      BigDecimal largest = basis.nav().multiply(basis.maxSleeve());
      BigDecimal parts =
          Decimals.quotient(largest, order).setScale(0, RoundingMode.CEILING).max(BigDecimal.ONE);
      BigDecimal window = present.get(LimitKey.ONE_WAY_WINDOW);
      BigDecimal cycles =
          Decimals.quotient(
                  window.multiply(BigDecimal.valueOf(basis.cyclesPerDay())),
                  BigDecimal.valueOf(24 * 60))
              .setScale(0, RoundingMode.CEILING)
              .max(BigDecimal.ONE);
      BigDecimal ofOne = parts.add(BigDecimal.valueOf(basis.attempts())).multiply(BigDecimal.TWO);
      add(
          LimitKey.MAX_ONE_WAY_ORDERS,
          whole(ofOne.multiply(cycles), LimitKey.MAX_ONE_WAY_ORDERS),
          "twice the orders of one instrument that the decisions within the window may need: its parts and its attempts");
      BigDecimal instruments = BigDecimal.valueOf(Math.max(1, basis.contractValues().size()));
      add(
          LimitKey.MAX_ORDERS_PER_CYCLE,
          whole(ofOne.multiply(instruments), LimitKey.MAX_ORDERS_PER_CYCLE),
          "twice the orders that all instruments may need");
    }

    private static BigDecimal whole(BigDecimal value, LimitKey key) {
      return value.setScale(0, RoundingMode.CEILING).min(key.compiled());
    }

    private void drawdown() {
      tier(
          LimitKey.DRAWDOWN_WARN, WARN, "the mean of the largest fall within a year without drift");
      tier(LimitKey.DRAWDOWN_DELEVER, DELEVER, "once in 11 years without drift");
      tier(LimitKey.DRAWDOWN_REDUCE_ONLY, REDUCE_ONLY, "once in 40 years without drift");
      tier(LimitKey.DRAWDOWN_FLATTEN, FLATTEN, "once in 185 years without drift");
    }

    private void tier(LimitKey key, String times, String how) {
      add(
          key,
          basis.volatility().multiply(new BigDecimal(times)).min(BigDecimal.ONE),
          times + " times the target volatility: " + how);
    }

    private static BigDecimal rounded(BigDecimal value) {
      return value.round(TWO_DIGITS);
    }

    private void add(LimitKey key, BigDecimal value, String why) {
      boolean isCount = key == LimitKey.MAX_ONE_WAY_ORDERS || key == LimitKey.MAX_ORDERS_PER_CYCLE;
      boolean isExact = isCount || key.key().startsWith("drawdown");
      add(LimitName.of(key), isExact ? value : value.round(TWO_DIGITS), why);
    }

    private void add(LimitName name, BigDecimal value, String why) {
      BigDecimal bounded = Decimals.normal(name.key().stricter(value, hard.bound(name)));
      boolean isCut = bounded.compareTo(Decimals.normal(value)) != 0;
      all.add(
          new LimitProposal(
              name, present.of(name), bounded, isCut ? why + "; cut to the hard limit" : why));
    }
  }
}
