package org.evenkeel.shell.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.settle.Fill;

/**
 * The venue's list of fills: by trade id, in small pages of which any may fail, late, and not for ever.
 *
 * <p>The reading is that of the adapters: page after page from an id on, until a page is not full.
 */
final class SimFills {

  private final VenueLine line;
  private final VenueTruth truth;
  private final VenueTerms terms;
  private final Map<TradeId, Duration> lags = new TreeMap<>();

  SimFills(VenueLine line, VenueTruth truth, VenueTerms terms) {
    this.line = line;
    this.truth = truth;
    this.terms = terms;
  }

  /** How much later than it happened a fill is shown. */
  void delay(Fill fill, Duration lag) {
    if (!lag.isZero()) {
      lags.put(fill.tradeId(), lag);
    }
  }

  Result<List<Fill>> since(InstrumentId instrument, Optional<TradeId> from, Instant since) {
    return line.ask("fills", () -> pages(instrument, from, since));
  }

  private Result<List<Fill>> pages(InstrumentId instrument, Optional<TradeId> from, Instant since) {
    List<Fill> all = new ArrayList<>();
    long next = from.map(id -> Long.parseLong(id.value())).orElse(0L);
    Instant earliest = from.isPresent() ? Instant.EPOCH : since;
    while (true) {
      List<Fill> page = page(instrument, next, earliest);
      all.addAll(page);
      if (page.size() < terms.page()) {
        return Result.ok(List.copyOf(all));
      }
      if (line.isLost()) {
        return Result.refused(RefusalReason.VENUE_UNAVAILABLE, "a page was not answered");
      }
      next = Long.parseLong(page.get(page.size() - 1).tradeId().value()) + 1;
    }
  }

  /** One page: the oldest fills that are visible, from an id on. */
  private List<Fill> page(InstrumentId instrument, long from, Instant since) {
    List<Fill> page = new ArrayList<>();
    Instant now = line.now();
    Instant forgotten = now.minus(terms.forgetsFills());
    for (Fill fill : truth.fills) {
      if (page.size() < terms.page()
          && fill.instrument().equals(instrument)
          && Long.parseLong(fill.tradeId().value()) >= from
          && !fill.venueTime().isBefore(since)
          && !fill.venueTime().isBefore(forgotten)
          && !fill.venueTime()
              .plus(lags.getOrDefault(fill.tradeId(), Duration.ZERO))
              .isAfter(now)) {
        page.add(fill);
      }
    }
    return page;
  }
}
