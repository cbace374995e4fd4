package org.evenkeel.shell.xchange.kraken.trade;

import java.time.Duration;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.WalletTransfers.Outcome;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.TransferReplies;
import org.evenkeel.shell.xchange.kraken.Pair;

/**
 * The spot side of transfers at Kraken: from the spot wallet to that of Kraken Futures, and no other way.
 *
 * <p>A request whose nonce is below that of one that was taken in later is refused, so it does not come late.
 *
 * <p>Source: docs.kraken.com, Spot REST, "Request Wallet Transfer" (the key needs 'Funds permissions - Query').
 *
 * <p>This class is thread-safe.
 */
public final class SpotTransfers {

  /** No right, no money, or an argument that is not acceptable: nothing was moved. */
  private static final String DEFINITIVE =
      "(EFunding\\..*|EGeneral\\.(Invalid_arguments.*|Permission_denied.*)|EAPI\\.Invalid_(key|signature|nonce).*)";

  private final SpotCalls calls;
  private final VenueCapabilities capabilities;

  SpotTransfers(SpotCalls calls, VenueCapabilities capabilities) {
    this.calls = calls;
    this.capabilities = capabilities;
  }

  /** Sends a transfer to the futures wallet once. */
  public Outcome send(WalletTransfer transfer) {
    return TransferReplies.sent(
        calls.tell(
            Kind.REDUCE_CANCEL,
            1,
            "WalletTransfer",
            (api, s) ->
                api.walletTransfer(
                    s.nonce(),
                    Pair.asset(transfer.amount().currency()),
                    "Spot Wallet",
                    "Futures Wallet",
                    transfer.amount().amount().toPlainString(),
                    s.apiKey(),
                    s.sign())),
        code -> code.matches(DEFINITIVE),
        json -> JsonFields.text(json.path("result"), "refid"));
  }

  /** How long after its sending one can still appear. */
  public Duration appearsWithin() {
    return capabilities.absenceDelay();
  }
}
