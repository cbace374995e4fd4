package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.evenkeel.core.statement.ErrandRow;
import org.junit.jupiter.api.Test;

/** Orders, books, capital and coins by hand: what is previewed, who is asked, and what is refused. */
class HandsCommandsTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  @Test
  void one_order_is_canceled_by_an_errand_that_names_it() {
    assertThat(evenkeel.execute("cancel", "web1", "--reason", "not mine")).isZero();
    assertThat(evenkeel.out).contains("order web1: not known here; the venues are asked");
    assertThat(evenkeel.bot.calls).contains("cancel web1 by ann: not mine");
    assertThat(evenkeel.execute("cancel", "web1")).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void what_is_not_known_is_neither_adopted_nor_balanced() {
    assertThat(evenkeel.execute("adopt", "web1", "--reason", "mine"))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(evenkeel.err).contains("no order web1 that is not ours is known as open");
    assertThat(
            evenkeel.execute("book", "balance-trade", "BTC-USDT-PERP@binance", "--reason", "mine"))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(evenkeel.err).contains("no difference in the position of BTC-USDT-PERP@binance");
  }

  @Test
  void an_execution_is_looked_for_by_an_errand() {
    assertThat(
            evenkeel.execute("book", "fill", "BTC-USDT-PERP@binance", "7", "--reason", "missing"))
        .isZero();
    assertThat(evenkeel.bot.calls).contains("book fill BTC-USDT-PERP@binance 7 by ann: missing");
    evenkeel.bot.errands =
        List.of(
            new ErrandRow(5, "cancel", "web1", "ann: not mine", Instant.EPOCH, "it is gone"),
            new ErrandRow(6, "reconcile", "", "ann: look", Instant.EPOCH, ""));
    assertThat(evenkeel.execute("errands")).isZero();
    assertThat(evenkeel.out).contains("cancel web1", "it is gone", "waits for the daemon");
  }

  @Test
  void less_capital_needs_one_person_and_more_needs_two() {
    assertThat(evenkeel.execute("capital", "set", "50000", "USDT", "--reason", "less")).isZero();
    assertThat(evenkeel.out).contains("limit max_capital_nav_currency: none -> 50000");
    assertThat(evenkeel.execute("capital", "set", "60000", "--reason", "more"))
        .isEqualTo(ExitCode.NEEDS_APPROVAL.code());
    assertThat(evenkeel.execute("capital", "set", "60000", "EUR", "--reason", "more"))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(evenkeel.execute("capital", "confirm", "60000", "--reason", "a gift"))
        .isEqualTo(ExitCode.NEEDS_APPROVAL.code());
  }

  @Test
  void a_larger_haircut_needs_one_person_a_smaller_one_and_trust_need_two() {
    assertThat(
            evenkeel.execute("stablecoin", "haircut", "set", "USDT", "0.2", "--reason", "rumours"))
        .isZero();
    assertThat(
            evenkeel.execute("stablecoin", "haircut", "set", "USDT", "0.1", "--reason", "calmer"))
        .isEqualTo(ExitCode.NEEDS_APPROVAL.code());
    assertThat(evenkeel.execute("stablecoin", "trust", "USDT", "--for", "2h", "--reason", "at par"))
        .isEqualTo(ExitCode.NEEDS_APPROVAL.code());
    assertThat(evenkeel.execute("stablecoin", "trust", "XYZ", "--for", "2h", "--reason", "at par"))
        .isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void a_venue_is_limited_by_an_override_of_it() {
    assertThat(
            evenkeel.execute(
                "venue", "limit", "set", "binance", "40%", "--expires", "2d", "--reason", "less"))
        .as(evenkeel.err)
        .isZero();
    assertThat(evenkeel.bot.overrides.get(0).scope().toString()).isEqualTo("venue binance");
  }
}
