package org.evenkeel.shell.xchange.krakenfutures.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.KeyReport;
import org.evenkeel.cycle.Venue;
import org.evenkeel.cycle.WalletTransfers;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.TransferReplies;
import org.evenkeel.shell.xchange.kraken.trade.KrakenVenue;
import org.evenkeel.shell.xchange.krakenfutures.FuturesSymbol;

/**
 * Transfers between Kraken's spot wallet and the multi-collateral wallet of Kraken Futures, each asked for at the side
 * that gives and looked for in that side's history.
 *
 * <p>Source: docs.kraken.com, Spot REST, "Request Wallet Transfer"; Futures, "Initiate withdrawal to Spot wallet" (the key
 * needs full access to transfers; without 'sourceWallet' the money would be taken from the cash wallet).
 *
 * <p>This class is thread-safe.
 */
final class KrakenTransfers implements WalletTransfers {

  /** The wallet that carries linear contracts. */
  private static final String SOURCE = "flex";

  /** No right, no money, or an argument that is not acceptable: nothing was moved. */
  private static final List<String> DEFINITIVE =
      List.of(
          "insufficientFunds",
          "invalidAmount",
          "invalidArgument",
          "requiredArgumentMissing",
          "authenticationError",
          "accountInactive");

  private final KrakenVenue spot;
  private final KrakenFuturesVenue futures;
  private final FuturesCalls calls;

  KrakenTransfers(KrakenVenue spot, KrakenFuturesVenue futures, FuturesCalls calls) {
    this.spot = spot;
    this.futures = futures;
    this.calls = calls;
  }

  @Override
  public List<Wallet> wallets() {
    return List.of(
        Wallet.spot(spot.capabilities().venue()), Wallet.futures(futures.capabilities().venue()));
  }

  /** The spot side needs no right that the adapter does not need anyway. */
  @Override
  public Optional<Refusal> objection(WalletTransfer transfer) {
    if (!isFromFutures(transfer)) {
      return Optional.empty();
    }
    return switch (futures.keyRights().read()) {
      case Result.Refused<KeyReport> refused -> Optional.of(refused.refusal());
      case Result.Ok<KeyReport> ok ->
          ok.value().transferOut() == KeyReport.Answer.NO
              ? Optional.of(
                  Refusal.of(
                      RefusalReason.VENUE_REJECTED,
                      "the key has no full access to transfers, which krakenfutures asks for to move money to the spot"
                          + " wallet; give the key that right at the venue, or move the money on the venue's page"))
              : Optional.empty();
    };
  }

  private static boolean isFromFutures(WalletTransfer transfer) {
    return transfer.from().purse().carriesMargin();
  }

  @Override
  public Outcome send(WalletTransfer transfer) {
    return isFromFutures(transfer) ? withdraw(transfer) : spot.transfers().send(transfer);
  }

  private Outcome withdraw(WalletTransfer transfer) {
    return TransferReplies.sent(
        calls.tell(
            Kind.REDUCE_CANCEL,
            100,
            "withdrawal",
            (api, s) ->
                api.withdrawal(
                    FuturesSymbol.coin(transfer.amount().currency()).toLowerCase(Locale.ROOT),
                    transfer.amount().amount().toPlainString(),
                    SOURCE,
                    s.apiKey(),
                    s.nonce(),
                    s.authent())),
        DEFINITIVE::contains,
        json -> JsonFields.text(json, "uid"));
  }

  @Override
  public Result<List<Made>> history(WalletTransfer like, Instant since) {
    Venue giving = isFromFutures(like) ? futures : spot;
    return giving
        .cashFlows(since)
        .map(
            flows ->
                flows.stream()
                    .filter(flow -> flow.kind() == CashFlow.Kind.WITHDRAWAL)
                    .filter(flow -> flow.wallet().equals(like.from()))
                    .filter(flow -> flow.amount().currency().equals(like.amount().currency()))
                    .map(
                        flow ->
                            new Made(
                                flow.id(),
                                flow.amount().negated(),
                                flow.venueTime(),
                                Progress.DONE))
                    .toList());
  }

  @Override
  public Optional<Duration> appearsWithin() {
    VenueCapabilities futuresSide = futures.capabilities();
    Duration there = futuresSide.absenceDelay();
    Duration here = spot.transfers().appearsWithin();
    return Optional.of(there.compareTo(here) > 0 ? there : here);
  }
}
