package org.evenkeel.shell.xchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;

/**
 * The funding that Binance announces for the next settlement of USD-M perpetuals.
 *
 * <p>'premiumIndex' calls the rate of the settlement to come 'lastFundingRate'; how often a contract is settled stands in
 * 'fundingInfo' unless it is every eight hours.
 *
 * <p>Source: USD-M documentation, "Mark Price" and "Get Funding Rate Info". This class is thread-safe.
 */
final class FundingAhead {

  private static final int USUAL_HOURS = 8;

  private final BinanceLink link;
  private final FuturesMarketApi futures;
  private final FundingApi api;

  FundingAhead(BinanceLink link) {
    this.link = link;
    this.futures = link.proxy(FuturesMarketApi.class, MarketKind.FUTURES);
    this.api = link.proxy(FundingApi.class, MarketKind.FUTURES);
  }

  Result<List<FundingOutlook>> of(List<Symbol> symbols) {
    return ReplyRules.read(
            "the settlement hours of funding",
            link.make(Kind.READ, MarketKind.FUTURES, 1, "fapi/v1/fundingInfo", api::fundingInfo),
            FundingAhead::hours)
        .then(
            hours -> {
              List<FundingOutlook> found = new ArrayList<>();
              for (Symbol symbol : symbols) {
                switch (one(symbol, hours.getOrDefault(symbol.text(), USUAL_HOURS))) {
                  case Result.Ok<FundingOutlook> ok -> found.add(ok.value());
                  case Result.Refused<FundingOutlook> no -> {
                    return Result.refused(no.refusal());
                  }
                }
              }
              return Result.ok(List.copyOf(found));
            });
  }

  private Result<FundingOutlook> one(Symbol symbol, int hours) {
    return ReplyRules.read(
        "the funding of " + symbol.id(),
        link.make(
            Kind.READ,
            MarketKind.FUTURES,
            1,
            "fapi/v1/premiumIndex",
            () -> futures.premiumIndex(symbol.text())),
        json -> outlook(symbol, json, hours));
  }

  private static Map<String, Integer> hours(JsonNode json) {
    TreeMap<String, Integer> hours = new TreeMap<>();
    for (JsonNode row : json) {
      hours.put(
          JsonFields.text(row, "symbol"),
          JsonFields.decimal(row, "fundingIntervalHours").intValueExact());
    }
    return hours;
  }

  static FundingOutlook outlook(Symbol symbol, JsonNode json, int hours) {
    Instant next = JsonFields.time(json, "nextFundingTime");
    return new FundingOutlook(
        symbol.id(), JsonFields.decimal(json, "lastFundingRate"), next, Duration.ofHours(hours));
  }
}
