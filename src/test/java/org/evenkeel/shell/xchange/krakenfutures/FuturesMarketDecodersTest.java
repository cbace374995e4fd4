package org.evenkeel.shell.xchange.krakenfutures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.recorded.Decoders;
import org.junit.jupiter.api.Test;

class FuturesMarketDecodersTest {

  private static final InstrumentId BTC = InstrumentId.of("BTC-USD-PERP@krakenfutures");
  private static final FuturesSymbol SYMBOL = FuturesSymbol.of(BTC);
  private static final KrakenFuturesRefusals NO = new KrakenFuturesRefusals();

  @Test
  void specifications() {
    Decoders.fuzz(
        "specification",
        NO,
        """
        {"instruments":[{"symbol":"PF_XBTUSD","type":"flexible_futures","tickSize":0.5,
         "contractSize":1,"tradeable":true,"maxPositionSize":1000.5,"postOnly":false,
         "contractValueTradePrecision":4}]}""",
        json -> FuturesListing.spec(SYMBOL, json.path("instruments").path(0)));
  }

  @Test
  void tickers() {
    Decoders.fuzz(
        "tickers",
        NO,
        """
        {"result":"success","serverTime":"2026-02-27T17:03:33.196Z","tickers":[
         {"symbol":"PF_XBTUSD","markPrice":20000.5,"indexPrice":20001,"bid":20000,"ask":20001,
          "suspended":false},{"symbol":"in_xbtusd","last":1}]}""",
        json -> KrakenFuturesMarketData.quotes(List.of(SYMBOL), json, Instant.EPOCH));
  }

  @Test
  void candles() {
    Decoders.fuzz(
        "candles",
        NO,
        """
        {"candles":[{"time":1731715200000,"open":"91069","high":"91373.5","low":"90956",
          "close":"91045.5","volume":"31.5"},{"time":1731718800000,"open":"91045.5",
          "high":"91488.5","low":"91045.5","close":"91415","volume":"2407"}],"more_candles":false}""",
        json -> CandleReader.bars(BTC, json, 1731715200000L, 1731718800000L, Duration.ofHours(1)));
  }

  @Test
  void funding() {
    Decoders.fuzz(
        "funding",
        NO,
        """
        {"result":"success","rates":[{"timestamp":"2025-07-11T08:00:00.000Z",
         "relativeFundingRate":0.0001,"fundingRate":5e-05}]}""",
        json -> KrakenFuturesFundingFeed.rates(BTC, json));
  }
}
