package org.evenkeel.shell.xchange.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.junit.jupiter.api.Test;

class OkxSymbolTest {

  private static final Map<String, String> NAMES =
      new TreeMap<>(
          Map.of(
              "BTC-USDT-SPOT@okx", "BTC-USDT",
              "BTC-USDT-PERP@okx", "BTC-USDT-SWAP",
              "BTC-USDT-20260327@okx", "BTC-USDT-260327",
              "BTC-USD-INVERSE@okx", "BTC-USD-SWAP",
              "BTC-USD-INVERSE20260327@okx", "BTC-USD-260327"));

  @Test
  void our_name_and_the_venues_stand_for_each_other() {
    NAMES.forEach(
        (ours, theirs) -> {
          InstrumentId id = InstrumentId.of(ours);
          assertThat(OkxSymbol.of(id).instId()).isEqualTo(theirs);
          assertThat(OkxSymbol.nameOf(theirs)).contains(id);
        });
  }

  @Test
  void a_contract_is_not_taken_for_one_of_the_other_kind() {
    Map<String, String> advice =
        new TreeMap<>(
            Map.of(
                "BTC-USD-PERP@okx", "BTC-USD-INVERSE@okx",
                "BTC-USD-20260327@okx", "BTC-USD-INVERSE20260327@okx",
                "BTC-USDT-INVERSE@okx", "BTC-USDT-PERP@okx"));
    advice.forEach(
        (wrong, right) ->
            assertThatThrownBy(() -> OkxSymbol.of(InstrumentId.of(wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write " + right));
  }
}
