package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarginCoins;
import org.evenkeel.core.data.Yardstick;

/**
 * The gross exposure that the money at each venue carries, for futures that are settled in one currency.
 *
 * <p>Money carries only what is settled in it: USD at Kraken Futures carries nothing at Binance, and the USDT of an OKX
 * account carries no contract that is margined in bitcoin.
 * For example, 50,000 USD worth 50,050 USDT, at half of which may be margin and a leverage of 5, carry 125,125 USDT.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class Collateral {

  /**
   * Where margin lies and in what.
   *
   * @param currency the currency of settlement
   */
  public record Pot(VenueId venue, Currency currency) implements Comparable<Pot> {

    /** The pot that carries an instrument; empty for what needs no margin. */
    public static Optional<Pot> of(InstrumentId id) {
      return switch (Instrument.parse(id)) {
        case Instrument.Spot spot -> Optional.empty();
        case Instrument.Future future -> Optional.of(new Pot(future.venue(), future.settlement()));
      };
    }

    @Override
    public int compareTo(Pot other) {
      int byVenue = venue.compareTo(other.venue);
      return byVenue != 0 ? byVenue : currency.compareTo(other.currency);
    }

    @Override
    public String toString() {
      return currency + "@" + venue;
    }
  }

  private final AccountSnapshot account;
  private final Yardstick yardstick;
  private final PlanSettings settings;

  private Collateral(AccountSnapshot account, Yardstick yardstick, PlanSettings settings) {
    this.account = account;
    this.yardstick = yardstick;
    this.settings = settings;
  }

  /** The collateral of an account. */
  public static Collateral of(AccountSnapshot account, Yardstick yardstick, PlanSettings settings) {
    return new Collateral(account, yardstick, settings);
  }

  /** The value of what lies in a pot, in NAV currency, never negative. */
  public BigDecimal in(Pot pot) {
    BigDecimal coins = account.collateral(pot.venue(), pot.currency()).max(BigDecimal.ZERO);
    return coins.signum() == 0
        ? BigDecimal.ZERO
        : coins.multiply(
            yardstick.price(pot.currency(), pot.venue()).orThrow(), Decimals.PRECISION);
  }

  /** The gross exposure that the money for an instrument's margin can carry at all, in NAV currency; zero if it needs none. */
  public BigDecimal most(InstrumentId id) {
    return Pot.of(id)
        .map(this::in)
        .orElse(BigDecimal.ZERO)
        .multiply(BigDecimal.valueOf(settings.venueLeverage()));
  }

  /** The gross exposure that a pot may carry, in NAV currency. */
  public BigDecimal carries(Pot pot) {
    return in(pot)
        .multiply(settings.treasury().marginUse(settings.maxMarginUse()).value())
        .multiply(BigDecimal.valueOf(settings.venueLeverage()));
  }

  /**
   * The scale of all futures at which the tightest pot suffices: their proportions are the risk's.
   *
   * <p>Of an inverse contract with wanted exposure w and coins of worth c, s w - c is traded.
   * Its size at a scale s from 0 to 1 is at most s |w - c| + (1 - s) |c|, which is what must be carried.
   */
  Ratio scale(SortedMap<InstrumentId, Money> wanted, MarginCoins coins) {
    TreeMap<Pot, BigDecimal> gross = new TreeMap<>();
    TreeMap<Pot, BigDecimal> hedged = new TreeMap<>();
    wanted.forEach(
        (id, notional) ->
            Pot.of(id)
                .ifPresent(
                    pot -> {
                      Money own = coins.with(id);
                      gross.merge(pot, notional.minus(own).amount().abs(), BigDecimal::add);
                      hedged.merge(pot, own.amount().abs(), BigDecimal::add);
                    }));
    Ratio scale = Ratio.ONE;
    for (Map.Entry<Pot, BigDecimal> at : gross.entrySet()) {
      BigDecimal hedge = hedged.getOrDefault(at.getKey(), BigDecimal.ZERO);
      BigDecimal room = carries(at.getKey()).subtract(hedge).max(BigDecimal.ZERO);
      BigDecimal needed = at.getValue().subtract(hedge);
      if (needed.multiply(scale.value()).compareTo(room) > 0) {
        scale = new Ratio(Decimals.quotient(room, needed));
      }
    }
    return scale;
  }
}
