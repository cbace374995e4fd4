package org.evenkeel.shell.simvenue.paper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.cycle.FundingFeed;
import org.evenkeel.shell.simvenue.market.FundingEvent;
import org.jspecify.annotations.Nullable;

/**
 * When settled funding is asked for, and what of it the exchange gets to see.
 *
 * <p>Funding settles on full hours and is published some seconds late, so it is asked for at the first use in an hour and
 * then once a minute during the hour's first ten minutes. Each question goes a day back: the exchange books each
 * settlement once, on what was held when it settled.
 *
 * <p>Not thread-safe: the venue guards it.
 */
final class FundingDue {

  private static final Duration PUBLICATION = Duration.ofMinutes(10);
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final Duration OVERLAP = Duration.ofDays(1);

  private final FundingFeed feed;
  private @Nullable Instant asked;

  FundingDue(FundingFeed feed) {
    this.feed = feed;
  }

  /** What was settled since the exchange last saw an hour go by; empty if it is not yet time to ask again. */
  Result<List<FundingEvent>> since(long tickedMs, List<InstrumentId> perpetuals, Instant now) {
    if (!isDue(now)) {
      return Result.ok(List.of());
    }
    Instant from = Instant.ofEpochMilli(tickedMs).minus(OVERLAP);
    List<FundingEvent> events = new ArrayList<>();
    for (InstrumentId id : perpetuals) {
      Result<List<FundingRate>> settled = feed.settled(id, from, now);
      if (settled instanceof Result.Refused<List<FundingRate>> refused) {
        return Result.refused(refused.refusal());
      }
      String symbol = Naming.series(id).symbol();
      for (FundingRate rate : settled.orThrow()) {
        events.add(new FundingEvent(rate.settledAt().toEpochMilli(), symbol, rate.rate()));
      }
    }
    asked = now;
    events.sort(Comparator.comparingLong(FundingEvent::timeMs).thenComparing(FundingEvent::symbol));
    return Result.ok(List.copyOf(events));
  }

  private boolean isDue(Instant now) {
    Instant last = asked;
    if (last == null || hour(now) != hour(last)) {
      return true;
    }
    boolean isPublishing =
        now.toEpochMilli() - hour(now) * Duration.ofHours(1).toMillis() < PUBLICATION.toMillis();
    return isPublishing && Duration.between(last, now).compareTo(AGAIN) >= 0;
  }

  private static long hour(Instant time) {
    return Math.floorDiv(time.toEpochMilli(), Duration.ofHours(1).toMillis());
  }
}
