package org.evenkeel.shell.xchange.krakenfutures;

import java.net.URI;
import java.time.Duration;

/**
 * Where Kraken Futures is and how long to wait for it.
 *
 * @param url base URL without a path, such as https://futures.kraken.com or http://127.0.0.1:8085
 * @param connectTimeout longest wait for a connection; default 3 s
 * @param readTimeout longest wait for the next bytes of an answer; default 10 s
 * @param specificationAge how old the instruments' specifications may be before they are read again; default 10 min
 */
public record KrakenFuturesSettings(
    URI url, Duration connectTimeout, Duration readTimeout, Duration specificationAge) {

  public KrakenFuturesSettings {
    String scheme = url.getScheme();
    boolean isHttp = "http".equals(scheme) || "https".equals(scheme);
    if (!isHttp || url.getHost() == null || url.getUserInfo() != null || url.getQuery() != null) {
      throw new IllegalArgumentException(
          "url must be a plain http or https address such as https://futures.kraken.com");
    }
  }

  /** The given address with the default times. */
  public static KrakenFuturesSettings at(URI url) {
    return new KrakenFuturesSettings(
        url, Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofMinutes(10));
  }
}
