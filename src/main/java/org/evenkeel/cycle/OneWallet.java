package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.settle.WalletTransfer;

/**
 * A venue at which there is nothing to transfer: it has one wallet, or the other one cannot be reached from here.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param wallet the only one
 * @param why what a person is told
 */
public record OneWallet(Wallet wallet, String why) implements WalletTransfers {

  /** A venue whose one wallet pays for coins and carries futures. */
  public static OneWallet unified(Wallet wallet) {
    return new OneWallet(
        wallet,
        wallet.venue()
            + " has one wallet, which pays for coins and carries futures as well; there is nothing to transfer");
  }

  @Override
  public List<Wallet> wallets() {
    return List.of(wallet);
  }

  @Override
  public Optional<Refusal> objection(WalletTransfer transfer) {
    return Optional.of(refusal());
  }

  @Override
  public Outcome send(WalletTransfer transfer) {
    return new Outcome.Rejected("NOT_SENT", why);
  }

  @Override
  public Result<List<Made>> history(WalletTransfer like, Instant since) {
    return Result.refused(refusal());
  }

  @Override
  public Optional<Duration> appearsWithin() {
    return Optional.of(Duration.ZERO);
  }

  private Refusal refusal() {
    return Refusal.of(RefusalReason.VENUE_REJECTED, why);
  }
}
