package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.statement.CostRow;
import org.evenkeel.core.statement.OrderDetail;
import org.evenkeel.core.statement.Shortfall;
import org.junit.jupiter.api.Test;

class OrdersShowCommandTest {

  private static final Instant AT = Instant.parse("2026-01-20T00:00:00.123Z");

  private final CommandLineRig evenkeel = new CommandLineRig();

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static OrderDetail filled() {
    return new OrderDetail(
        Samples.orders().get(0),
        new OrderDetail.Sent(
            "CYCLE|BTC|0", 2, "IOC", AT, AT.plusSeconds(5), "cafe", Optional.of("8886774"), "run"),
        List.of(
            new OrderDetail.Step(
                AT, "committed", Optional.empty(), "PENDING_NEW", BigDecimal.ZERO, ""),
            new OrderDetail.Step(
                AT.plusMillis(7),
                "closed",
                Optional.of("PENDING_NEW"),
                "SETTLING",
                number("0.012"),
                "by the answer")),
        List.of(
            new OrderDetail.Execution(
                "7", 2, AT, number("0.012"), number("86900.1"), number("0.42"), "USDT", false)),
        Optional.of(
            new OrderDetail.Market(
                number("86890"), number("86899"), number("86901"), "IOC", "configured")),
        Optional.of(
            new CostRow(
                "x",
                1,
                number("1042.68"),
                new Shortfall(
                    number("0.12"), number("0.012"), number("-0.0108"), number("0.42"), 0),
                number("0.5412"),
                number("0.6"),
                BigDecimal.ZERO)));
  }

  @Test
  void everything_stored_about_an_order_is_shown() {
    evenkeel.bot.details = List.of(filled());
    assertThat(evenkeel.execute("orders", "show", "ek4f7q2k9x0c1d2e3f")).as(evenkeel.err).isZero();
    assertThat(evenkeel.out)
        .contains(
            "intent      CYCLE|BTC|0, order 2 for it\n",
            "IOC, signed 2026-01-20T00:00:00.123Z, valid until 2026-01-20T00:00:05.123Z\n",
            "venue's id  8886774\n",
            "corrected, version 2",
            "market      decided at 86890, met 86899 / 86901; worked as IOC: configured\n",
            "delay 0.12, spread 0.012, impact -0.0108, fees 0.42; the planner reckoned with 0.6\n");
    assertThat(evenkeel.out.lines())
        .anyMatch(
            line ->
                line.matches(
                    "2026-01-20T00:00:00.130Z +closed +PENDING_NEW +SETTLING +0.012 +by the answer"));
  }

  @Test
  void an_order_without_fills_says_so() {
    OrderDetail all = filled();
    evenkeel.bot.details =
        List.of(
            new OrderDetail(
                all.row(), all.sent(), all.steps(), List.of(), Optional.empty(), Optional.empty()));
    evenkeel.execute("orders", "show", "ek4f7q2k9x0c1d2e3f");
    assertThat(evenkeel.out).endsWith("\nno fills are booked\n");
  }

  @Test
  void programs_read_the_same_in_json() {
    evenkeel.bot.details = List.of(filled());
    assertThat(evenkeel.execute("orders", "show", "ek4f7q2k9x0c1d2e3f", "--json")).isZero();
    assertThat(evenkeel.out)
        .contains("\"steps\"", "\"venueOrderId\" : \"8886774\"", "\"delay\" : 0.12");
  }

  @Test
  void an_unknown_order_is_a_mistake_of_the_asker() {
    assertThat(evenkeel.execute("orders", "show", "ek1")).isEqualTo(2);
    assertThat(evenkeel.err).startsWith("no order 'ek1'; look at 'evenkeel orders'\n");
  }
}
