package org.evenkeel.shell.xchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
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
import org.evenkeel.shell.xchange.UsedWeight;
import org.evenkeel.shell.xchange.VenueCalls;
import org.evenkeel.shell.xchange.VenueClock;
import org.jspecify.annotations.Nullable;
import org.knowm.xchange.binance.BinanceExchange;

/**
 * The connection to Binance that everything else shares: XChange's transport, the gate, the venue's clock.
 *
 * <p>This class is thread-safe.
 */
public final class BinanceLink {

  private final VenueId venue;
  private final BinanceSettings settings;
  private final Transport transport;
  private final VenueCalls calls;
  private final VenueClock venueClock;
  private final FuturesListing listing;

  public BinanceLink(VenueId venue, BinanceSettings settings, CallGate gate, Clock clock) {
    this.venue = venue;
    this.settings = settings;
    this.transport =
        new Transport(BinanceExchange.class, settings.connectTimeout(), settings.readTimeout());
    this.calls =
        new VenueCalls(
            gate,
            new BinanceRefusals(),
            UsedWeight.header("x-mbx-used-weight-1m"),
            VenueCalls.DEFAULT_PAUSE);
    FuturesMarketApi market = proxy(FuturesMarketApi.class, MarketKind.FUTURES);
    this.venueClock =
        new VenueClock(
            clock,
            () ->
                ReplyRules.read(
                    "the venue's clock",
                    make(Kind.READ, MarketKind.FUTURES, 1, "fapi/v1/time", market::time),
                    json -> JsonFields.time(json, "serverTime")));
    this.listing = new FuturesListing(this, market);
  }

  public VenueId venue() {
    return venue;
  }

  public BinanceSettings settings() {
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

  /**
   * What no moment at the venue lies after, for questions that must name an end.
   *
   * <p>Whatever is signed with an estimate that lags by more than the window is refused, so no question that is answered
   * misses anything by it.
   */
  public Instant latestVenueTime() {
    return venueClock.estimate().plus(settings.readWindow());
  }

  /** The estimate without the network, for use inside of a call that is being made. */
  public Instant rememberedVenueTime() {
    return venueClock.estimateFromMemory();
  }

  /** Our clock. */
  public Instant now() {
    return venueClock.ours();
  }

  /** What Binance publishes about its futures. */
  public FuturesListing listing() {
    return listing;
  }

  /** Makes one call through the gate; never throws. */
  public Reply make(
      Kind kind, MarketKind market, int weight, String name, Callable<@Nullable JsonNode> request) {
    return calls.make(
        new Call(kind, market.budget(), weight, name),
        transport.reaching(kind, base(market), request));
  }

  /** An implementation of a rescu interface over XChange's transport, without any of its repetitions. */
  public <T> T proxy(Class<T> api, MarketKind market) {
    return transport.proxy(api, base(market));
  }

  private URI base(MarketKind market) {
    return switch (market) {
      case FUTURES -> settings.futuresUrl();
      case SPOT -> settings.spotUrl();
    };
  }
}
