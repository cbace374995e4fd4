package org.evenkeel.shell.xchange.okx;

import java.net.URI;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where OKX is and how long to wait for it.
 *
 * @param url base URL, such as https://www.okx.com or http://127.0.0.1:8085
 * @param isDemo whether requests are for the venue's demo account
 * @param connectTimeout longest wait for a connection; default 3 s
 * @param readTimeout longest wait for the next bytes of an answer; default 10 s
 * @param specificationAge how old the instruments' specifications may be before they are read again; default 10 min
 */
public record OkxSettings(
    URI url,
    boolean isDemo,
    Duration connectTimeout,
    Duration readTimeout,
    Duration specificationAge) {

  public OkxSettings {
    String scheme = url.getScheme();
    boolean isHttp = "http".equals(scheme) || "https".equals(scheme);
    if (!isHttp || url.getHost() == null || url.getUserInfo() != null || url.getQuery() != null) {
      throw new IllegalArgumentException(
          "url must be a plain http or https address such as https://www.okx.com");
    }
    requireMillis("connectTimeout", connectTimeout);
    requireMillis("readTimeout", readTimeout);
  }

  /** The header by which OKX tells the demo account from the real one: both have the same address. */
  public static final String DEMO_HEADER = "x-simulated-trading";

  /** The given address with the default times, not for the demo account. */
  public static OkxSettings at(URI url) {
    return new OkxSettings(
        url, false, Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofMinutes(10));
  }

  /** The same for the venue's demo account: every request says so, signed or not, and a real key is refused there. */
  public OkxSettings demo() {
    return new OkxSettings(url, true, connectTimeout, readTimeout, specificationAge);
  }

  /** What every request carries besides. */
  SortedMap<String, String> headers() {
    TreeMap<String, String> headers = new TreeMap<>();
    if (isDemo) {
      headers.put(DEMO_HEADER, "1");
    }
    return headers;
  }

  private static void requireMillis(String name, Duration value) {
    if (value.toMillis() < 1 || value.toMillis() > 120_000) {
      throw new IllegalArgumentException(
          name + " must lie in 1 ms..120000 ms, found " + value.toMillis() + " ms");
    }
  }
}
