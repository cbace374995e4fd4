package org.evenkeel.shell.fault;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.VenueId;

/**
 * The limits that calls to one venue are held to.
 *
 * @param budgets the venue's allowances by name, such as 'futures'
 * @param maxWait how long a call waits for its turn or its share of the allowance before it is not sent; default 10 s
 * @param timeLimit how long one call may take in all; default 15 s; must exceed connect plus read timeout
 * @param readAttempts how often a read is tried at most; default 3; orders are always tried once
 * @param readBackoff pause before the second try, doubled before the third; default 250 ms
 * @param breakerCalls how many of the last calls of a kind the breaker looks at; default 10
 * @param breakerFailurePercent share of failures among them that opens it; default 60
 * @param breakerOpen how long an open breaker lets nothing through; default 15 s
 */
public record CallSettings(
    SortedMap<String, Budget> budgets,
    Duration maxWait,
    Duration timeLimit,
    int readAttempts,
    Duration readBackoff,
    int breakerCalls,
    int breakerFailurePercent,
    Duration breakerOpen) {

  /** A quarter of the two seconds within which OKX counts. */
  private static final Duration OKX_SLICE = Duration.ofMillis(500);

  /**
   * One allowance of a venue.
   *
   * @param weightPerMinute request weight that the venue allows per minute
   * @param ordersPerTenSeconds orders that the venue allows per ten seconds
   * @param slice the time of which the weight is handed out at once; must be well below the time within which the venue
   *     itself counts, because two slices may fall together
   */
  public record Budget(int weightPerMinute, int ordersPerTenSeconds, Duration slice) {

    /** The budget of a venue that counts by the minute. */
    public Budget(int weightPerMinute, int ordersPerTenSeconds) {
      this(weightPerMinute, ordersPerTenSeconds, Duration.ofSeconds(6));
    }

    public Budget {
      if (weightPerMinute < 100 || ordersPerTenSeconds < 10) {
        throw new IllegalArgumentException(
            "a budget needs at least 100 of weight per minute and 10 orders per 10 s");
      }
    }
  }

  public CallSettings {
    budgets = Collections.unmodifiableSortedMap(new TreeMap<>(budgets));
    if (readAttempts < 1 || readAttempts > 5) {
      throw new IllegalArgumentException("read attempts must lie in 1..5, found " + readAttempts);
    }
    if (breakerCalls < 2 || breakerFailurePercent < 1 || breakerFailurePercent > 100) {
      throw new IllegalArgumentException(
          "the breaker needs 2 calls or more and 1..100 percent, found "
              + breakerCalls
              + " and "
              + breakerFailurePercent);
    }
  }

  /**
   * The limits of Binance as its exchangeInfo published them in 2024 to 2026: 2400 of weight per minute and 300 orders
   * per 10 s for USD-M futures, 6000 and 100 for spot.
   */
  public static CallSettings binance() {
    TreeMap<String, Budget> budgets = new TreeMap<>();
    budgets.put("futures", new Budget(2400, 300));
    budgets.put("spot", new Budget(6000, 100));
    return new CallSettings(
        budgets,
        Duration.ofSeconds(10),
        Duration.ofSeconds(15),
        3,
        Duration.ofMillis(250),
        10,
        60,
        Duration.ofSeconds(15));
  }

  /** The limits of a venue; throws {@link IllegalArgumentException} for one whose limits are not known. */
  public static CallSettings of(VenueId venue) {
    return switch (venue.value()) {
      case "binance" -> binance();
      case "okx" -> okx();
      case "kraken" -> kraken();
      case "krakenfutures" -> krakenFutures();
      default ->
          throw new IllegalArgumentException("the request limits of " + venue + " are not known");
    };
  }

  /**
   * The limits of OKX, which counts each endpoint by itself in windows of two seconds: 600 of weight per minute, where a
   * call that is allowed 20 times in two seconds weighs 1, and 100 orders per 10 s (a third of what it allows).
   */
  public static CallSettings okx() {
    TreeMap<String, Budget> budgets = new TreeMap<>();
    budgets.put("public", new Budget(600, 100, OKX_SLICE));
    budgets.put("account", new Budget(600, 100, OKX_SLICE));
    return binance().withBudgets(budgets);
  }

  /**
   * The limits of Kraken Futures: 500 of cost in ten seconds, of which an order takes 10; and for the account's history a
   * pool of 100 that refills by 10 a minute, of which a minute may use all (the venue's refusal pauses the rest).
   * Source: docs.kraken.com, "Derivatives rate limits".
   */
  public static CallSettings krakenFutures() {
    TreeMap<String, Budget> budgets = new TreeMap<>();
    budgets.put("futures", new Budget(3000, 50));
    budgets.put("history", new Budget(100, 10));
    return binance().withBudgets(budgets);
  }

  /**
   * The limits of Kraken's spot market at its middle tier: a counter of 20 that falls by one every two seconds, of which a
   * point weighs two here; orders are counted apart, 125 of a counter that falls by 2.34 a second.
   * Source: docs.kraken.com, "REST rate limits", "Trading engine limits".
   */
  public static CallSettings kraken() {
    TreeMap<String, Budget> budgets = new TreeMap<>();
    budgets.put("spot", new Budget(100, 20));
    return binance().withBudgets(budgets);
  }

  private CallSettings withBudgets(SortedMap<String, Budget> other) {
    return new CallSettings(
        other,
        maxWait,
        timeLimit,
        readAttempts,
        readBackoff,
        breakerCalls,
        breakerFailurePercent,
        breakerOpen);
  }

  /** The same limits with every budget multiplied, for a simulated venue on a compressed clock. */
  public CallSettings timesBudget(int factor) {
    TreeMap<String, Budget> larger = new TreeMap<>();
    budgets.forEach(
        (name, budget) ->
            larger.put(
                name,
                new Budget(
                    budget.weightPerMinute() * factor,
                    budget.ordersPerTenSeconds() * factor,
                    budget.slice())));
    return withBudgets(larger);
  }
}
