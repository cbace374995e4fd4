package org.evenkeel.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "BTC-USDT-SPOT@binance, coins",
    "BTC-USDT-PERP@binance, perpetuals",
    "ETH-USD-QUANTOBTC@elsewhere, perpetuals",
    "BTC-USD-INVERSE@okx, perpetuals",
    "BTC-USDT-20260626@binance, dated",
    "BTC-USD-INVERSE20260626@okx, dated"
  })
  void every_kind_of_contract_has_one_style(String name, String style) {
    Instrument instrument = Instrument.parse(InstrumentId.of(name));
    assertThat(StyleSettings.ofKind(instrument, "perpetuals", "dated", "coins")).isEqualTo(style);
  }
}
