package org.evenkeel.shell.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.statement.CycleStatus;
import org.junit.jupiter.api.Test;

class CycleConsoleTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CycleConsole console =
      new CycleConsole(new PrintStream(bytes, true, StandardCharsets.UTF_8), "USDT");

  @Test
  void a_cycle_is_one_line_and_the_second_tells_the_change() {
    console.cycleEnded(
        Cycles.row(CycleStatus.DONE, "", 7), Optional.of(Cycles.statement("1000045.2")), 412);
    console.cycleEnded(
        Cycles.row(CycleStatus.DONE, "", 1), Optional.of(Cycles.statement("1002345.4")), 412);
    console.cycleEnded(
        Cycles.row(CycleStatus.DONE, "", 0), Optional.of(Cycles.statement("1000000")), 412);

    assertThat(lines())
        .containsExactly(
            "2026-01-04T00:00Z DONE    nav 1,000,045 USDT  gross 1.42x  vol 19.8 %  7 orders"
                + "  worst RC gap 0.4 pp  412 ms",
            "2026-01-04T00:00Z DONE    nav 1,002,345 USDT (+0.23 %)  gross 1.42x  vol 19.8 %"
                + "  1 order  worst RC gap 0.4 pp  412 ms",
            "2026-01-04T00:00Z DONE    nav 1,000,000 USDT (-0.23 %)  gross 1.42x  vol 19.8 %"
                + "  0 orders  worst RC gap 0.4 pp  412 ms");
  }

  @Test
  void a_cycle_that_did_not_trade_says_why() {
    console.cycleEnded(
        Cycles.row(CycleStatus.HELD, "estimate refused:\ntoo few bars", 0), Optional.empty(), 412);

    assertThat(lines())
        .containsExactly("2026-01-04T00:00Z HELD    412 ms  estimate refused: too few bars");
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
