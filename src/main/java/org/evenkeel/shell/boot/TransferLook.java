package org.evenkeel.shell.boot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.policy.RiskChange;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.cycle.Clock;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.TransferPreview;
import org.evenkeel.shell.cli.TransferWish;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;

/** A look at what a transfer would do, at the venue's account. */
final class TransferLook {

  private final AppConfig config;

  TransferLook(AppConfig config) {
    this.config = config;
  }

  /** The preview; refused by {@link CommandFailed} where there is nothing to move. */
  TransferPreview of(TransferWish wish) {
    if (config.mode() instanceof ModeSettings.Paper) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "refused: a paper account has no venue that could move money between its wallets");
    }
    WalletTransfer transfer =
        new WalletTransfer(wallet(wish, true), wallet(wish, false), wish.amount());
    boolean raises = RiskChange.ofTransfer(wish.from(), wish.to());
    try (Graph graph = Graphs.withoutDatabase(config);
        Clock.Hold held = graph.clock().hold()) {
      return switch (graph.venues().account()) {
        case Result.Ok<AccountSnapshot> ok -> seen(transfer, raises, ok.value());
        case Result.Refused<AccountSnapshot> refused ->
            unseen(transfer, raises, refused.refusal().detail());
      };
    } catch (CommandFailed e) {
      return unseen(transfer, raises, String.valueOf(e.getMessage()));
    }
  }

  private Wallet wallet(TransferWish wish, boolean isSource) {
    return switch (TransferWays.wallet(
        config.venue().capabilities(), wish.venue(), isSource ? wish.from() : wish.to())) {
      case Result.Ok<Wallet> ok -> ok.value();
      case Result.Refused<Wallet> refused ->
          throw new CommandFailed(ExitCode.REFUSED, "refused: " + refused.refusal().detail());
    };
  }

  private static TransferPreview unseen(WalletTransfer transfer, boolean raises, String why) {
    return new TransferPreview(
        transfer, raises, List.of(), "the wallets cannot be read now: " + why, Optional.empty());
  }

  private static TransferPreview seen(
      WalletTransfer transfer, boolean raises, AccountSnapshot account) {
    Currency currency = transfer.amount().currency();
    BigDecimal moved = transfer.amount().amount();
    BigDecimal free = available(account, transfer.from(), currency);
    List<String> lines = new ArrayList<>();
    lines.add(line(transfer.from(), account, currency, moved.negate()));
    lines.add(line(transfer.to(), account, currency, moved));
    Optional<Refusal> objection =
        moved.compareTo(free) > 0
            ? Optional.of(
                Refusal.of(
                    RefusalReason.INSUFFICIENT_FUNDS,
                    free.toPlainString()
                        + " "
                        + currency
                        + " can be taken from "
                        + transfer.from()
                        + " now, asked for are "
                        + moved.toPlainString()))
            : Optional.empty();
    return new TransferPreview(
        transfer, raises, lines, raises ? "liquidation comes nearer" : "", objection);
  }

  private static BigDecimal available(AccountSnapshot account, Wallet wallet, Currency currency) {
    return account.balances().stream()
        .filter(one -> one.wallet().equals(wallet) && one.currency().equals(currency))
        .map(Balance::available)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String line(
      Wallet wallet, AccountSnapshot account, Currency currency, BigDecimal change) {
    BigDecimal now = account.total(wallet, currency);
    return wallet
        + ": "
        + Decimals.normal(now).toPlainString()
        + " -> "
        + Decimals.normal(now.add(change)).toPlainString()
        + " "
        + currency
        + ", available "
        + available(account, wallet, currency).toPlainString();
  }
}
