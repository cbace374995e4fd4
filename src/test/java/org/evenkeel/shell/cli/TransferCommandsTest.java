package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.data.Purse;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.settle.TransferEntry;
import org.evenkeel.core.settle.TransferState;
import org.evenkeel.core.settle.WalletTransfer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transfers on the command line: shown before they are asked for, by one person or by two. */
class TransferCommandsTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  @BeforeEach
  void venue() {
    evenkeel.bot.wished = wish -> preview(wish, Optional.empty());
  }

  private static TransferPreview preview(TransferWish wish, Optional<Refusal> objection) {
    return new TransferPreview(
        new WalletTransfer(
            Wallet.of(wish.from(), wish.venue()),
            Wallet.of(wish.to(), wish.venue()),
            wish.amount()),
        wish.from() == Purse.FUTURES,
        List.of("SPOT@binance: 400 -> 300 USDT"),
        "",
        objection);
  }

  private int transfer(String from, String to, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "transfer",
                "--venue",
                "binance",
                "--asset",
                "USDT",
                "--amount",
                "100",
                "--from",
                from,
                "--to",
                to,
                "--reason",
                "margin"));
    words.addAll(List.of(more));
    return evenkeel.execute(words.toArray(new String[0]));
  }

  @Test
  void it_is_shown_and_asked_for() {
    assertThat(transfer("spot", "futures")).isZero();

    assertThat(evenkeel.out)
        .contains("SPOT@binance: 400 -> 300 USDT")
        .contains("recorded as transfer 3");
    assertThat(evenkeel.bot.calls)
        .contains("transfer of 100 USDT from SPOT@binance to FUTURES@binance by ann: margin");
  }

  @Test
  void a_dry_run_and_a_refusal_ask_for_nothing() {
    assertThat(transfer("spot", "futures", "--dry-run", "--json")).isZero();
    assertThat(evenkeel.out).contains("\"raisesRisk\" : false");
    evenkeel.bot.wished =
        wish ->
            preview(
                wish,
                Optional.of(Refusal.of(RefusalReason.INSUFFICIENT_FUNDS, "only 50 are there")));

    assertThat(transfer("spot", "futures")).isEqualTo(ExitCode.REFUSED.code());

    assertThat(evenkeel.err).contains("only 50 are there");
    assertThat(evenkeel.bot.calls).isEmpty();
  }

  @Test
  void words_that_mean_nothing_are_refused() {
    assertThat(transfer("spot", "spot")).isEqualTo(ExitCode.USAGE.code());
    assertThat(transfer("spot", "savings")).isEqualTo(ExitCode.USAGE.code());
    assertThat(transfer("spot", "futures", "--amount", "-1")).isEqualTo(ExitCode.USAGE.code());
    assertThat(evenkeel.bot.calls).isEmpty();
  }

  @Test
  void away_from_the_margin_it_needs_a_second_person_where_orders_are_signed(@TempDir Path folder)
      throws Exception {
    Path identities = Files.writeString(folder.resolve("identities"), "");
    Path config = Files.createDirectories(folder.resolve("config")).resolve("signed.yml");
    String rehearsal =
        Files.readString(Path.of("config/rehearsal.yml"))
            .replace(
                "venues/binance.yml",
                Path.of("config/venues/binance.yml").toAbsolutePath().toString());
    Files.writeString(
        config,
        """
        %s
        authority:
          identities: %s
        """
            .formatted(rehearsal, identities));

    assertThat(transfer("futures", "spot", "--config", config.toString()))
        .as(evenkeel.err)
        .isEqualTo(ExitCode.NEEDS_APPROVAL.code());
    assertThat(evenkeel.bot.requests.requests(true).get(0).request().subject())
        .isEqualTo("transfer of 100 USDT from FUTURES@binance to SPOT@binance");
    assertThat(transfer("spot", "futures", "--config", config.toString())).isZero();
  }

  @Test
  void the_list_says_how_far_each_has_come_and_one_can_be_given_up() {
    evenkeel.bot.transfers =
        List.of(
            new TransferEntry(
                3,
                new WalletTransfer(Wallets.SPOT, Wallets.FUTURES, Money.of("100", "USDT")),
                "ann",
                "",
                "margin",
                Instant.parse("2026-11-05T11:00:00Z"),
                false,
                TransferState.UNKNOWN,
                Optional.of(Instant.parse("2026-11-05T11:00:05Z")),
                "",
                "no usable answer"));

    assertThat(evenkeel.execute("transfers")).isZero();
    assertThat(evenkeel.out).contains("UNKNOWN").contains("ann: margin").contains("no usable");
    assertThat(evenkeel.execute("transfers", "--json")).isZero();
    assertThat(evenkeel.out).contains("\"state\" : \"UNKNOWN\"");
    assertThat(evenkeel.execute("transfers", "give-up", "9", "--reason", "x"))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(evenkeel.execute("transfers", "give-up", "3", "--reason", "not there")).isZero();
    assertThat(evenkeel.bot.calls).contains("give up 3 by ann: not there");
  }
}
