package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.CashTerms;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.plan.TreasurySettings;

/**
 * All limits as numbers by name, so that one of them can be replaced.
 *
 * <p>Limits that belong together are made to fit toward the stricter side: an order is at most what a minute allows, and
 * a tier of drawdown is at most the next one.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param values every limit; those by instrument only where there is one
 */
public record LimitValues(SortedMap<LimitName, BigDecimal> values) {

  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

  /** A rise of the capital by a tenth between two decisions is believed. */
  private static final BigDecimal CAPITAL_RISE = new BigDecimal("0.1");

  /** A rate of zero is none. */
  private static final BigDecimal SMALLEST_RATE = new BigDecimal("0.000001");

  public LimitValues {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** What the configuration says. */
  public static LimitValues of(Limits limits, Guards guards) {
    TreeMap<LimitName, BigDecimal> all = new TreeMap<>();
    PaceLimits pace = guards.pace();
    pace.maxOrderQty()
        .forEach(
            (id, most) ->
                all.put(new LimitName(LimitKey.MAX_ORDER_CONTRACTS, id.value()), most.value()));
    put(all, LimitKey.MAX_ORDER_NOTIONAL, limits.maxOrderNotional());
    put(all, LimitKey.MAX_FIRST_ORDER_NOTIONAL, limits.maxFirstOrderNotional());
    put(all, LimitKey.MAX_NOTIONAL_PER_MINUTE, limits.maxNotionalPerMinute());
    put(all, LimitKey.MAX_CYCLE_TURNOVER, limits.maxCycleTurnover().value());
    put(all, LimitKey.MAX_DAY_NOTIONAL, pace.maxDayNotional());
    put(all, LimitKey.PRICE_COLLAR, limits.priceCollar().value());
    put(all, LimitKey.MAX_ORDERS_PER_CYCLE, BigDecimal.valueOf(limits.maxOrdersPerCycle()));
    put(all, LimitKey.MAX_ONE_WAY_ORDERS, BigDecimal.valueOf(pace.maxOneWayOrders()));
    put(all, LimitKey.ONE_WAY_WINDOW, BigDecimal.valueOf(pace.oneWayWindow().toMinutes()));
    put(all, LimitKey.MAX_GROSS_LEVERAGE, limits.maxGrossLeverage().value());
    put(all, LimitKey.MAX_NET_LEVERAGE, limits.maxNetLeverage().value());
    put(all, LimitKey.MAX_INSTRUMENT_EXPOSURE, limits.maxInstrumentExposure().value());
    put(all, LimitKey.MAX_VENUE_EXPOSURE, limits.sequence().maxVenueExposure().value());
    put(all, LimitKey.MAX_MARGIN_RATIO, limits.sequence().maxMarginRatio().value());
    put(all, LimitKey.MIN_LIQUIDATION_DISTANCE, limits.sequence().minLiquidationDistance().value());
    put(all, LimitKey.MAINTENANCE_MARGIN, limits.sequence().maintenanceRate().value());
    DrawdownTiers tiers = guards.drawdown();
    put(all, LimitKey.DRAWDOWN_WARN, tiers.warn().value());
    put(all, LimitKey.DRAWDOWN_DELEVER, tiers.delever().value());
    put(all, LimitKey.DRAWDOWN_DELEVER_TO, tiers.deleverTo().value());
    put(all, LimitKey.DRAWDOWN_REDUCE_ONLY, tiers.reduceOnly().value());
    put(all, LimitKey.DRAWDOWN_FLATTEN, tiers.flatten().value());
    put(all, LimitKey.MAX_CLOCK_OFFSET, BigDecimal.valueOf(limits.maxClockOffset().toMillis()));
    put(
        all,
        LimitKey.MAX_QUOTE_AGE,
        BigDecimal.valueOf(limits.maxQuoteAge().toMillis()).divide(MILLIS));
    return new LimitValues(all);
  }

  /** The widest limits that are compiled in; none by instrument. */
  public static LimitValues compiled() {
    TreeMap<LimitName, BigDecimal> all = new TreeMap<>();
    for (LimitKey key : LimitKey.values()) {
      if (!key.isNamed()) {
        put(all, key, key == LimitKey.MAINTENANCE_MARGIN ? SMALLEST_RATE : key.compiled());
      }
    }
    return new LimitValues(all);
  }

  /** The same with what the configuration says of the portfolio's stablecoins, and how far capital is believed. */
  public LimitValues with(Universe universe, CashTerms cash, TreasurySettings treasury) {
    TreeMap<LimitName, BigDecimal> all = new TreeMap<>(values);
    put(all, LimitKey.MAX_CAPITAL_RISE, CAPITAL_RISE);
    put(all, LimitKey.CONFIRMED_CAPITAL, BigDecimal.ZERO);
    for (Currency coin : universe.coins()) {
      all.put(new LimitName(LimitKey.COIN_HAIRCUT, coin.value()), cash.of(coin).haircut().value());
      all.put(
          new LimitName(LimitKey.TRUSTED_COIN, coin.value()),
          treasury.trusted().contains(coin.value()) ? BigDecimal.ONE : BigDecimal.ZERO);
    }
    return new LimitValues(all);
  }

  /** Cash under the haircuts and the capital that hold; terms that nobody has changed stay as they are. */
  public CashTerms cash(CashTerms configured) {
    CashTerms cash = configured;
    for (Map.Entry<LimitName, BigDecimal> each : values.entrySet()) {
      if (each.getKey().key() == LimitKey.COIN_HAIRCUT) {
        Currency coin = Currency.of(each.getKey().instrument());
        boolean isOther = cash.of(coin).haircut().value().compareTo(each.getValue()) != 0;
        cash = isOther ? cash.cut(coin, new Ratio(each.getValue())) : cash;
      }
    }
    Optional<BigDecimal> most = of(LimitName.of(LimitKey.MAX_CAPITAL));
    return most.isPresent() ? cash.upTo(most.get()) : cash;
  }

  /** The treasury with the coins that are vouched for. */
  public TreasurySettings treasury(TreasurySettings configured) {
    TreeSet<String> trusted = new TreeSet<>();
    values.forEach(
        (name, value) -> {
          if (name.key() == LimitKey.TRUSTED_COIN && value.signum() > 0) {
            trusted.add(name.instrument());
          }
        });
    return configured.trusting(trusted);
  }

  private static void put(SortedMap<LimitName, BigDecimal> all, LimitKey key, BigDecimal value) {
    all.put(LimitName.of(key), value);
  }

  /** The value of a limit; empty for an instrument without one of its own. */
  public Optional<BigDecimal> of(LimitName name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The value of a limit of the portfolio. */
  public BigDecimal get(LimitKey key) {
    return of(LimitName.of(key)).orElseThrow();
  }

  /** The same with another value of one limit. */
  public LimitValues with(LimitName name, BigDecimal value) {
    TreeMap<LimitName, BigDecimal> other = new TreeMap<>(values);
    other.put(name, value);
    return new LimitValues(other);
  }

  /** True if a value of a limit allows more than there is here; a first limit of an instrument never does. */
  public boolean isRaisedBy(LimitName name, BigDecimal value) {
    return of(name).filter(now -> name.key().allowsMore(value, now)).isPresent();
  }

  /** The limits of the gate and of every step. */
  public Limits limits() {
    BigDecimal minute = get(LimitKey.MAX_NOTIONAL_PER_MINUTE);
    BigDecimal order = get(LimitKey.MAX_ORDER_NOTIONAL).min(minute);
    return new Limits(
        order,
        get(LimitKey.MAX_FIRST_ORDER_NOTIONAL).min(order),
        minute,
        ratio(LimitKey.MAX_CYCLE_TURNOVER),
        ratio(LimitKey.MAX_GROSS_LEVERAGE),
        ratio(LimitKey.MAX_NET_LEVERAGE),
        ratio(LimitKey.MAX_INSTRUMENT_EXPOSURE),
        ratio(LimitKey.PRICE_COLLAR),
        get(LimitKey.MAX_ORDERS_PER_CYCLE).intValueExact(),
        Duration.ofMillis(get(LimitKey.MAX_CLOCK_OFFSET).longValueExact()),
        Duration.ofMillis(get(LimitKey.MAX_QUOTE_AGE).multiply(MILLIS).longValue()),
        new StepLimits(
            ratio(LimitKey.MAX_VENUE_EXPOSURE),
            ratio(LimitKey.MAX_MARGIN_RATIO),
            ratio(LimitKey.MIN_LIQUIDATION_DISTANCE),
            ratio(LimitKey.MAINTENANCE_MARGIN)));
  }

  /** The limits over time. */
  public Guards guards() {
    BigDecimal flatten = get(LimitKey.DRAWDOWN_FLATTEN);
    BigDecimal reduce = get(LimitKey.DRAWDOWN_REDUCE_ONLY).min(flatten);
    BigDecimal delever = get(LimitKey.DRAWDOWN_DELEVER).min(reduce);
    BigDecimal warn = get(LimitKey.DRAWDOWN_WARN).min(delever);
    TreeMap<InstrumentId, Contracts> quantities = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          if (name.key().isByInstrument()) {
            quantities.put(InstrumentId.of(name.instrument()), Contracts.of(value));
          }
        });
    return new Guards(
        new DrawdownTiers(
            new Ratio(warn),
            new Ratio(delever),
            ratio(LimitKey.DRAWDOWN_DELEVER_TO),
            new Ratio(reduce),
            new Ratio(flatten)),
        new PaceLimits(
            quantities,
            get(LimitKey.MAX_DAY_NOTIONAL),
            get(LimitKey.MAX_ONE_WAY_ORDERS).intValueExact(),
            Duration.ofMinutes(get(LimitKey.ONE_WAY_WINDOW).longValueExact())));
  }

  private Ratio ratio(LimitKey key) {
    return new Ratio(get(key));
  }
}
