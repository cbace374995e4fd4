package org.evenkeel.shell.xchange.okx;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.cycle.FundingFeed;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * Settled funding of OKX's swaps, page by page from the newest to the oldest; the venue keeps about three months.
 *
 * <p>What counts is the rate that was settled ('realizedRate'), not the one that was forecast ('fundingRate').
 *
 * <p>This class is thread-safe.
 */
public final class OkxFundingFeed implements FundingFeed {

  /** Rows of one page. */
  static final int PAGE = 100;

  private static final int MOST_PAGES = 50;

  private final OkxLink link;
  private final OkxMarketApi api;

  public OkxFundingFeed(OkxLink link) {
    this.link = link;
    this.api = link.proxy(OkxMarketApi.class);
  }

  @Override
  public Result<List<FundingRate>> settled(
      InstrumentId instrument, Instant sinceExclusive, Instant untilInclusive) {
    return ReplyRules.judged("the instrument", () -> OkxSymbol.of(instrument))
        .then(symbol -> pages(symbol, sinceExclusive, untilInclusive));
  }

  private Result<List<FundingRate>> pages(OkxSymbol symbol, Instant since, Instant until) {
    if (symbol.kind() != OkxKind.SWAP) {
      return Result.refused(RefusalReason.INVALID_INPUT, symbol.id() + " pays no funding");
    }
    List<FundingRate> all = new ArrayList<>();
    long after = until.toEpochMilli() + 1;
    for (int i = 0; i < MOST_PAGES; i++) {
      Result<List<FundingRate>> page = page(symbol, after);
      if (page instanceof Result.Refused<List<FundingRate>>) {
        return page;
      }
      List<FundingRate> rates = page.orThrow();
      rates.stream().filter(rate -> rate.settledAt().isAfter(since)).forEach(all::add);
      boolean isEnd = rates.size() < PAGE || !rates.getLast().settledAt().isAfter(since);
      if (isEnd) {
        Collections.reverse(all);
        return Result.ok(List.copyOf(all));
      }
      after = rates.getLast().settledAt().toEpochMilli();
    }
    return Result.refused(
        RefusalReason.VENUE_UNAVAILABLE, "the funding does not end after " + MOST_PAGES + " pages");
  }

  private Result<List<FundingRate>> page(OkxSymbol symbol, long after) {
    return ReplyRules.read(
        "the funding of " + symbol.id(),
        link.ask(
            2,
            "api/v5/public/funding-rate-history",
            () -> api.fundingHistory(symbol.instId(), after, PAGE)),
        json -> rates(symbol, json, after));
  }

  static List<FundingRate> rates(OkxSymbol symbol, JsonNode json, long after) {
    List<FundingRate> rates = new ArrayList<>();
    long last = after;
    for (JsonNode row : OkxFields.rows(json)) {
      symbol.require(JsonFields.text(row, "instId"));
      Instant settledAt = OkxFields.time(row, "fundingTime");
      if (settledAt.toEpochMilli() >= last) {
        throw new UnreadableReply("the funding is not in the order of time, newest first");
      }
      last = settledAt.toEpochMilli();
      rates.add(new FundingRate(symbol.id(), settledAt, OkxFields.decimal(row, "realizedRate")));
    }
    return List.copyOf(rates);
  }
}
