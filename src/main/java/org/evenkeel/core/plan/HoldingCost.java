package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Valuation;

/**
 * The expected cost of holding an exposure in an instrument until the next cycle.
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

  /**
   * @param next when the next decision is due
   * @param volatility of the asset in a year, for the impact
   */
  HoldingCost(PlanScope scope, Instant next, Ratio volatility) {
    this.scope = scope;
    this.next = next;
    this.volatility = volatility;
  }

  /** What is held of an instrument, in NAV currency; nothing of one without a price. */
  Money held(InstrumentId id) {
    return scope.market().spec(id).isPresent() && scope.market().quote(id).isPresent()
        ? scope.value(id, Valuation.held(Instrument.parse(id), scope.account()))
        : Money.zero(scope.nav().currency());
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
    for (InstrumentId other : all) {
      Money held = held(other);
      if (!other.equals(id) && !held.isZero()) {
        leaving = leaving.add(in(trading(other, held).total(), held.abs()));
      }
    }
    BigDecimal funding = BigDecimal.ZERO;
    BigDecimal basis = BigDecimal.ZERO;
    BigDecimal borrow = BigDecimal.ZERO;
    Instant now = scope.market().receivedAt();
    switch (Instrument.parse(id)) {
      case Instrument.LinearPerpetual perpetual ->
          funding =
              in(
                  new Ratio(scope.market().funding().ahead(id).orElseThrow().expected(now, next)),
                  wanted);
      case Instrument.InversePerpetual inverse ->
          throw new IllegalStateException(id + " is margined in coins and stands for nothing");
      case Instrument.InverseDatedFuture inverse ->
          throw new IllegalStateException(id + " is margined in coins and stands for nothing");
      case Instrument.DatedFuture dated -> basis = in(decay(dated, now), wanted);
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

  /** What is not known of an instrument. */
  private Optional<String> unseen(InstrumentId id) {
    Optional<String> missing = Optional.ofNullable(scope.market().funding().missing().get(id));
    boolean isPriced = scope.market().spec(id).isPresent() && scope.market().quote(id).isPresent();
    boolean isPerpetual = Instrument.parse(id) instanceof Instrument.LinearPerpetual;
    Optional<FundingOutlook> ahead = scope.market().funding().ahead(id);
    if (isPriced && (!isPerpetual || ahead.isPresent())) {
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
  private Ratio decay(Instrument.DatedFuture dated, Instant now) {
    Quote quote = scope.quote(dated.id());
    BigDecimal index = quote.index().value();
    BigDecimal distance = Decimals.quotient(quote.mark().value().subtract(index), index);
    Duration left = Duration.between(now, dated.expiry().atStartOfDay(ZoneOffset.UTC).toInstant());
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
