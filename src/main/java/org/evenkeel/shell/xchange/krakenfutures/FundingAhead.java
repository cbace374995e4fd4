package org.evenkeel.shell.xchange.krakenfutures;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * The funding of the hour that runs, from the tickers of Kraken Futures.
 *
 * <p>The ticker's rate is in USD for a contract and an hour; over the mark price it is the fraction of the notional that all
 * others publish. For example 0.65 USD at a mark of 65,000 USD are 0.00001 an hour, 0.00024 a day.
 *
 * <p>This class is stateless and thread-safe.
 */
final class FundingAhead {

  private static final Duration HOUR = Duration.ofHours(1);

  private FundingAhead() {}

  static List<FundingOutlook> read(List<FuturesSymbol> symbols, JsonNode json) {
    Instant at = JsonFields.isoTime(json, "serverTime");
    TreeMap<String, JsonNode> bySymbol = new TreeMap<>();
    for (JsonNode ticker : JsonFields.array(json, "tickers")) {
      bySymbol.put(JsonFields.text(ticker, "symbol"), ticker);
    }
    List<FundingOutlook> found = new ArrayList<>();
    for (FuturesSymbol symbol : symbols) {
      JsonNode ticker = bySymbol.get(symbol.text());
      if (ticker == null || !ticker.has("fundingRate")) {
        throw new UnreadableReply("there is no funding rate of " + symbol.id());
      }
      if (!(symbol.instrument() instanceof Instrument.LinearPerpetual)) {
        throw new UnreadableReply(
            symbol.id() + " is no linear perpetual; its rate has another unit");
      }
      BigDecimal mark = JsonFields.decimal(ticker, "markPrice");
      if (mark.signum() <= 0) {
        throw new UnreadableReply(symbol.id() + " has no mark price to relate its funding to");
      }
      found.add(
          new FundingOutlook(
              symbol.id(),
              Decimals.quotient(JsonFields.decimal(ticker, "fundingRate"), mark),
              at.truncatedTo(ChronoUnit.HOURS).plus(HOUR),
              HOUR));
    }
    return List.copyOf(found);
  }
}
