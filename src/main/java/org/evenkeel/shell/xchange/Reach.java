package org.evenkeel.shell.xchange;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The look whether anybody is there, before an order is handed to the library that sends it.
 *
 * <p>What an exception of that library proves is nothing to stake an order on. But an order that was never handed over was
 * never sent: if the venue's name is unknown or nobody takes a connection to it, the order ends here.
 * It proves nothing when it succeeds, and is not made through a proxy, whose connection says nothing of the venue.
 *
 * <p>This class is stateless and thread-safe.
 */
final class Reach {

  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private Reach() {}

  /** Why nothing was sent. */
  static final class Unreached extends IOException {
    private static final long serialVersionUID = 1L;

    Unreached(String why) {
      super(why);
    }
  }

  /** Returns if somebody takes a connection to the address, or if it leads through a proxy. */
  static void require(URI base, Duration patience) throws Unreached {
    if (isProxied(base)) {
      return;
    }
    InetSocketAddress address = new InetSocketAddress(base.getHost(), port(base));
    if (address.isUnresolved()) {
      throw new Unreached("the name " + base.getHost() + " is not known");
    }
    try (Socket socket = new Socket(Proxy.NO_PROXY)) {
      socket.connect(address, (int) patience.toMillis());
    } catch (IOException e) {
      throw new Unreached(
          "no connection to "
              + base.getHost()
              + ": "
              + Redaction.line(String.valueOf(e.getMessage())));
    }
  }

  private static boolean isProxied(URI base) {
    ProxySelector selector = ProxySelector.getDefault();
    List<Proxy> ways = selector == null ? List.of() : selector.select(base);
    return ways.stream().anyMatch(way -> way.type() != Proxy.Type.DIRECT);
  }

  private static int port(URI base) {
    if (base.getPort() >= 0) {
      return base.getPort();
    }
    return base.getScheme().toLowerCase(Locale.ROOT).equals("https") ? HTTPS : HTTP;
  }
}
