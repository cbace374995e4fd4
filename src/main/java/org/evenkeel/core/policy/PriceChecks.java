package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.data.Quote;

/**
 * Whether an order's price is near enough to every fair price that is known, and made from a quote that is new enough.
 *
 * <p>A price outside of the collar is refused, never clipped. Source: RTS 6, article 15(1)(a).
 *
 * <p>This class is immutable and thread-safe.
 */
record PriceChecks(Limits limits) {

  /** Against the mark, the index, the middle of the book and the last trade. */
  Optional<Refusal> collar(Price limitPrice, Quote quote) {
    return price(limitPrice, "mark", quote.mark())
        .or(() -> price(limitPrice, "index", quote.index()))
        .or(() -> price(limitPrice, "mid", quote.mid()))
        .or(() -> quote.last().flatMap(last -> price(limitPrice, "last trade", last)));
  }

  private Optional<Refusal> price(Price limitPrice, String name, Price fair) {
    BigDecimal distance =
        Decimals.quotient(limitPrice.value().subtract(fair.value()).abs(), fair.value());
    return distance.compareTo(limits.priceCollar().value()) <= 0
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalReason.LIMIT,
                "limit price "
                    + limitPrice
                    + " is further than "
                    + limits.priceCollar()
                    + " from the "
                    + name
                    + " "
                    + fair));
  }

  /** The quote's age by our clock and by the venue's, and how far the two are apart. */
  Optional<Refusal> freshness(Quote quote, Instant now, Duration clockOffset) {
    Duration sinceReceived = Duration.between(quote.receivedAt(), now);
    // A frozen feed repeats an old book: just received, and old by the venue's own clock.
    Duration sinceTrue = Duration.between(quote.venueTime(), now.minus(clockOffset));
    Duration age = sinceReceived.compareTo(sinceTrue) >= 0 ? sinceReceived : sinceTrue;
    if (age.compareTo(limits.maxQuoteAge()) > 0) {
      return Optional.of(
          Refusal.of(
              RefusalReason.DATA_STALE,
              "the quote of " + quote.instrument() + " is " + age.toMillis() + " ms old"));
    }
    return clockOffset.abs().compareTo(limits.maxClockOffset()) <= 0
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalReason.CLOCK_OFFSET,
                "our clock is "
                    + clockOffset.toMillis()
                    + " ms off the venue's; at most "
                    + limits.maxClockOffset().toMillis()
                    + " ms are allowed: synchronize this host's clock"));
  }
}
