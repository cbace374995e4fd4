package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.MarketKind;
import org.jspecify.annotations.Nullable;
import si.mazi.rescu.ParamsDigest;

/**
 * The signed calls of one account.
 *
 * <p>Each kind of call has its own proxy: the gate lets one call of a kind through at a time, and rescu's proxies keep an
 * unsynchronized cache.
 *
 * <p>This class is thread-safe.
 */
final class SignedCalls {

  private final BinanceLink link;
  private final String apiKey;
  private final AccountSigner signer;
  private final Map<Kind, FuturesTradeApi> futures = new EnumMap<>(Kind.class);
  private final Map<Kind, SpotTradeApi> spot = new EnumMap<>(Kind.class);
  private final WalletApi wallet;
  private final WalletApi moving;

  SignedCalls(BinanceLink link, AccountKeys keys) {
    this.link = link;
    this.apiKey = keys.apiKey().reveal();
    this.signer = new AccountSigner(keys.secretKey());
    this.wallet = link.proxy(WalletApi.class, MarketKind.SPOT);
    this.moving = link.proxy(WalletApi.class, MarketKind.SPOT);
    for (Kind kind : Kind.values()) {
      futures.put(kind, link.proxy(FuturesTradeApi.class, MarketKind.FUTURES));
      spot.put(kind, link.proxy(SpotTradeApi.class, MarketKind.SPOT));
    }
  }

  /** What a signed request carries: how long it is acceptable, from when, and by whom. */
  record Signed(long recvWindow, long timestamp, String apiKey, ParamsDigest signature) {

    @Override
    public String toString() {
      return "Signed[recvWindow=" + recvWindow + ", timestamp=" + timestamp + "]";
    }
  }

  /** A request to futures that is signed when it is sent. */
  interface FuturesRequest {
    @Nullable JsonNode send(FuturesTradeApi api, Signed signed) throws Exception;
  }

  /** A request to the spot market that is signed when it is sent. */
  interface SpotRequest {
    @Nullable JsonNode send(SpotTradeApi api, Signed signed) throws Exception;
  }

  /** A question about flows that is signed when it is sent. */
  interface WalletRequest {
    @Nullable JsonNode send(WalletApi api, Signed signed) throws Exception;
  }

  /** A question about flows, asked once more after the clock was read if it came outside of the window. */
  Reply askWallet(String name, WalletRequest request) {
    return askWallet(1, name, request);
  }

  /** The same for a request of a greater weight. */
  Reply askWallet(int weight, String name, WalletRequest request) {
    return inTime(
        () ->
            link.make(
                Kind.READ, MarketKind.SPOT, weight, name, () -> request.send(wallet, signedNow())));
  }

  /** A question to futures, asked once more after the clock was read if it came outside of the window. */
  Reply askFutures(int weight, String name, FuturesRequest request) {
    FuturesTradeApi api = of(futures, Kind.READ);
    return inTime(
        () ->
            link.make(
                Kind.READ, MarketKind.FUTURES, weight, name, () -> request.send(api, signedNow())));
  }

  /** A question to the spot market, asked once more after the clock was read if it came outside of the window. */
  Reply askSpot(int weight, String name, SpotRequest request) {
    SpotTradeApi api = of(spot, Kind.READ);
    return inTime(
        () ->
            link.make(
                Kind.READ, MarketKind.SPOT, weight, name, () -> request.send(api, signedNow())));
  }

  /** One request to futures that changes something, signed with what is given and sent once at most. */
  Reply tellFutures(Kind kind, String name, Signed signed, FuturesRequest request) {
    return tellFutures(kind, 1, name, signed, request);
  }

  /** The same for a request of a greater weight. */
  Reply tellFutures(Kind kind, int weight, String name, Signed signed, FuturesRequest request) {
    FuturesTradeApi api = of(futures, kind);
    return link.make(kind, MarketKind.FUTURES, weight, name, () -> request.send(api, signed));
  }

  /** One request to the spot market that changes something, signed with what is given and sent once at most. */
  Reply tellSpot(Kind kind, String name, Signed signed, SpotRequest request) {
    SpotTradeApi api = of(spot, kind);
    return link.make(kind, MarketKind.SPOT, 1, name, () -> request.send(api, signed));
  }

  /** One request about the wallets that changes something, signed with what is given and sent once at most. */
  Reply tellWallet(Kind kind, String name, Signed signed, WalletRequest request) {
    return link.make(kind, MarketKind.SPOT, 1, name, () -> request.send(moving, signed));
  }

  /** A signature for the venue's time now, good for the window of questions. */
  Signed signedNow() {
    return signed(
        link.rememberedVenueTime().toEpochMilli(), link.settings().readWindow().toMillis());
  }

  /** A signature for a committed time and window. */
  Signed signed(long timestamp, long recvWindow) {
    return new Signed(recvWindow, timestamp, apiKey, signer);
  }

  /**
   * The reply to what may safely be said twice: once more if it came outside of the window and the clock could be read.
   *
   * <p>Not for orders: their timestamp is committed.
   */
  Reply inTime(Supplier<Reply> request) {
    Instant unused =
        link.estimatedVenueTime(); // measured here, because inside of a call it is too late
    Reply first = request.get();
    boolean isOutsideWindow =
        first instanceof Reply.Refused refused
            && refused.meaning() == Reply.Meaning.CLOCK
            && link.venueTime() instanceof Result.Ok<?>;
    return isOutsideWindow ? request.get() : first;
  }

  private static <T> T of(Map<Kind, T> proxies, Kind kind) {
    T proxy = proxies.get(kind);
    if (proxy == null) {
      throw new IllegalStateException("no proxy for " + kind);
    }
    return proxy;
  }
}
