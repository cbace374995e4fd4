package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.KeyReport;
import org.evenkeel.cycle.KeyReport.Answer;
import org.evenkeel.cycle.KeyRights;
import org.evenkeel.shell.xchange.Environments;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.binance.BinanceLink;

/**
 * What Binance says of a key.
 *
 * <p>Source: "Get API Key Permission" (sapi/v1/account/apiRestrictions); 'enableInternalTransfer' sends money between
 * accounts, 'permitsUniversalTransfer' only between the wallets of one. The uid is the spot account's. A key without a
 * list of addresses loses its right to trade at 'tradingAuthorityExpirationTime'.
 *
 * <p>This class is thread-safe.
 */
final class BinanceKeyRights implements KeyRights {

  private final BinanceLink link;
  private final SignedCalls calls;

  BinanceKeyRights(BinanceLink link, SignedCalls calls) {
    this.link = link;
    this.calls = calls;
  }

  @Override
  public Result<KeyReport> read() {
    return ReplyRules.read("the account's uid", account(), BinanceKeyRights::uid)
        .then(
            uid ->
                ReplyRules.read(
                    "the key's rights",
                    calls.askWallet(
                        "sapi/v1/account/apiRestrictions",
                        (api, s) ->
                            api.apiRestrictions(
                                s.recvWindow(), s.timestamp(), s.apiKey(), s.signature())),
                    json -> report(uid, json)));
  }

  private Reply account() {
    return calls.askSpot(
        20,
        "api/v3/account",
        (api, s) -> api.account(s.recvWindow(), s.timestamp(), s.apiKey(), s.signature()));
  }

  private static Optional<String> uid(JsonNode json) {
    return json.has("uid") ? Optional.of(JsonFields.text(json, "uid")) : Optional.empty();
  }

  private KeyReport report(Optional<String> uid, JsonNode json) {
    boolean mayTrade =
        JsonFields.flag(json, "enableReading")
            && JsonFields.flag(json, "enableSpotAndMarginTrading")
            && JsonFields.flag(json, "enableFutures");
    Optional<Instant> expiry =
        json.path("tradingAuthorityExpirationTime").asLong() > 0
            ? Optional.of(JsonFields.time(json, "tradingAuthorityExpirationTime"))
            : Optional.empty();
    return new KeyReport(
        link.venue(),
        Environments.of(link.settings().spotUrl(), link.settings().futuresUrl()),
        uid,
        Answer.of(mayTrade),
        Answer.of(JsonFields.flag(json, "enableWithdrawals")),
        Answer.of(JsonFields.flag(json, "enableInternalTransfer")),
        Answer.of(JsonFields.flag(json, "ipRestrict")),
        expiry,
        link.now());
  }
}
