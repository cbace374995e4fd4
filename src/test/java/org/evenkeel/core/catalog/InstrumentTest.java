package org.evenkeel.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.junit.jupiter.api.Test;

class InstrumentTest {

  @Test
  void a_canonical_name_and_its_instrument_are_the_same_thing() {
    for (String name :
        List.of("BTC-USDT-PERP@binance", "1000PEPE-USDC-PERP@okx", "USDC-USDT-SPOT@binance")) {
      Instrument instrument = Instrument.parse(InstrumentId.of(name));
      assertThat(instrument.id()).hasToString(name);
      assertThat(Instrument.parse(instrument.id())).isEqualTo(instrument);
    }
  }

  @Test
  void the_kind_is_a_type() {
    assertThat(Instrument.parse(InstrumentId.of("BTC-USDT-PERP@binance")))
        .isEqualTo(
            new Instrument.LinearPerpetual(Currency.of("BTC"), Samples.USDT, Samples.BINANCE));
    assertThat(Instrument.parse(InstrumentId.of("BTC-USDT-SPOT@binance")))
        .isEqualTo(new Instrument.Spot(Currency.of("BTC"), Samples.USDT, Samples.BINANCE));
  }

  @Test
  void a_dated_future_has_its_day() {
    InstrumentId id = InstrumentId.of("BTC-USDT-20260327@binance");
    assertThat(Instrument.parse(id))
        .isEqualTo(
            new Instrument.DatedFuture(
                Currency.of("BTC"), Samples.USDT, LocalDate.of(2026, 3, 27), Samples.BINANCE));
    assertThat(Instrument.parse(id).id()).isEqualTo(id);
  }

  @Test
  void a_day_that_is_in_no_calendar_is_no_instrument() {
    assertThatThrownBy(() -> Instrument.parse(InstrumentId.of("BTC-USDT-20260231@binance")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BTC-USDT-20260231@binance");
  }
}
