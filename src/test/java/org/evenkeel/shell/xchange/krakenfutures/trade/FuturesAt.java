package org.evenkeel.shell.xchange.krakenfutures.trade;

import java.net.URI;
import java.time.Duration;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;
import org.evenkeel.shell.xchange.VenueFile;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.evenkeel.shell.xchange.kraken.trade.KrakenKeys;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesLink;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesSettings;

/** The adapter at an address, with the limits of production but shorter waits. */
final class FuturesAt {

  static final VenueId VENUE = VenueId.of("krakenfutures");
  static final String KEY = "canary-key-0123456789";
  static final String SECRET = "Y2FuYXJ5LXNlY3JldC05ODc2NTQzMjEw";
  static final VenueCapabilities CAPABILITIES = VenueFile.read("krakenfutures");

  private FuturesAt() {}

  static KrakenFuturesLink link(URI url) {
    CallSettings real = CallSettings.krakenFutures().timesBudget(100);
    CallSettings quick =
        new CallSettings(
            real.budgets(),
            Duration.ofMillis(300),
            Duration.ofSeconds(3),
            2,
            Duration.ofMillis(5),
            100,
            100,
            Duration.ofSeconds(5));
    return new KrakenFuturesLink(
        VENUE,
        new KrakenFuturesSettings(
            url, Duration.ofMillis(500), Duration.ofMillis(700), Duration.ofMinutes(10)),
        new CallPolicies("krakenfutures", quick),
        Fixtures.clock());
  }

  static KrakenFuturesVenue venue(KrakenFuturesLink link) {
    return new KrakenFuturesVenue(
        link, CAPABILITIES, new KrakenKeys(Secret.of(KEY), Secret.of(SECRET)));
  }
}
