package org.evenkeel.shell.xchange.okx;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.cycle.CallGate.Call;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.Clock;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.Transport;
import org.evenkeel.shell.xchange.UsedWeight;
import org.evenkeel.shell.xchange.VenueCalls;
import org.evenkeel.shell.xchange.VenueClock;
import org.jspecify.annotations.Nullable;
import org.knowm.xchange.BaseExchange;

/**
 * The connection to OKX that everything else shares: XChange's transport, the gate, the venue's clock.
 *
 * <p>OKX counts requests of each endpoint in windows of two seconds.
 * The budgets count in units of a call that is allowed 20 times in two seconds; one that is allowed five times costs four.
 *
 * <p>This class is thread-safe.
 */
public final class OkxLink {

  /** The request budget of public questions, which the venue counts by address. */
  public static final String PUBLIC = "public";

  /** The request budget of signed calls, which the venue counts by account. */
  public static final String ACCOUNT = "account";

  /** What is waited after a refusal for too many requests: two of the venue's windows. */
  private static final Duration PAUSE = Duration.ofSeconds(4);

  private final VenueId venue;
  private final OkxSettings settings;
  private final Transport transport;
  private final VenueCalls calls;
  private final VenueClock venueClock;
  private final OkxListing listing;

  public OkxLink(VenueId venue, OkxSettings settings, CallGate gate, Clock clock) {
    this.venue = venue;
    this.settings = settings;
    this.transport =
        new Transport(BaseExchange.class, settings.connectTimeout(), settings.readTimeout());
    this.calls = new VenueCalls(gate, new OkxRefusals(), UsedWeight.UNTOLD, PAUSE);
    OkxMarketApi market = proxy(OkxMarketApi.class);
    this.venueClock =
        new VenueClock(
            clock,
            () ->
                ReplyRules.read(
                    "the venue's clock",
                    ask(2, "api/v5/public/time", market::time),
                    json -> OkxFields.time(OkxFields.row(json), "ts")));
    this.listing = new OkxListing(this, market);
  }

  public VenueId venue() {
    return venue;
  }

  public OkxSettings settings() {
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

  /** The same without the network, for use inside of a call that is being made. */
  public Instant rememberedVenueTime() {
    return venueClock.estimateFromMemory();
  }

  /** Our clock. */
  public Instant now() {
    return venueClock.ours();
  }

  /** What OKX publishes about its instruments. */
  public OkxListing listing() {
    return listing;
  }

  /** Asks a public question through the gate; never throws. */
  Reply ask(int weight, String name, Callable<@Nullable JsonNode> request) {
    return calls.make(new Call(Kind.READ, PUBLIC, weight, name), request);
  }

  /** Makes one signed call through the gate; never throws. */
  public Reply make(Kind kind, int weight, String name, Callable<@Nullable JsonNode> request) {
    return calls.make(
        new Call(kind, ACCOUNT, weight, name), transport.reaching(kind, settings.url(), request));
  }

  /** An implementation of a rescu interface over XChange's transport, without any of its repetitions. */
  public <T> T proxy(Class<T> api) {
    return transport.proxy(api, settings.url(), settings.headers());
  }
}
