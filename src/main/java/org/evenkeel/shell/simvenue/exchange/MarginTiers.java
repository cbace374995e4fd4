package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * The leverage brackets of a contract: the larger a position, the less leverage and the more maintenance margin.
 *
 * <p>The maintenance margin of a notional N in a tier with rate r and amount a is N r - a, where the amounts make it
 * continuous: a of the next tier is a + floor (r of the next - r).
 * For example with 0.65 % up to 3 million and 1 % above, 4 million need 40,000 - 10,500 = 29,500.
 * Where the rules say that the whole position has the rate of its tier, all amounts are zero and the margin leaps.
 * The steps are those of Binance's BTCUSDT from 50 times on; contracts of coins other than BTC and ETH have a tenth of the caps.
 * Source: Binance USD-M documentation, "Notional and Leverage Brackets" (cum is the amount).
 * Immutable and thread-safe.
 *
 * @param tiers smallest first
 */
public record MarginTiers(List<Tier> tiers) {

  private static final List<String> LARGE = List.of("BTC", "ETH");
  private static final long[] CAPS = {
    3_000_000,
    12_000_000,
    70_000_000,
    100_000_000,
    230_000_000,
    480_000_000,
    600_000_000,
    800_000_000,
    1_200_000_000,
    1_800_000_000
  };
  private static final int[] LEVERAGES = {50, 40, 25, 20, 10, 5, 4, 3, 2, 1};
  private static final String[] RATES = {
    "0", "0.01", "0.02", "0.025", "0.05", "0.1", "0.125", "0.15", "0.25", "0.5"
  };
  private static final int SMALLER = 10;

  /**
   * One step.
   *
   * @param number from 1
   * @param floor the notional above which it applies, quote units
   * @param cap the largest notional to which it applies
   * @param maxLeverage the largest leverage that a position of this size may have
   * @param rate maintenance margin as a fraction of the notional
   * @param amount what is taken off the product of notional and rate, quote units
   */
  public record Tier(
      int number,
      BigDecimal floor,
      BigDecimal cap,
      int maxLeverage,
      BigDecimal rate,
      BigDecimal amount) {}

  public MarginTiers {
    tiers = List.copyOf(tiers);
  }

  /** The brackets of a contract; the first has the rules' own rate and leverage, and no other has more leverage. */
  public static MarginTiers of(SeriesInfo info, ExchangeRules rules) {
    int divisor = LARGE.contains(info.base()) ? 1 : SMALLER;
    List<Tier> tiers = new ArrayList<>();
    BigDecimal floor = BigDecimal.ZERO;
    BigDecimal rate = rules.maintenanceRate();
    BigDecimal amount = BigDecimal.ZERO;
    for (int i = 0; i < CAPS.length; i++) {
      BigDecimal next = rate.max(new BigDecimal(RATES[i]));
      amount = rules.wholeTier() ? amount : amount.add(floor.multiply(next.subtract(rate)));
      rate = next;
      BigDecimal cap = BigDecimal.valueOf(CAPS[i] / divisor);
      int leverage = i == 0 ? rules.maxLeverage() : Math.min(LEVERAGES[i], rules.maxLeverage());
      tiers.add(new Tier(i + 1, floor, cap, leverage, rate, amount));
      floor = cap;
    }
    return new MarginTiers(tiers);
  }

  /** The step of a notional; beyond the last cap it is the last. */
  public Tier tier(BigDecimal notional) {
    BigDecimal size = notional.abs();
    return tiers.stream()
        .filter(tier -> size.compareTo(tier.cap()) <= 0)
        .findFirst()
        .orElse(tiers.getLast());
  }

  /** The maintenance margin of a notional, eight decimals, rounded up. */
  public BigDecimal maintenance(BigDecimal notional) {
    Tier tier = tier(notional);
    return notional
        .abs()
        .multiply(tier.rate())
        .subtract(tier.amount())
        .setScale(Position.MONEY_SCALE, RoundingMode.UP);
  }

  /** The largest notional that may be held at a leverage. */
  public BigDecimal mostAt(int leverage) {
    return tiers.stream()
        .filter(tier -> tier.maxLeverage() >= leverage)
        .reduce((smaller, larger) -> larger)
        .map(Tier::cap)
        .orElse(BigDecimal.ZERO);
  }
}
