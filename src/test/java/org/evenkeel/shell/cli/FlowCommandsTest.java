package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.statement.RequestRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that came and went: what one person may say of it, and what needs two. */
class FlowCommandsTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  private static FlowEntry entry(long number, CashFlow.Kind kind, String amount) {
    return new FlowEntry(
        number,
        new CashFlow(
            "88",
            kind,
            kind == CashFlow.Kind.TRANSFER ? Wallets.FUTURES : Wallets.SPOT,
            Money.of(amount, "USDT"),
            Instant.parse("2026-11-05T11:00:00Z")),
        Optional.empty());
  }

  @BeforeEach
  void flows() {
    FlowEntry said = entry(4, CashFlow.Kind.WITHDRAWAL, "-7");
    evenkeel.bot.flows =
        List.of(
            entry(1, CashFlow.Kind.DEPOSIT, "5000"),
            entry(2, CashFlow.Kind.WITHDRAWAL, "-300.5"),
            entry(3, CashFlow.Kind.TRANSFER, "20"),
            new FlowEntry(
                4,
                said.flow(),
                Optional.of(
                    new FlowEntry.Classification(
                        FlowClass.FOREIGN_TRADE, "ann", "", "swap", Instant.EPOCH))));
  }

  @Test
  void the_list_says_what_is_explained_and_what_is_held_out() {
    assertThat(evenkeel.execute("flows")).isZero();
    assertThat(evenkeel.out)
        .contains("5000 USDT  NO: held out of sizing")
        .contains("-300.5 USDT  NO")
        .contains("between own wallets")
        .contains("foreign-trade by ann: swap");
    assertThat(evenkeel.execute("flows", "list", "--json")).isZero();
    assertThat(evenkeel.out).contains("\"number\"").contains("\"DEPOSIT\"");
  }

  @Test
  void money_that_came_waits_for_a_second_person() {
    assertThat(evenkeel.execute("flows", "classify", "1", "--as", "deposit", "--reason", "capital"))
        .isEqualTo(ExitCode.NEEDS_APPROVAL.code());
    List<RequestRow> asked = evenkeel.bot.requests.requests(true);
    assertThat(asked).extracting(RequestRow::author).containsExactly("ann");
    assertThat(asked.get(0).request().subject()).isEqualTo("flow 1 as deposit");
    assertThat(asked.get(0).request().payload()).contains("5000 USDT");
    assertThat(evenkeel.bot.calls).containsExactly("close");
  }

  @Test
  void money_that_left_is_explained_by_one() {
    assertThat(evenkeel.execute("flows", "classify", "2", "--as", "withdrawal", "--reason", "rent"))
        .isZero();
    assertThat(evenkeel.bot.calls).contains("flow 2 WITHDRAWAL by ann: rent");
  }

  @Test
  void what_needs_no_explanation_is_refused() {
    for (String number : List.of("3", "4", "9")) {
      assertThat(evenkeel.execute("flows", "classify", number, "--as", "deposit", "--reason", "x"))
          .isEqualTo(ExitCode.REFUSED.code());
    }
    assertThat(evenkeel.execute("flows", "classify", "1", "--as", "gift", "--reason", "x"))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(evenkeel.bot.requests.requests(true)).isEmpty();
  }

  @Test
  void a_difference_is_booked_only_by_two() {
    assertThat(
            evenkeel.execute(
                "flows",
                "adjust",
                "--wallet",
                "FUTURES@binance",
                "--currency",
                "USDT",
                "--amount",
                "-12.5",
                "--reason",
                "fee of the venue's mail"))
        .isEqualTo(ExitCode.NEEDS_APPROVAL.code());
    assertThat(evenkeel.bot.requests.requests(true).get(0).request().payload())
        .isEqualTo("FUTURES@binance USDT -12.5");
  }
}
