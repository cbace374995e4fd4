package org.evenkeel.shell.xchange.krakenfutures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.core.basics.InstrumentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuturesSymbolTest {

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
    assertThatThrownBy(() -> FuturesSymbol.of(InstrumentId.of("BTC-USD-20260327@krakenfutures")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FF_XBTUSD_260327");
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
}
