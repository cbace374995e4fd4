package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.Purse;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.core.statement.Status;
import org.evenkeel.cycle.TransferRequests;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks for money to be moved between the wallets of one venue. */
@Command(
    name = "transfer",
    description = {
      "Move money between the wallets of one venue; the daemon sends it once, between cycles.",
      "Away from the futures wallet it raises risk and waits for a second person where orders are signed."
    })
final class TransferCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(
      names = "--venue",
      required = true,
      paramLabel = "VENUE",
      description = "Such as binance.")
  String venue = "";

  @Option(names = "--asset", required = true, paramLabel = "CODE", description = "Such as USDT.")
  String asset = "";

  @Option(names = "--amount", required = true, paramLabel = "AMOUNT", description = "How much.")
  BigDecimal amount = BigDecimal.ZERO;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "WALLET",
      description = "spot or futures.")
  String from = "";

  @Option(names = "--to", required = true, paramLabel = "WALLET", description = "spot or futures.")
  String to = "";

  @Option(names = "--dry-run", description = "Only show what it would do.")
  boolean dryRun;

  @Mixin final ReasonOption reason = new ReasonOption();

  TransferCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    AppConfig config = cli.config();
    TransferPreview preview = cli.operations().transferPreview(config, wish());
    if (dryRun) {
      cli.answer(preview, TransferPreview::text);
    } else {
      cli.preview(preview.text());
    }
    preview
        .objection()
        .ifPresent(
            why -> {
              throw new CommandFailed(ExitCode.REFUSED, "refused: " + why.detail());
            });
    return dryRun
        ? ExitCode.DONE.code()
        : cli.inSession(session -> order(config, session, preview));
  }

  private TransferWish wish() {
    Purse source = purse("--from", from);
    Purse target = purse("--to", to);
    if (source == target) {
      throw new CommandFailed(
          ExitCode.USAGE, "found --from " + from + " and --to " + to + "; they must differ");
    }
    if (amount.signum() <= 0) {
      throw new CommandFailed(
          ExitCode.USAGE, "found --amount " + amount + "; it must be above zero");
    }
    try {
      return new TransferWish(
          VenueId.of(venue), new Money(amount, Currency.of(asset)), source, target);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private static Purse purse(String option, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "spot" -> Purse.SPOT;
      case "futures" -> Purse.FUTURES;
      default ->
          throw new CommandFailed(
              ExitCode.USAGE, "found " + option + " " + text + "; it is spot or futures");
    };
  }

  private void order(AppConfig config, Session session, TransferPreview preview) {
    WalletTransfer transfer = preview.transfer();
    String why = reason.text();
    if (config.authority().isSigned() && preview.raisesRisk()) {
      throw ApprovalCommands.ask(cli, session, TransferRequests.of(transfer), why);
    }
    Status status = session.records().status();
    String when =
        status.daemon().equals("RUNNING")
            ? "sent within seconds, between cycles"
            : "the daemon is down; sent at its start if that is soon";
    Change change =
        new Change("transfer", "none", transfer.toString(), when, cli.options().author, why);
    cli.carryOut(
        change,
        () -> new Asked(session.controls().requestTransfer(transfer, change.author(), why), change),
        asked -> "recorded as transfer " + asked.number() + "; see 'evenkeel transfers'");
  }

  /** A transfer that was asked for, with its number. */
  record Asked(long number, Change change) {}
}
