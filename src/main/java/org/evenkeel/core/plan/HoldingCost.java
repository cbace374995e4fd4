package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.core.data.MarginCoins;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Valuation;

/**
 * The expected cost of holding an exposure in an instrument until the next cycle.
 *
 * <p>An inverse contract is held with the coins that back it, which are exposure themselves: traded is the difference
 * between what is wanted and contracts and coins together, and funding is paid for the contracts only. Where the exposure
 * is held elsewhere the coins are hedged by a short of the contract, whose funding counts as well.
 * For example, 40,000 wanted with coins of 25,000 take contracts of 15,000; elsewhere they take 40,000 there and a short
 * of 25,000 here.
 *
 * <p>This class is immutable and thread-safe.
 */
final class HoldingCost {

  /** Digits of an item: parts of a millionth of a cent move no choice that anybody would miss. */
  private static final int DIGITS = 8;

  private static final BigDecimal YEAR_MILLIS = BigDecimal.valueOf(365L * 86_400_000L);

  private final PlanScope scope;
  private final Instant next;
  private final Ratio volatility;
  private final MarginCoins coins;

  /**
   * @param next when the next decision is due
   * @param volatility of the asset in a year, for the impact
   */
  HoldingCost(PlanScope scope, Instant next, Ratio volatility) {
    this.coins = MarginCoins.of(scope.universe(), scope.account(), scope.yardstick());
    this.scope = scope;
    this.next = next;
    this.volatility = volatility;
  }

  /** The exposure that is held in an instrument, with its coins, in NAV currency; nothing in one without a price. */
  Money held(InstrumentId id) {
    return scope.market().spec(id).isPresent() && scope.market().quote(id).isPresent()
        ? scope
            .value(id, Valuation.held(Instrument.parse(id), scope.account()))
            .plus(coins.with(id))
        : Money.zero(scope.nav().currency());
  }

  /** What the coins behind a contract are worth; zero for all but inverse contracts. */
  Money coins(InstrumentId id) {
    return coins.with(id);
  }

  /** Whether anything is held that closing would trade: coins that are hedged within the band are nothing. */
  boolean isHeld(InstrumentId id) {
    BigDecimal hedged =
        coins.with(id).abs().amount().multiply(scope.settings().noTradeBand().value());
    return held(id).abs().amount().compareTo(hedged) > 0;
  }

  /** The cost of a wanted exposure in one of some instruments, of which the others are left. */
  CandidateCost of(InstrumentId id, Money wanted, List<InstrumentId> all) {
    Optional<String> unseen = unseen(id);
    if (unseen.isPresent()) {
      return CandidateCost.unknown(id, unseen.get());
    }
    Money trade = wanted.minus(held(id));
    TradingCost parts = trading(id, trade);
    BigDecimal leaving = BigDecimal.ZERO;
    BigDecimal funding = funding(id, wanted.minus(coins(id)));
    for (InstrumentId other : all) {
      Money held = held(other);
      if (!other.equals(id) && isHeld(other)) {
        leaving = leaving.add(in(trading(other, held).total(), held.abs()));
      }
      funding = other.equals(id) ? funding : funding.add(funding(other, coins(other).negated()));
    }
    BigDecimal basis = BigDecimal.ZERO;
    BigDecimal borrow = BigDecimal.ZERO;
    Instant now = scope.market().receivedAt();
    switch (Instrument.parse(id)) {
      case Instrument.LinearPerpetual perpetual -> {}
      case Instrument.InversePerpetual inverse -> {}
      case Instrument.QuantoPerpetual quanto -> {}
      case Instrument.InverseDatedFuture dated ->
          basis = in(decay(id, dated.expiry(), now), wanted.minus(coins(id)));
      case Instrument.DatedFuture dated -> basis = in(decay(id, dated.expiry(), now), wanted);
      case Instrument.Spot spot -> borrow = in(financing(now), wanted.abs());
    }
    return new CandidateCost(
        id,
        in(parts.fee(), trade.abs()),
        in(parts.spread(), trade.abs()),
        in(parts.impact(), trade.abs()),
        leaving,
        funding,
        basis,
        borrow,
        "");
  }

  /** Funding of contracts until the next cycle; none where no rate is known, which bars the instrument from being chosen. */
  private BigDecimal funding(InstrumentId id, Money contracts) {
    return scope
        .market()
        .funding()
        .ahead(id)
        .map(ahead -> in(new Ratio(ahead.expected(scope.market().receivedAt(), next)), contracts))
        .orElse(BigDecimal.ZERO);
  }

  /** What is not known of an instrument. */
  private Optional<String> unseen(InstrumentId id) {
    Optional<String> missing = Optional.ofNullable(scope.market().funding().missing().get(id));
    boolean isPriced = scope.market().spec(id).isPresent() && scope.market().quote(id).isPresent();
    Optional<FundingOutlook> ahead = scope.market().funding().ahead(id);
    if (isPriced && (!Instrument.isPerpetual(id) || ahead.isPresent())) {
      return Optional.empty();
    }
    return Optional.of(
        missing.orElse(isPriced ? "no funding rate of it was seen" : "no price of it was seen"));
  }

  private TradingCost trading(InstrumentId id, Money value) {
    Instrument instrument = Instrument.parse(id);
    return TradingCost.of(
        value,
        scope.settings().choice().fee(instrument, scope.settings()),
        scope.spec(id),
        scope.quote(id),
        scope.market().series(id),
        volatility);
  }

  /** The part of its distance from the index that a dated contract loses until the next cycle, as a fraction of it. */
  private Ratio decay(InstrumentId id, LocalDate expiry, Instant now) {
    Quote quote = scope.quote(id);
    BigDecimal index = quote.index().value();
    BigDecimal distance = Decimals.quotient(quote.mark().value().subtract(index), index);
    Duration left = Duration.between(now, expiry.atStartOfDay(ZoneOffset.UTC).toInstant());
    Duration held = Duration.between(now, next);
    if (left.compareTo(held) <= 0) {
      return new Ratio(distance);
    }
    return new Ratio(
        Decimals.quotient(
            distance.multiply(BigDecimal.valueOf(held.toMillis())),
            BigDecimal.valueOf(left.toMillis())));
  }

  private Ratio financing(Instant now) {
    return new Ratio(
        Decimals.quotient(
            scope
                .settings()
                .choice()
                .borrow()
                .value()
                .multiply(BigDecimal.valueOf(Duration.between(now, next).toMillis())),
            YEAR_MILLIS));
  }

  private static BigDecimal in(Ratio part, Money value) {
    return Decimals.normal(
        value.amount().multiply(part.value()).setScale(DIGITS, RoundingMode.HALF_EVEN));
  }
}
