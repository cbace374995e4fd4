package org.evenkeel.shell.xchange.binance;

import java.net.URI;
import java.time.Duration;

/**
 * Where Binance is and how long to wait for it.
 *
 * @param futuresUrl base URL of USD-M futures, such as https://fapi.binance.com or http://127.0.0.1:8085
 * @param spotUrl base URL of the spot market, such as https://api.binance.com
 * @param connectTimeout longest wait for a connection; default 3 s
 * @param readTimeout longest wait for the next bytes of an answer; default 10 s
 * @param specificationAge how old the instruments' specifications may be before they are read again; default 10 min
 * @param readWindow how long a signed question stays acceptable to the venue; default 10 s, at most 60 s
 */
public record BinanceSettings(
    URI futuresUrl,
    URI spotUrl,
    Duration connectTimeout,
    Duration readTimeout,
    Duration specificationAge,
    Duration readWindow) {

  /** The longest recvWindow that Binance accepts (REST documentation, "Timing security"). */
  public static final Duration LONGEST_WINDOW = Duration.ofSeconds(60);

  public BinanceSettings {
    requireHttp("futuresUrl", futuresUrl);
    requireHttp("spotUrl", spotUrl);
    requireMillis("connectTimeout", connectTimeout, 120_000);
    requireMillis("readTimeout", readTimeout, 120_000);
    requireMillis("readWindow", readWindow, LONGEST_WINDOW.toMillis());
  }

  /** The given addresses with the default times. */
  public static BinanceSettings at(URI futuresUrl, URI spotUrl) {
    return new BinanceSettings(
        futuresUrl,
        spotUrl,
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        Duration.ofMinutes(10),
        Duration.ofSeconds(10));
  }

  private static void requireHttp(String name, URI uri) {
    String scheme = uri.getScheme();
    boolean isHttp = "http".equals(scheme) || "https".equals(scheme);
    if (!isHttp || uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null) {
      throw new IllegalArgumentException(
          name + " must be a plain http or https address such as https://fapi.binance.com");
    }
  }

  private static void requireMillis(String name, Duration value, long most) {
    if (value.toMillis() < 1 || value.toMillis() > most) {
      throw new IllegalArgumentException(
          name + " must lie in 1 ms.." + most + " ms, found " + value.toMillis() + " ms");
    }
  }

  /** The same with other patience. */
  public BinanceSettings within(Duration connect, Duration read) {
    return new BinanceSettings(futuresUrl, spotUrl, connect, read, specificationAge, readWindow);
  }
}
