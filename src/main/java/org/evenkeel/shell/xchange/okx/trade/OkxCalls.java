package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.okx.OkxLink;
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
final class OkxCalls {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final OkxLink link;
  private final String apiKey;
  private final String passphrase;
  private final OkxSigner signer;
  private final Map<Kind, OkxTradeApi> proxies = new EnumMap<>(Kind.class);

  OkxCalls(OkxLink link, OkxKeys keys) {
    this.link = link;
    this.apiKey = keys.apiKey().reveal();
    this.passphrase = keys.passphrase().reveal();
    this.signer = new OkxSigner(keys.secretKey());
    for (Kind kind : Kind.values()) {
      proxies.put(kind, link.proxy(OkxTradeApi.class));
    }
  }

  /** What a signed request carries: who sends it, from when it counts, and whether it is for the demo account. */
  record Signed(
      String apiKey, String passphrase, String timestamp, String demo, ParamsDigest signature) {

    @Override
    public String toString() {
      return "Signed[timestamp=" + timestamp + "]";
    }
  }

  /** A request that is signed when it is sent. */
  interface Request {
    @Nullable JsonNode send(OkxTradeApi api, Signed signed) throws Exception;
  }

  OkxLink link() {
    return link;
  }

  /** A question, asked once more after the clock was read if it came outside of its time. */
  Reply ask(int weight, String name, Request request) {
    return inTime(() -> make(Kind.READ, weight, name, request));
  }

  /** How the account is set, and what its key may do: the venue gives both in one answer. */
  Reply configuration() {
    return ask(
        4,
        "api/v5/account/config",
        (api, s) ->
            api.configuration(s.apiKey(), s.passphrase(), s.timestamp(), s.demo(), s.signature()));
  }

  /**
   * A change that may safely be asked for twice, with the venue's time now; once more if it came outside of its time.
   *
   * <p>Not for orders: their timestamp is committed.
   */
  Reply tell(Kind kind, String name, Request request) {
    return inTime(() -> make(kind, 1, name, request));
  }

  private Reply make(Kind kind, int weight, String name, Request request) {
    OkxTradeApi api = of(kind);
    return link.make(
        kind, weight, name, () -> request.send(api, signed(link.rememberedVenueTime())));
  }

  /** One request that changes something, signed for the committed time and sent once at most. */
  Reply tellOnce(Kind kind, String name, Instant committed, Request request) {
    OkxTradeApi api = of(kind);
    Signed signed = signed(committed);
    return link.make(kind, 1, name, () -> request.send(api, signed));
  }

  private Signed signed(Instant at) {
    return new Signed(
        apiKey, passphrase, STAMP.format(at), link.settings().isDemo() ? "1" : "0", signer);
  }

  private Reply inTime(Supplier<Reply> request) {
    Instant unused =
        link.estimatedVenueTime(); // measured here, because inside of a call it is too late
    Reply first = request.get();
    boolean isOutsideTime =
        first instanceof Reply.Refused refused
            && refused.meaning() == Reply.Meaning.CLOCK
            && link.venueTime() instanceof Result.Ok<?>;
    return isOutsideTime ? request.get() : first;
  }

  private OkxTradeApi of(Kind kind) {
    OkxTradeApi proxy = proxies.get(kind);
    if (proxy == null) {
      throw new IllegalStateException("no proxy for " + kind);
    }
    return proxy;
  }
}
