package org.evenkeel.shell.xchange.krakenfutures;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.FundingFeed;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;

/**
 * Funding of Kraken's perpetuals, all of it in one answer.
 *
 * <p>The relative rate is a fraction of the notional, positive when longs pay; the absolute one, in USD per contract, is
 * not used.
 *
 * <p>Source: docs.kraken.com, Futures, "Historical funding rates". This class is thread-safe.
 */
public final class KrakenFuturesFundingFeed implements FundingFeed {

  private final KrakenFuturesLink link;
  private final FuturesMarketApi market;

  public KrakenFuturesFundingFeed(KrakenFuturesLink link) {
    this.link = link;
    this.market = link.proxy(FuturesMarketApi.class);
  }

  @Override
  public Result<List<FundingRate>> settled(
      InstrumentId instrument, Instant sinceExclusive, Instant untilInclusive) {
    return ReplyRules.judged("the instrument", () -> FuturesSymbol.of(instrument))
        .then(
            symbol ->
                symbol.instrument() instanceof Instrument.DatedFuture
                    ? Result.ok(List.of())
                    : published(symbol, sinceExclusive, untilInclusive));
  }

  private Result<List<FundingRate>> published(FuturesSymbol symbol, Instant since, Instant until) {
    return ReplyRules.read(
        "the funding of " + symbol.id(),
        link.make(
            Kind.READ,
            KrakenFuturesLink.FUTURES,
            1,
            "historicalfundingrates",
            () -> market.historicalFundingRates(symbol.text())),
        json -> between(rates(symbol.id(), json), since, until));
  }

  private static List<FundingRate> between(List<FundingRate> all, Instant since, Instant until) {
    return all.stream()
        .filter(rate -> rate.settledAt().isAfter(since) && !rate.settledAt().isAfter(until))
        .toList();
  }

  /** Oldest first, however the answer has them. */
  static List<FundingRate> rates(InstrumentId id, JsonNode json) {
    TreeMap<Instant, FundingRate> rates = new TreeMap<>();
    for (JsonNode row : JsonFields.array(json, "rates")) {
      Instant at = JsonFields.isoTime(row, "timestamp");
      rates.put(at, new FundingRate(id, at, JsonFields.decimal(row, "relativeFundingRate")));
    }
    return List.copyOf(rates.values());
  }
}
