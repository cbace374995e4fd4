package org.evenkeel.cycle;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.core.statement.RequestRow;

/**
 * The request for a transfer that raises risk, for which two persons are needed.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class TransferRequests implements RequestHandler {

  private static final String KIND = "wallet-transfer";

  private final TransferRecords records;

  TransferRequests(TransferRecords records) {
    this.records = records;
  }

  /** The request for a transfer. */
  public static Request of(WalletTransfer transfer) {
    return new Request(
        KIND,
        "transfer of " + transfer,
        transfer.from()
            + " "
            + transfer.to()
            + " "
            + transfer.amount().currency()
            + " "
            + transfer.amount().amount().toPlainString());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Result<Work> prepare(RequestRow row) {
    String[] words = row.request().payload().split(" ", 4);
    WalletTransfer transfer =
        new WalletTransfer(
            new Wallet(words[0]),
            new Wallet(words[1]),
            new Money(new BigDecimal(words[3]), Currency.of(words[2])));
    return Result.ok(
        () -> "transfer " + records.enter(transfer, row) + " of " + transfer + " will be sent");
  }
}
