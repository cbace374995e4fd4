package org.evenkeel.shell.xchange.kraken;

import java.net.URI;
import java.time.Duration;

/**
 * Where Kraken's spot market is and how long to wait for it.
 *
 * @param url base URL without a path, such as https://api.kraken.com or http://127.0.0.1:8085
 * @param connectTimeout longest wait for a connection; default 3 s
 * @param readTimeout longest wait for the next bytes of an answer; default 10 s
 * @param specificationAge how old the pairs' specifications may be before they are read again; default 10 min
 */
public record KrakenSettings(
    URI url, Duration connectTimeout, Duration readTimeout, Duration specificationAge) {

  public KrakenSettings {
    String scheme = url.getScheme();
    boolean isHttp = "http".equals(scheme) || "https".equals(scheme);
    if (!isHttp || url.getHost() == null || url.getUserInfo() != null || url.getQuery() != null) {
      throw new IllegalArgumentException(
          "url must be a plain http or https address such as https://api.kraken.com");
    }
  }

  /** The given address with the default times. */
  public static KrakenSettings at(URI url) {
    return new KrakenSettings(
        url, Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofMinutes(10));
  }
}
