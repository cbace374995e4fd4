package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.RateSource;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.MarketSnapshot;

/**
 * The pegs of the portfolio's stablecoins as they were last seen.
 *
 * <p>A coin is off its peg in a look if more than half of its sources are below par by more than the depeg. That is
 * confirmed, and the coin latched, if enough sources say so at once or enough looks one after the other. A latched coin is
 * sold and not bought, until all of its sources have been near par for the recovery time, or until two persons vouch for the
 * coin; a single good price does neither.
 *
 * <p>For example, USDC at 0.88 in the books of two venues is latched at once; in the book of the only venue, at the third look.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param coins what is known by coin
 */
public record PegWatch(SortedMap<Currency, PegState> coins) {

  public PegWatch {
    coins = Collections.unmodifiableSortedMap(new TreeMap<>(coins));
  }

  /** Nothing was ever seen off its peg. */
  public static PegWatch none() {
    return new PegWatch(new TreeMap<>());
  }

  /** What is known of a coin. */
  public Optional<PegState> of(Currency coin) {
    return Optional.ofNullable(coins.get(coin));
  }

  /** Whether a coin is left and not bought. */
  public boolean isLatched(Currency coin) {
    return of(coin).filter(PegState::isLatched).isPresent();
  }

  /** Of each coin what was seen last, here or there. */
  public PegWatch newest(PegWatch other) {
    TreeMap<Currency, PegState> newest = new TreeMap<>(coins);
    other.coins.forEach(
        (coin, state) ->
            newest.merge(
                coin, state, (one, two) -> two.seenAt().isAfter(one.seenAt()) ? two : one));
    return new PegWatch(newest);
  }

  /** The markets by which the pegs of a universe's stablecoins are judged, in order of name. */
  public static List<InstrumentId> sources(Universe universe) {
    TreeSet<InstrumentId> sources = new TreeSet<>();
    for (StablecoinShare share : universe.stablecoins()) {
      Currency coin = Instrument.parse(share.instrument()).base();
      for (InstrumentId id : universe.instruments()) {
        if (Instrument.parse(id) instanceof Instrument.Spot spot
            && (isOf(spot, coin, universe.navCurrency())
                || isOf(spot, universe.navCurrency(), coin))) {
          sources.add(id);
        }
      }
      for (RateSource rate : universe.rates()) {
        if (rate instanceof RateSource.IndexCross cross && rate.currency().equals(coin)) {
          sources.add(cross.inNav());
          sources.add(cross.inCurrency());
        }
      }
    }
    return List.copyOf(sources);
  }

  private static boolean isOf(Instrument.Spot spot, Currency base, Currency quote) {
    return spot.base().equals(base) && spot.quote().equals(quote);
  }

  /** The pegs after one more look; a look that was already counted changes nothing. */
  public PegWatch seen(Universe universe, MarketSnapshot market, TreasurySettings settings) {
    TreeMap<Currency, PegState> next = new TreeMap<>();
    TreeSet<Currency> all = new TreeSet<>();
    for (StablecoinShare share : universe.stablecoins()) {
      all.add(Instrument.parse(share.instrument()).base());
    }
    for (Currency coin : all) {
      PegState before =
          of(coin)
              .orElseGet(
                  () ->
                      new PegState(coin, Instant.EPOCH, 0, Optional.empty(), Optional.empty(), ""));
      // Somebody vouches for it: a latch is lifted, and none is set.
      if (settings.trusted().contains(coin.value())) {
        continue;
      }
      next.put(coin, after(before, prices(coin, universe, market), market, settings));
    }
    return new PegWatch(next);
  }

  private static PegState after(
      PegState before,
      SortedMap<String, BigDecimal> prices,
      MarketSnapshot market,
      TreasurySettings settings) {
    Instant now = market.receivedAt();
    if (prices.isEmpty() || !now.isAfter(before.seenAt())) {
      return before;
    }
    BigDecimal off = BigDecimal.ONE.subtract(settings.depeg().value());
    BigDecimal back = BigDecimal.ONE.subtract(settings.back().value());
    long below = prices.values().stream().filter(price -> price.compareTo(off) < 0).count();
    boolean isOff = 2 * below > prices.size();
    boolean isBack = prices.values().stream().allMatch(price -> price.compareTo(back) >= 0);
    int looks = isOff ? before.looks() + 1 : 0;
    boolean isConfirmed =
        isOff && (below >= settings.sources() || looks >= settings.observations());
    String words = words(prices, looks, settings);
    if (!before.isLatched()) {
      return new PegState(
          before.coin(),
          now,
          looks,
          isConfirmed ? Optional.of(now) : Optional.empty(),
          Optional.empty(),
          isOff ? words : "");
    }
    Optional<Instant> since =
        isBack ? before.backSince().or(() -> Optional.of(now)) : Optional.empty();
    boolean isOver = since.filter(at -> !at.plus(settings.recovery()).isAfter(now)).isPresent();
    return new PegState(
        before.coin(),
        now,
        looks,
        isOver ? Optional.empty() : before.latchedAt(),
        isOver ? Optional.empty() : since,
        isOver ? "" : before.reason());
  }

  private static String words(
      SortedMap<String, BigDecimal> prices, int looks, TreasurySettings settings) {
    List<String> parts = new ArrayList<>();
    prices.forEach(
        (source, price) ->
            parts.add(Decimals.text(price.setScale(6, RoundingMode.HALF_EVEN)) + " by " + source));
    return String.join(", ", parts)
        + ", more than "
        + settings.depeg()
        + " under par, look "
        + looks
        + " in a row";
  }

  /** The prices of a coin by source: its books against the NAV currency, and what the rates say of it. */
  private static SortedMap<String, BigDecimal> prices(
      Currency coin, Universe universe, MarketSnapshot market) {
    TreeMap<String, BigDecimal> prices = new TreeMap<>();
    Currency nav = universe.navCurrency();
    for (InstrumentId id : universe.instruments()) {
      if (Instrument.parse(id) instanceof Instrument.Spot spot) {
        boolean isForward = isOf(spot, coin, nav);
        boolean isBackward = isOf(spot, nav, coin);
        market
            .quote(id)
            .filter(quote -> isForward || isBackward)
            .ifPresent(
                quote ->
                    prices.put(
                        id.value(),
                        isForward
                            ? quote.mid().value()
                            : Decimals.quotient(BigDecimal.ONE, quote.mid().value())));
      }
    }
    for (RateSource rate : universe.rates()) {
      if (rate instanceof RateSource.IndexCross cross && rate.currency().equals(coin)) {
        market
            .quote(cross.inNav())
            .ifPresent(
                one ->
                    market
                        .quote(cross.inCurrency())
                        .ifPresent(
                            other ->
                                prices.put(
                                    cross.inNav() + " over " + cross.inCurrency(),
                                    Decimals.quotient(
                                        one.index().value(), other.index().value()))));
      }
    }
    return prices;
  }
}
