package org.evenkeel.shell.xchange.kraken;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.ListingStatus;
import org.evenkeel.recorded.Decoders;
import org.junit.jupiter.api.Test;

class SpotMarketDecodersTest {

  private static final Pair PAIR = Pair.of(InstrumentId.of("BTC-USD-SPOT@kraken"));
  private static final KrakenRefusals NO = new KrakenRefusals();

  @Test
  void specifications() {
    Decoders.fuzz(
        "spot specification",
        NO,
        """
        {"error":[],"result":{"XXBTZUSD":{"altname":"XBTUSD","wsname":"XBT/USD","base":"XXBT",
         "quote":"ZUSD","pair_decimals":1,"lot_decimals":8,"lot_multiplier":1,"ordermin":"0.00005",
         "costmin":"0.5","tick_size":"0.1","status":"online"}}}""",
        json -> KrakenMarketData.specs(List.of(PAIR), json, ListingStatus.TRADING));
  }

  @Test
  void tickers() {
    Decoders.fuzz(
        "spot ticker",
        NO,
        """
        {"error":[],"result":{"XXBTZUSD":{"a":["30300.10000","1","1.000"],
         "b":["30300.00000","1","1.000"],"c":["30303.20000","0.00067643"]}}}""",
        json -> KrakenMarketData.quotes(List.of(PAIR), json, Instant.EPOCH, Instant.EPOCH));
  }

  @Test
  void candles() {
    Decoders.fuzz(
        "spot candles",
        NO,
        """
        {"error":[],"result":{"XXBTZUSD":[
         [1688670000,"30306.1","30306.2","30305.7","30305.8","30306.1","3.39243896",23],
         [1688673600,"30304.5","30304.5","30300.0","30300.1","30300.0","4.42996871",18]],
         "last":1688673600}}""",
        json ->
            KrakenMarketData.series(
                PAIR, json, Duration.ofHours(1), 1_688_670_000L, 1_688_673_600L));
  }
}
