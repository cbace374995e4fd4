package org.evenkeel.shell.xchange;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.shell.xchange.binance.Symbol;
import org.evenkeel.shell.xchange.krakenfutures.FuturesSymbol;
import org.evenkeel.shell.xchange.okx.OkxSymbol;
import org.junit.jupiter.api.Test;

/** A contract that settles in a third currency is listed nowhere here, and no adapter takes it for another one. */
class QuantoNamesTest {

  @Test
  void every_venue_with_futures_says_that_it_lists_none() {
    assertThatThrownBy(() -> Symbol.of(InstrumentId.of("ETH-USDT-QUANTOBTC@binance")))
        .hasMessageContaining("Binance lists no contract that settles in a third currency");
    assertThatThrownBy(() -> OkxSymbol.of(InstrumentId.of("ETH-USD-QUANTOBTC@okx")))
        .hasMessageContaining("OKX lists no contract that settles in a third currency");
    assertThatThrownBy(() -> FuturesSymbol.of(InstrumentId.of("ETH-USD-QUANTOBTC@krakenfutures")))
        .hasMessageContaining("Kraken Futures lists no contract that settles in a third currency");
  }
}
