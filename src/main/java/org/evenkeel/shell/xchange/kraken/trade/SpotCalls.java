package org.evenkeel.shell.xchange.kraken.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.SocketTimeoutException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.kraken.KrakenLink;
import org.jspecify.annotations.Nullable;
import si.mazi.rescu.ParamsDigest;

/**
 * The signed calls of one account, one at a time.
 *
 * <p>The venue refuses a nonce that is not above the last one, so a call keeps its turn from its nonce to its answer:
 * two on the way at once could arrive the other way round.
 * A call that gets no turn in time fails; its order would be of unknown fate and is looked up like any other.
 *
 * <p>This class is thread-safe.
 */
final class SpotCalls {

  private static final long LONGEST_WAIT_SECONDS = 5;

  private final KrakenLink link;
  private final String apiKey;
  private final SpotSigner signer;
  private final KrakenNonces nonces = new KrakenNonces();
  private final ReentrantLock turn = new ReentrantLock();
  private final Map<Kind, SpotTradeApi> proxies = new EnumMap<>(Kind.class);

  SpotCalls(KrakenLink link, KrakenKeys keys) {
    this.link = link;
    this.apiKey = keys.apiKey().reveal();
    this.signer = new SpotSigner(new KrakenHash(keys.privateKey()));
    for (Kind kind : Kind.values()) {
      proxies.put(kind, link.proxy(SpotTradeApi.class));
    }
  }

  KrakenLink link() {
    return link;
  }

  /** What a signed request carries. */
  record Signed(long nonce, String apiKey, ParamsDigest sign) {

    @Override
    public String toString() {
      return "Signed[nonce=" + nonce + "]";
    }
  }

  /** A request that is signed when it is sent. */
  interface Request {
    @Nullable JsonNode send(SpotTradeApi api, Signed signed) throws Exception;
  }

  /** A question of so many points, asked once more if its nonce came too late. */
  Reply ask(int points, String name, Request request) {
    return inTime(() -> tell(Kind.READ, points * KrakenLink.POINT, name, request));
  }

  /** One request that changes something, sent once at most; orders and cancels raise no counter. */
  Reply tell(Kind kind, int weight, String name, Request request) {
    SpotTradeApi api = proxies.get(kind);
    if (api == null) {
      throw new IllegalStateException("no proxy for " + kind);
    }
    return link.make(kind, weight, name, () -> inTurn(api, request));
  }

  private @Nullable JsonNode inTurn(SpotTradeApi api, Request request) throws Exception {
    if (!turn.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
      throw new SocketTimeoutException("the call before this one has not ended");
    }
    try {
      return request.send(api, new Signed(nonces.next(), apiKey, signer));
    } finally {
      turn.unlock();
    }
  }

  /** The reply to what may safely be said twice: once more if the venue did not look at it for its nonce. */
  Reply inTime(Supplier<Reply> request) {
    Reply first = request.get();
    boolean isOutsideItsTime =
        first instanceof Reply.Refused refused && refused.meaning() == Reply.Meaning.CLOCK;
    return isOutsideItsTime ? request.get() : first;
  }
}
