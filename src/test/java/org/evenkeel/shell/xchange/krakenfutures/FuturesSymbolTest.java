package org.evenkeel.shell.xchange.krakenfutures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.recorded.Decoders;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuturesSymbolTest {

  private static final String ENTRY =
      """
      {"instruments":[{"symbol":"FF_XBTUSD_260327","type":"flexible_futures","tickSize":0.5,
       "contractSize":1,"tradeable":true,"maxPositionSize":1000,"postOnly":false,
       "isExpired":false,"lastTradingTime":"2026-03-27T16:00:00.000Z",
       "contractValueTradePrecision":4}]}""";

  @ParameterizedTest
  @CsvSource({
    "BTC-USD-PERP@krakenfutures, PF_XBTUSD",
    "ETH-USD-PERP@krakenfutures, PF_ETHUSD",
    "PEPE-USD-PERP@krakenfutures, PF_PEPEUSD"
  })
  void perpetuals_have_a_symbol_and_back(String id, String symbol) {
    assertThat(FuturesSymbol.of(InstrumentId.of(id)).text()).isEqualTo(symbol);
    assertThat(FuturesSymbol.nameOf(symbol, "krakenfutures")).contains(InstrumentId.of(id));
  }

  @Test
  void a_dated_contract_is_recognized_with_its_date_and_never_taken_for_the_perpetual() {
    assertThat(FuturesSymbol.nameOf("FF_XBTUSD_260327", "krakenfutures"))
        .contains(InstrumentId.of("BTC-USD-20260327@krakenfutures"));
    assertThat(FuturesSymbol.of(InstrumentId.of("BTC-USD-20260327@krakenfutures")).text())
        .isEqualTo("FF_XBTUSD_260327");
  }

  @ParameterizedTest
  @CsvSource({"PI_XBTUSD", "FI_XBTUSD_260327", "PF_XBTUSD_260327", "FF_XBTUSD", "in_xbtusd"})
  void what_is_inverse_or_odd_has_no_name(String symbol) {
    assertThat(FuturesSymbol.nameOf(symbol, "krakenfutures")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"BTC-USDT-PERP@krakenfutures", "BTC-USD-SPOT@krakenfutures"})
  void what_kraken_futures_has_not_is_refused(String id) {
    assertThatThrownBy(() -> FuturesSymbol.of(InstrumentId.of(id)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_contract_whose_listing_ends_on_another_day_or_that_has_expired_does_not_trade() {
    FuturesSymbol symbol = FuturesSymbol.of(InstrumentId.of("BTC-USD-20260327@krakenfutures"));
    assertThat(spec(symbol, ENTRY).isTrading()).isTrue();
    assertThat(spec(symbol, ENTRY.replace("isExpired\":false", "isExpired\":true")).isTrading())
        .isFalse();
    for (String other :
        List.of(
            ENTRY.replace("2026-03-27T", "2026-06-26T"),
            ENTRY.replace("lastTradingTime", "unknown"),
            ENTRY.replace("flexible_futures", "futures_inverse"))) {
      assertThatThrownBy(() -> spec(symbol, other)).isInstanceOf(UnreadableReply.class);
    }
  }

  /** That is how the venue announces its end. */
  @Test
  void a_perpetual_with_a_last_trading_time_ends_then() {
    InstrumentSpec ending =
        spec(
            FuturesSymbol.of(InstrumentId.of("BTC-USD-PERP@krakenfutures")),
            ENTRY.replace("FF_XBTUSD_260327", "PF_XBTUSD"));
    assertThat(ending.listing().lastTradingTime()).isPresent();
  }

  private static InstrumentSpec spec(FuturesSymbol symbol, String listing) {
    return FuturesListing.spec(symbol, Decoders.json(listing).path("instruments").path(0));
  }
}
