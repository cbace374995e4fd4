package org.evenkeel.shell.xchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.FundingFeed;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * Settled funding of Binance USD-M perpetuals, page by page.
 *
 * <p>Source: USD-M documentation, "Get Funding Rate History": ascending from the start time, at most 1000 rows.
 *
 * <p>This class is thread-safe.
 */
public final class BinanceFundingFeed implements FundingFeed {

  /** Rows of one page, the most that the venue gives. */
  static final int PAGE = 1000;

  private static final int MOST_PAGES = 50;

  private final BinanceLink link;
  private final FundingApi api;

  public BinanceFundingFeed(BinanceLink link) {
    this.link = link;
    this.api = link.proxy(FundingApi.class, MarketKind.FUTURES);
  }

  @Override
  public Result<List<FundingRate>> settled(
      InstrumentId instrument, Instant sinceExclusive, Instant untilInclusive) {
    return ReplyRules.judged("the instrument", () -> link.listing().symbol(instrument))
        .then(symbol -> pages(symbol, sinceExclusive, untilInclusive));
  }

  private Result<List<FundingRate>> pages(
      Symbol symbol, Instant sinceExclusive, Instant untilInclusive) {
    if (symbol.market() != MarketKind.FUTURES) {
      return Result.refused(RefusalReason.INVALID_INPUT, symbol.id() + " pays no funding");
    }
    List<FundingRate> all = new ArrayList<>();
    long start = sinceExclusive.toEpochMilli() + 1;
    for (int i = 0; i < MOST_PAGES; i++) {
      if (start > untilInclusive.toEpochMilli()) {
        return Result.ok(List.copyOf(all));
      }
      Result<List<FundingRate>> page = page(symbol, start, untilInclusive.toEpochMilli());
      if (page instanceof Result.Refused<List<FundingRate>>) {
        return page;
      }
      List<FundingRate> rates = page.orThrow();
      all.addAll(rates);
      if (rates.size() < PAGE) {
        return Result.ok(List.copyOf(all));
      }
      start = rates.getLast().settledAt().toEpochMilli() + 1;
    }
    return Result.refused(
        RefusalReason.VENUE_UNAVAILABLE, "the funding does not end after " + MOST_PAGES + " pages");
  }

  private Result<List<FundingRate>> page(Symbol symbol, long start, long end) {
    return ReplyRules.read(
        "the funding of " + symbol.id(),
        link.make(
            Kind.READ,
            MarketKind.FUTURES,
            1,
            "fapi/v1/fundingRate",
            () -> api.fundingRate(symbol.text(), start, end, PAGE)),
        json -> rates(symbol, json));
  }

  private static List<FundingRate> rates(Symbol symbol, JsonNode json) {
    List<FundingRate> rates = new ArrayList<>();
    Instant last = Instant.MIN;
    for (JsonNode row : JsonFields.array(json)) {
      symbol.require(JsonFields.text(row, "symbol"));
      Instant settledAt = JsonFields.time(row, "fundingTime");
      if (!settledAt.isAfter(last)) {
        throw new UnreadableReply("the funding is not in the order of time");
      }
      last = settledAt;
      rates.add(new FundingRate(symbol.id(), settledAt, JsonFields.decimal(row, "fundingRate")));
    }
    return List.copyOf(rates);
  }
}
