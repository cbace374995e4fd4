package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.WalletTransfers;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.TransferReplies;
import org.evenkeel.shell.xchange.binance.BinanceLink;

/**
 * Transfers between the spot and the USD-M wallet of one Binance account.
 *
 * <p>The request carries the moment of its sending and a window, after which the venue refuses it.
 *
 * <p>Source: wallet documentation, "User Universal Transfer" (MAIN_UMFUTURE and UMFUTURE_MAIN; the key must permit
 * universal transfer) and "Query User Universal Transfer History" (CONFIRMED, FAILED, PENDING; 100 rows, six months).
 *
 * <p>This class is thread-safe.
 */
final class BinanceTransfers implements WalletTransfers {

  private static final int PAGE = 100;
  private static final int MOST_PAGES = 20;

  /** No authority, no balance, or a parameter that is not acceptable: nothing was moved. */
  private static final String DEFINITIVE = "-(1002|1022|1[12][0-9]{2}|2014|2015|5013|9000)";

  private final BinanceLink link;
  private final SignedCalls calls;
  private final VenueCapabilities capabilities;

  BinanceTransfers(BinanceLink link, SignedCalls calls, VenueCapabilities capabilities) {
    this.link = link;
    this.calls = calls;
    this.capabilities = capabilities;
  }

  @Override
  public List<Wallet> wallets() {
    VenueId venue = capabilities.venue();
    return List.of(Wallet.spot(venue), Wallet.futures(venue));
  }

  @Override
  public Optional<Refusal> objection(WalletTransfer transfer) {
    Result<Boolean> isPermitted =
        ReplyRules.read(
            "the key's rights",
            calls.askWallet(
                "sapi/v1/account/apiRestrictions",
                (api, s) ->
                    api.apiRestrictions(s.recvWindow(), s.timestamp(), s.apiKey(), s.signature())),
            json -> JsonFields.flag(json, "permitsUniversalTransfer"));
    return switch (isPermitted) {
      case Result.Refused<Boolean> refused -> Optional.of(refused.refusal());
      case Result.Ok<Boolean> ok ->
          ok.value()
              ? Optional.empty()
              : Optional.of(
                  Refusal.of(
                      RefusalReason.VENUE_REJECTED,
                      "the key may not move money between the account's own wallets; switch on 'Permits Universal"
                          + " Transfer' for it at "
                          + capabilities.venue()
                          + ", which lets nothing leave the account, or move the money on the venue's page"));
    };
  }

  @Override
  public Outcome send(WalletTransfer transfer) {
    // Measured here, because inside of a call it is too late.
    Instant unused = link.estimatedVenueTime();
    SignedCalls.Signed signed = calls.signedNow();
    return TransferReplies.sent(
        calls.tellWallet(
            Kind.REDUCE_CANCEL,
            "sapi/v1/asset/transfer",
            signed,
            (api, s) ->
                api.transfer(
                    type(transfer),
                    transfer.amount().currency().value(),
                    transfer.amount().amount().toPlainString(),
                    s.recvWindow(),
                    s.timestamp(),
                    s.apiKey(),
                    s.signature())),
        code -> code.matches(DEFINITIVE),
        json -> JsonFields.text(json, "tranId"));
  }

  private static String type(WalletTransfer transfer) {
    return transfer.to().purse().carriesMargin() ? "MAIN_UMFUTURE" : "UMFUTURE_MAIN";
  }

  @Override
  public Result<List<Made>> history(WalletTransfer like, Instant since) {
    List<Made> made = new ArrayList<>();
    long until = link.latestVenueTime().toEpochMilli();
    for (int page = 1; page <= MOST_PAGES; page++) {
      int number = page;
      Result<Integer> read =
          ReplyRules.read(
              "the transfers",
              calls.askWallet(
                  "sapi/v1/asset/transfer",
                  (api, s) ->
                      api.transfers(
                          type(like),
                          since.toEpochMilli(),
                          until,
                          number,
                          PAGE,
                          s.recvWindow(),
                          s.timestamp(),
                          s.apiKey(),
                          s.signature())),
              json -> add(json, like, made));
      if (read instanceof Result.Refused<Integer> refused) {
        return Result.refused(refused.refusal());
      }
      if (read.orThrow() < PAGE) {
        return Result.ok(made.stream().sorted(Comparator.comparing(Made::at)).toList());
      }
    }
    return Result.refused(
        RefusalReason.VENUE_UNAVAILABLE, "the transfers do not end after " + MOST_PAGES + " pages");
  }

  private static int add(JsonNode json, WalletTransfer like, List<Made> made) {
    if (json.path("total").asLong() == 0) {
      return 0;
    }
    JsonNode rows = JsonFields.array(json, "rows");
    for (JsonNode row : rows) {
      Money amount =
          new Money(JsonFields.decimal(row, "amount"), Currency.of(JsonFields.text(row, "asset")));
      if (amount.currency().equals(like.amount().currency())) {
        made.add(
            new Made(
                JsonFields.text(row, "tranId"),
                amount,
                JsonFields.time(row, "timestamp"),
                progress(JsonFields.text(row, "status"))));
      }
    }
    return rows.size();
  }

  /** A word that is not documented proves nothing. */
  private static Progress progress(String status) {
    return switch (status) {
      case "CONFIRMED" -> Progress.DONE;
      case "FAILED" -> Progress.FAILED;
      default -> Progress.PENDING;
    };
  }

  @Override
  public Optional<Duration> appearsWithin() {
    return Optional.of(link.settings().readWindow().plus(capabilities.absenceDelay()));
  }
}
