package org.evenkeel.shell.xchange.kraken;

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
 * The connection to Kraken's spot market that everything else shares.
 *
 * <p>Its clock tells whole seconds, so an estimate may be late by one; what is signed with it allows for that.
 *
 * <p>This class is thread-safe.
 */
public final class KrakenLink {

  /** The one budget: a counter that every question raises. */
  public static final String SPOT = "spot";

  /** What one point of the venue's counter weighs here. */
  public static final int POINT = 2;

  private final VenueId venue;
  private final KrakenSettings settings;
  private final Transport transport;
  private final VenueCalls calls;
  private final VenueClock venueClock;

  public KrakenLink(VenueId venue, KrakenSettings settings, CallGate gate, Clock clock) {
    this.venue = venue;
    this.settings = settings;
    this.transport =
        new Transport(BaseExchange.class, settings.connectTimeout(), settings.readTimeout());
    this.calls = new VenueCalls(gate, new KrakenRefusals());
    SpotMarketApi market = proxy(SpotMarketApi.class);
    this.venueClock =
        new VenueClock(
            clock,
            () ->
                ReplyRules.read(
                    "the venue's clock",
                    make(Kind.READ, 1, "Time", market::time),
                    json ->
                        Instant.ofEpochSecond(
                            JsonFields.decimal(json.path("result"), "unixtime").longValueExact())));
  }

  public VenueId venue() {
    return venue;
  }

  public KrakenSettings settings() {
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

  /** Makes one call through the gate; never throws. */
  public Reply make(Kind kind, int weight, String name, Callable<@Nullable JsonNode> request) {
    return calls.make(
        new Call(kind, SPOT, weight, name), transport.reaching(kind, settings.url(), request));
  }

  /** An implementation of a rescu interface over XChange's transport, without any of its repetitions. */
  public <T> T proxy(Class<T> api) {
    return transport.proxy(api, settings.url());
  }
}
