package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;

/**
 * The limits that are numbers, each with the name of its configuration key without 'limits.', the direction in which it
 * allows more, and the compiled bounds that no configuration and no signature can pass.
 *
 * <p>The bounds are the ranges of the configuration's keys.
 */
public enum LimitKey {
  MAX_ORDER_CONTRACTS("max_order_contracts", More.LARGER, "0", "1000000000000", false),
  MAX_ORDER_NOTIONAL("max_order_notional_nav_currency", More.LARGER, "0", "1000000000", false),
  MAX_FIRST_ORDER_NOTIONAL(
      "max_first_order_notional_nav_currency", More.LARGER, "0", "1000000000", false),
  MAX_NOTIONAL_PER_MINUTE(
      "max_notional_per_minute_nav_currency", More.LARGER, "0", "100000000000", false),
  MAX_CYCLE_TURNOVER("max_cycle_turnover_ratio", More.LARGER, "0", "100", false),
  MAX_DAY_NOTIONAL("max_day_notional_nav_currency", More.LARGER, "0", "1000000000000", false),
  PRICE_COLLAR("price_collar_fraction", More.LARGER, "0", "0.5", false),
  MAX_ORDERS_PER_CYCLE("max_orders_per_cycle", More.LARGER, "1", "10000", true),
  MAX_ONE_WAY_ORDERS("max_one_way_orders", More.LARGER, "1", "10000", true),
  ONE_WAY_WINDOW("one_way_window_minutes", More.SMALLER, "1", "10080", true),
  MAX_GROSS_LEVERAGE("max_gross_leverage_ratio", More.LARGER, "0", "20", false),
  MAX_NET_LEVERAGE("max_net_leverage_ratio", More.LARGER, "0", "20", false),
  MAX_INSTRUMENT_EXPOSURE("max_instrument_exposure_ratio", More.LARGER, "0", "20", false),
  MAX_VENUE_EXPOSURE("max_venue_exposure_ratio", More.LARGER, "0", "100", false),
  MAX_MARGIN_RATIO("max_margin_ratio_fraction", More.LARGER, "0", "1", false),
  MIN_LIQUIDATION_DISTANCE("min_liquidation_distance_fraction", More.SMALLER, "0", "0.9", false),
  MAINTENANCE_MARGIN("maintenance_margin_fraction", More.SMALLER, "0", "1", false),
  DRAWDOWN_WARN("drawdown_warn_fraction", More.LARGER, "0", "1", false),
  DRAWDOWN_DELEVER("drawdown_delever_fraction", More.LARGER, "0", "1", false),
  DRAWDOWN_DELEVER_TO("drawdown_delever_to_fraction", More.LARGER, "0", "1", false),
  DRAWDOWN_REDUCE_ONLY("drawdown_reduce_only_fraction", More.LARGER, "0", "1", false),
  DRAWDOWN_FLATTEN("drawdown_flatten_fraction", More.LARGER, "0", "1", false),
  MAX_CLOCK_OFFSET("max_clock_offset_ms", More.LARGER, "1", "60000", true),
  MAX_QUOTE_AGE("max_quote_age_seconds", More.LARGER, "0", "3600", false),
  /** Not in the configuration: all of the portfolio's value is sized on unless it is set. */
  MAX_CAPITAL("max_capital_nav_currency", More.LARGER, "0", "1000000000000", false),
  /** How far the capital may have risen since the decision before without anybody's word for it. Not in the configuration. */
  MAX_CAPITAL_RISE("max_capital_rise_fraction", More.LARGER, "0", "10", false),
  /** Up to which value the capital is believed whatever it was. Not in the configuration. */
  CONFIRMED_CAPITAL("confirmed_capital_nav_currency", More.LARGER, "0", "1000000000000", false),
  /** Of a coin; in the configuration under 'cash'. */
  COIN_HAIRCUT("coin_haircut_fraction", More.SMALLER, "0", "0.9", false),
  /** Whether persons vouch for a coin's peg, 1 or 0. Not in the configuration. */
  TRUSTED_COIN("trusted_coin", More.LARGER, "0", "1", true);

  private enum More {
    LARGER,
    SMALLER
  }

  private final String key;
  private final More more;
  private final BigDecimal least;
  private final BigDecimal most;
  private final boolean isWhole;

  LimitKey(String key, More more, String least, String most, boolean isWhole) {
    this.key = key;
    this.more = more;
    this.least = new BigDecimal(least);
    this.most = new BigDecimal(most);
    this.isWhole = isWhole;
  }

  /** The name of its configuration key without 'limits.', such as 'max_gross_leverage_ratio'. */
  public String key() {
    return key;
  }

  /** True if there is one for each instrument, and none for an instrument that is not named. */
  public boolean isByInstrument() {
    return this == MAX_ORDER_CONTRACTS;
  }

  /** True if there is one for each coin. */
  public boolean isByCoin() {
    return this == COIN_HAIRCUT || this == TRUSTED_COIN;
  }

  /** True if it needs the name of an instrument or a coin. */
  public boolean isNamed() {
    return isByInstrument() || isByCoin();
  }

  /** True if the configuration has it in its section 'limits'. */
  public boolean isConfigured() {
    return this != MAX_CAPITAL
        && this != MAX_CAPITAL_RISE
        && this != CONFIRMED_CAPITAL
        && !isByCoin();
  }

  /** True if the first value allows more than the second. */
  public boolean allowsMore(BigDecimal value, BigDecimal than) {
    return more == More.LARGER ? value.compareTo(than) > 0 : value.compareTo(than) < 0;
  }

  /** The one of two values that allows less. */
  public BigDecimal stricter(BigDecimal one, BigDecimal other) {
    return allowsMore(one, other) ? other : one;
  }

  /** The value beyond which nothing is accepted, whoever signs it. */
  public BigDecimal compiled() {
    return more == More.LARGER ? most : least;
  }

  /** Why a number is none for this limit. */
  public Optional<Refusal> objection(BigDecimal value) {
    boolean mayBeLeast =
        isWhole
            || this == MIN_LIQUIDATION_DISTANCE
            || this == DRAWDOWN_DELEVER_TO
            || this == COIN_HAIRCUT;
    boolean fits =
        value.compareTo(most) <= 0
            && (mayBeLeast ? value.compareTo(least) >= 0 : value.compareTo(least) > 0)
            && (!isWhole || value.stripTrailingZeros().scale() <= 0);
    return fits
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalReason.INVALID_INPUT,
                key
                    + " is "
                    + (isWhole ? "a whole number " : "a number ")
                    + (mayBeLeast ? "from " : "above ")
                    + Decimals.text(least)
                    + " to "
                    + Decimals.text(most)
                    + ", found "
                    + Decimals.text(value)));
  }

  /** The limit of a key, with or without 'limits.' before it. */
  static Optional<LimitKey> named(String text) {
    for (LimitKey each : values()) {
      if (each.key.equals(text)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Every key by name, for people. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (LimitKey each : values()) {
      names.add(
          each.key + (each.isByInstrument() ? ".INSTRUMENT" : each.isByCoin() ? ".COIN" : ""));
    }
    return names;
  }
}
