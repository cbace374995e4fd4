package org.evenkeel.shell.simvenue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.shell.simvenue.DialectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

  @Test
  void a_fault_is_ordered_in_a_line_with_a_value_and_a_count() {
    assertThat(Fault.Order.parse("POST /fapi/v1/order lostAck 3"))
        .isEqualTo(
            new Fault.Order(new Fault("POST", "/fapi/v1/order", Fault.Kind.LOST_ACK, ""), 3));
    assertThat(Fault.Order.parse("  GET   * delayMs=400 "))
        .isEqualTo(new Fault.Order(new Fault("GET", "*", Fault.Kind.DELAY, "400"), 1));
    assertThat(Fault.Order.parse("* * redirect=http://127.0.0.1:9 2").fault().value())
        .isEqualTo("http://127.0.0.1:9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "POST",
        "POST /x",
        "POST /x lostAck 0",
        "POST /x lostAck -1",
        "POST /x lostAck 1 2",
        "POST /x novel",
        "POST /x delayMs=soon",
        "POST /x LOST_ACK"
      })
  void what_is_no_fault_is_refused_with_how_it_is_written(String text) {
    assertThatThrownBy(() -> Fault.Order.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).*(lostAck|whole number).*");
  }

  @ParameterizedTest
  @EnumSource(DialectName.class)
  void every_dialect_is_found_by_its_name(DialectName name) {
    assertThat(DialectName.of(name.toString())).isEqualTo(name);
  }

  @Test
  void an_unknown_dialect_is_refused_with_the_names_that_there_are() {
    assertThatThrownBy(() -> DialectName.of("BINANCE"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("binance, okx, kraken, kraken-futures");
  }
}
