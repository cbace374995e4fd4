package org.evenkeel.shell.xchange.krakenfutures.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.kraken.trade.KrakenHash;
import org.evenkeel.shell.xchange.kraken.trade.KrakenKeys;
import org.evenkeel.shell.xchange.kraken.trade.KrakenNonces;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesLink;
import org.jspecify.annotations.Nullable;
import si.mazi.rescu.ParamsDigest;

/**
 * The signed calls of one account.
 *
 * <p>Each kind of call has its own proxy, because rescu's keep an unsynchronized cache; the history has one, too, because
 * its budget lets calls through besides those of the futures.
 *
 * <p>This class is thread-safe.
 */
final class FuturesCalls {

  private final KrakenFuturesLink link;
  private final String apiKey;
  private final FuturesSigner signer;
  private final KrakenNonces nonces = new KrakenNonces();
  private final Map<Kind, FuturesTradeApi> proxies = new EnumMap<>(Kind.class);
  private final FuturesTradeApi history;

  FuturesCalls(KrakenFuturesLink link, KrakenKeys keys) {
    this.link = link;
    this.apiKey = keys.apiKey().reveal();
    this.signer = new FuturesSigner(new KrakenHash(keys.privateKey()));
    this.history = link.proxy(FuturesTradeApi.class);
    for (Kind kind : Kind.values()) {
      proxies.put(kind, link.proxy(FuturesTradeApi.class));
    }
  }

  KrakenFuturesLink link() {
    return link;
  }

  /** What a signed request carries. */
  record Signed(String apiKey, String nonce, ParamsDigest authent) {

    @Override
    public String toString() {
      return "Signed[nonce=" + nonce + "]";
    }
  }

  /** A request that is signed when it is sent. */
  interface Request {
    @Nullable JsonNode send(FuturesTradeApi api, Signed signed) throws Exception;
  }

  /** A question, asked once more if its nonce came too late. */
  Reply ask(int cost, String name, Request request) {
    return inTime(() -> tell(Kind.READ, cost, name, request));
  }

  /** A question about the account's history, which has an allowance of its own. */
  Reply askHistory(int cost, String name, Request request) {
    return inTime(
        () ->
            link.make(
                Kind.READ,
                KrakenFuturesLink.HISTORY,
                cost,
                name,
                () -> request.send(history, signed())));
  }

  /** One request that changes something, sent once at most. */
  Reply tell(Kind kind, int cost, String name, Request request) {
    FuturesTradeApi api = proxies.get(kind);
    if (api == null) {
      throw new IllegalStateException("no proxy for " + kind);
    }
    return link.make(
        kind, KrakenFuturesLink.FUTURES, cost, name, () -> request.send(api, signed()));
  }

  private Signed signed() {
    return new Signed(apiKey, Long.toString(nonces.next()), signer);
  }

  /** The reply to what may safely be said twice: once more if the venue did not look at it for its nonce. */
  Reply inTime(Supplier<Reply> request) {
    Reply first = request.get();
    boolean isOutsideItsTime =
        first instanceof Reply.Refused refused && refused.meaning() == Reply.Meaning.CLOCK;
    return isOutsideItsTime ? request.get() : first;
  }
}
