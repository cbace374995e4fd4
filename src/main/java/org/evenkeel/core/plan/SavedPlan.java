package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;

/**
 * A plan that a person has looked at, with everything that must still hold when it is carried out.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param database which database it was made for, and so for which account
 * @param madeAt when
 * @param expiresAt from when on it is too old
 * @param priceTolerance by which fraction each mark price may have moved
 * @param rules the hash of the configuration that it was made by
 * @param adjustments the hash of the overrides in force
 * @param standing the hash of our books: balances, open orders, disputes
 * @param marks the mark prices that it was made at
 * @param plan what is to be traded
 */
public record SavedPlan(
    String database,
    Instant madeAt,
    Instant expiresAt,
    Ratio priceTolerance,
    String rules,
    String adjustments,
    String standing,
    SortedMap<InstrumentId, Price> marks,
    RebalancePlan plan) {

  public SavedPlan {
    marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
  }

  /** The name of a database and a strategy in it, which tells nobody what orders are called there. */
  public static String databaseOf(String nonce, String strategy) {
    return ContentHash.ofText("evenkeel database " + nonce + " of " + strategy).value();
  }

  /** Why it may not be carried out now; empty if nothing has moved. */
  public Optional<Refusal> objection(
      Instant now,
      String rulesNow,
      String adjustmentsNow,
      String standingNow,
      MarketSnapshot market) {
    if (now.isAfter(expiresAt)) {
      return stale("it expired at " + expiresAt + ", now it is " + now);
    }
    if (!rules.equals(rulesNow)) {
      return stale("the configuration has changed");
    }
    if (!adjustments.equals(adjustmentsNow)) {
      return stale("an override was set, ended or changed");
    }
    if (!standing.equals(standingNow)) {
      return stale("the book has moved: something was traded, booked, locked or left open");
    }
    for (InstrumentId id : marks.keySet()) {
      Optional<Refusal> moved = moved(id, market.quote(id));
      if (moved.isPresent()) {
        return moved;
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> moved(InstrumentId id, Optional<Quote> quote) {
    Price then = Optional.ofNullable(marks.get(id)).orElseThrow();
    if (quote.isEmpty()) {
      return stale(id + " has no price now");
    }
    BigDecimal now = quote.get().mark().value();
    BigDecimal change = now.subtract(then.value()).abs();
    BigDecimal most = then.value().multiply(priceTolerance.value());
    return change.compareTo(most) <= 0
        ? Optional.empty()
        : stale(
            id
                + " was at "
                + then
                + " and is at "
                + Decimals.text(now)
                + ", more than "
                + priceTolerance
                + " of it away");
  }

  private static Optional<Refusal> stale(String why) {
    return Optional.of(
        Refusal.of(
            RefusalReason.PLAN_STALE,
            "the saved plan does not fit any more: "
                + why
                + "; make a new one with 'plan --save'"));
  }
}
