package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.statement.MarginRow;
import org.evenkeel.shell.cli.print.MarginLines;
import org.junit.jupiter.api.Test;

class MarginLinesTest {

  private static MarginRow row(String name, String rate, boolean isUntold, String source) {
    return new MarginRow(
        name,
        new BigDecimal("12000000"),
        new BigDecimal(rate),
        new BigDecimal("0.025"),
        Optional.of(new BigDecimal("48000000")).filter(most -> !isUntold),
        isUntold,
        source);
  }

  @Test
  void what_is_dearer_than_configured_and_what_is_not_told_is_shown_and_nothing_else() {
    MarginRow dearer = row("BTC-USDT-PERP@okx", "0.0312", false, "told by the venue at noon");
    MarginRow usual = row("ETH-USDT-PERP@okx", "0.025", false, "told by the venue at noon");
    MarginRow untold = row("SOL-USDT-PERP@binance", "0.025", true, "no key");

    assertThat(MarginLines.of(List.of(dearer, usual, untold)).lines().map(String::strip))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("BTC-USDT-PERP@okx", "12,000,000", "3.1 %", "2.5 %", "48,000,000"))
        .anySatisfy(line -> assertThat(line).contains("SOL-USDT-PERP@binance", "no key"))
        .noneSatisfy(line -> assertThat(line).contains("ETH"));
    assertThat(MarginLines.of(List.of(usual))).isEmpty();
  }
}
