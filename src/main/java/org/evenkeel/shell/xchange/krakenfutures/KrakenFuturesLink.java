package org.evenkeel.shell.xchange.krakenfutures;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.cycle.CallGate.Call;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.Clock;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.Transport;
import org.evenkeel.shell.xchange.VenueCalls;
import org.evenkeel.shell.xchange.VenueClock;
import org.jspecify.annotations.Nullable;
import org.knowm.xchange.BaseExchange;

/**
 * The connection to Kraken Futures that everything else shares: XChange's transport, the gate, the venue's clock.
 *
 * <p>This class is thread-safe.
 */
public final class KrakenFuturesLink {

  /** The budget of everything but the account's history: 500 of cost in ten seconds. */
  public static final String FUTURES = "futures";

  /** The budget of the account's history: 100 of cost, and 100 more every ten minutes. */
  public static final String HISTORY = "history";

  /** The instrument whose state is asked for when only the time is wanted. */
  private static final String ANY = "PF_XBTUSD";

  private final VenueId venue;
  private final KrakenFuturesSettings settings;
  private final Transport transport;
  private final VenueCalls calls;
  private final VenueClock venueClock;
  private final FuturesListing listing;

  public KrakenFuturesLink(
      VenueId venue, KrakenFuturesSettings settings, CallGate gate, Clock clock) {
    this.venue = venue;
    this.settings = settings;
    this.transport =
        new Transport(BaseExchange.class, settings.connectTimeout(), settings.readTimeout());
    this.calls = new VenueCalls(gate, new KrakenFuturesRefusals());
    FuturesMarketApi market = proxy(FuturesMarketApi.class);
    this.venueClock =
        new VenueClock(
            clock,
            () ->
                ReplyRules.read(
                    "the venue's clock",
                    make(Kind.READ, FUTURES, 1, "instruments/status", () -> market.status(ANY)),
                    json -> JsonFields.isoTime(json, "serverTime")));
    this.listing = new FuturesListing(this, market);
  }

  public VenueId venue() {
    return venue;
  }

  public KrakenFuturesSettings settings() {
    return settings;
  }

  /** Reads the venue's clock over the network. */
  public Result<Instant> venueTime() {
    return venueClock.read();
  }

  /** The venue's time now, from our clock and the offset last measured; measured first if it never was. */
  public Instant estimatedVenueTime() {
    return venueClock.estimate();
  }

  /** Our clock. */
  public Instant now() {
    return venueClock.ours();
  }

  /** What Kraken publishes about its futures. */
  public FuturesListing listing() {
    return listing;
  }

  /** Makes one call through the gate; never throws. */
  public Reply make(
      Kind kind, String budget, int cost, String name, Callable<@Nullable JsonNode> request) {
    return calls.make(
        new Call(kind, budget, cost, name), transport.reaching(kind, settings.url(), request));
  }

  /** An implementation of a rescu interface over XChange's transport, without any of its repetitions. */
  public <T> T proxy(Class<T> api) {
    return transport.proxy(api, settings.url());
  }
}
