package org.evenkeel.shell.xchange;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.cycle.CallGate.Call;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.Clock;
import org.jspecify.annotations.Nullable;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.binance.BinanceExchange;
import org.knowm.xchange.client.ExchangeRestProxyBuilder;
import si.mazi.rescu.clients.HttpConnectionType;
import si.mazi.rescu.serialization.jackson.DefaultJacksonObjectMapperFactory;

/**
 * The connection to Binance that everything else shares: XChange's transport, the gate, the venue's clock.
 *
 * <p>Building it fails if Java might repeat an order by itself ({@link RetryPostGuard}) or if XChange might.
 *
 * <p>This class is thread-safe.
 */
public final class BinanceLink {

  private final VenueId venue;
  private final BinanceSettings settings;
  private final VenueCalls calls;
  private final VenueClock venueClock;
  private final FuturesListing listing;

  public BinanceLink(VenueId venue, BinanceSettings settings, CallGate gate, Clock clock) {
    RetryPostGuard.ensure();
    this.venue = venue;
    this.settings = settings;
    this.calls = new VenueCalls(gate);
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

  /** The same without the network, for use inside of a call that is being made. */
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
    return calls.make(new Call(kind, market.budget(), weight, name), request);
  }

  /** An implementation of a rescu interface over XChange's transport, without any of its repetitions. */
  public <T> T proxy(Class<T> api, MarketKind market) {
    URI base =
        switch (market) {
          case FUTURES -> settings.futuresUrl();
          case SPOT -> settings.spotUrl();
        };
    ExchangeSpecification specification = new ExchangeSpecification(BinanceExchange.class);
    specification.setSslUri(base.toString());
    specification.setHttpConnTimeout((int) settings.connectTimeout().toMillis());
    specification.setHttpReadTimeout((int) settings.readTimeout().toMillis());
    specification.setShouldLoadRemoteMetaData(false);
    if (specification.getResilience().isRetryEnabled()) {
      throw new IllegalStateException("XChange would repeat requests: its retry must stay off");
    }
    return ExchangeRestProxyBuilder.forInterface(api, specification)
        .clientConfigCustomizer(
            config -> {
              // The guard has measured this one; Apache's client has a retry handler of its own.
              config.setConnectionType(HttpConnectionType.java);
              config.setIgnoreHttpErrorCodes(false);
              config.setWrapUnexpectedExceptions(false);
              config.setJacksonObjectMapperFactory(new StrictJson());
            })
        .build();
  }

  /** Refuses what follows the value and keeps every digit of a number. */
  private static final class StrictJson extends DefaultJacksonObjectMapperFactory {
    @Override
    public void configureObjectMapper(ObjectMapper mapper) {
      super.configureObjectMapper(mapper);
      mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
      mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }
  }
}
