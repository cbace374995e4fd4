package org.evenkeel.core.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

  static Stream<Arguments> good() {
    return Stream.of(
        arguments(InstrumentId::of, "BTC-USDT-PERP@binance"),
        arguments(InstrumentId::of, "1000SHIB-USDT-PERP@binance"),
        arguments(InstrumentId::of, "USDC-USDT-SPOT@binance"),
        arguments(InstrumentId::of, "BTC-USDT-20260327@okx-eu"),
        arguments(Currency::of, "USDT"),
        arguments(VenueId::of, "binance"),
        arguments(SleeveId::of, "btc-carry"),
        arguments(SleeveClass::of, "majors"),
        arguments(ClientOrderId::of, "ek4f7q2k9x0c1d2e3f"),
        arguments(CycleId::of, "default/2026-01-31T00:00:00Z"),
        arguments(CycleId::of, "default/2026-01-31T00:00:00.123456789Z#1"),
        arguments(IntentId::of, "default/2026-01-31T00:00:00Z|BTC-USDT-PERP@binance|0"),
        arguments(TradeId::of, "698759"),
        arguments(VenueOrderId::of, "8886774"),
        arguments(RunId::of, "20260131T000000Z-4f7q"));
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        arguments(InstrumentId::of, "BTCUSDT"),
        arguments(InstrumentId::of, "BTC-USDT-PERP"),
        arguments(InstrumentId::of, "btc-USDT-PERP@binance"),
        arguments(InstrumentId::of, "BTC-USDT-SWAP@binance"),
        arguments(InstrumentId::of, "BTC-USDT-PERP@Binance"),
        arguments(InstrumentId::of, "BTC-USDT-PERP@binance\n"),
        arguments(Currency::of, "usdt"),
        arguments(Currency::of, "U"),
        arguments(Currency::of, ""),
        arguments(VenueId::of, "b"),
        arguments(SleeveId::of, "Btc"),
        arguments(SleeveClass::of, "1majors"),
        arguments(ClientOrderId::of, "ek4f7q2k9x0c1d2e3fg"),
        arguments(ClientOrderId::of, "ek-4f7q"),
        arguments(ClientOrderId::of, ""),
        arguments(CycleId::of, "default"),
        arguments(CycleId::of, "default/tomorrow"),
        arguments(IntentId::of, "ab"),
        arguments(IntentId::of, "    "),
        arguments(TradeId::of, ""),
        arguments(TradeId::of, " "),
        arguments(VenueOrderId::of, "\t"),
        arguments(VenueOrderId::of, ""),
        arguments(RunId::of, "a b c d"));
  }

  private static Arguments arguments(Function<String, Object> type, String text) {
    return Arguments.of(type, text);
  }

  @ParameterizedTest
  @MethodSource("good")
  void a_well_formed_text_is_taken_and_given_back(Function<String, Object> type, String text) {
    assertThat(type.apply(text)).hasToString(text);
    assertThat(type.apply(text)).isEqualTo(type.apply(text));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void a_malformed_text_is_refused_with_an_example(Function<String, Object> type, String text) {
    assertThatThrownBy(() -> type.apply(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("for example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BTC-USDT-PERP@binance",
        "AA-BB-SPOT@ab",
        "ZZZZZZZZZZZZ-ZZZZZZZZZZZZ-PERP@abcdefghijklmnopqrst"
      })
  void an_intent_id_has_room_for_the_longest_instrument(String instrument) {
    String cycle = "abcdefghijabcdefghijabcdefghijab/2026-01-31T00:00:00.123456789Z#1";
    assertThatCode(() -> IntentId.of(CycleId.of(cycle) + "|" + instrument + "|1234"))
        .doesNotThrowAnyException();
  }
}
