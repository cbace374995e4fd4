package org.evenkeel.shell.xchange;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.VenueId;

/**
 * The hosts of a venue at which nothing is worth anything.
 *
 * <p>An allow-list: what is not on it, and is not this machine, is taken for production.
 * Sources: Binance, "Spot Test Network" and USD-M futures "General Info" (testnet), "Demo Mode" (demo-api, demo-fapi);
 * OKX API guide, "Demo Trading Services" (the same host as production, with a header and keys of its own);
 * Kraken Futures, "Demo environment".
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param spot where spot markets are by default; empty if the venue has no test network for them
 * @param futures where contracts are by default; empty likewise
 * @param hosts every host that is allowed
 * @param note what an operator should know of it
 */
public record TestNetwork(
    Optional<URI> spot, Optional<URI> futures, List<String> hosts, String note) {

  public TestNetwork {
    hosts = List.copyOf(hosts);
  }

  /** The test network of a venue; throws {@link IllegalArgumentException} for one of which none is known here. */
  public static TestNetwork of(VenueId venue) {
    return switch (venue.value()) {
      case "binance" ->
          new TestNetwork(
              address("demo-api.binance.com"),
              address("demo-fapi.binance.com"),
              List.of(
                  "demo-api.binance.com",
                  "demo-fapi.binance.com",
                  "testnet.binance.vision",
                  "testnet.binancefuture.com"),
              "a key of Binance's demo trading opens spot and futures; those of the two testnets open one each");
      case "okx" ->
          new TestNetwork(
              address("www.okx.com"),
              address("www.okx.com"),
              List.of("www.okx.com", "eea.okx.com", "us.okx.com"),
              "the host is that of production; every request carries x-simulated-trading: 1, and a real key is refused there");
      case "kraken" ->
          new TestNetwork(
              Optional.empty(),
              Optional.empty(),
              List.of(),
              "Kraken has no test network for its spot market; only a simulated one can be asked");
      case "krakenfutures" ->
          new TestNetwork(
              address("demo-futures.kraken.com"),
              address("demo-futures.kraken.com"),
              List.of("demo-futures.kraken.com"),
              "an account of demo-futures.kraken.com with keys made there");
      default -> throw new IllegalArgumentException("no test network is known of " + venue);
    };
  }

  private static Optional<URI> address(String host) {
    return Optional.of(URI.create("https://" + host));
  }

  /** Why nothing may be sent to an address; empty if it is of this network, over TLS, or this machine. */
  public Optional<String> objection(URI address) {
    String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
    boolean isOfIt = hosts.contains(host) && "https".equals(address.getScheme());
    boolean isPlain = address.getUserInfo() == null && address.getPort() < 0;
    if ((isOfIt && isPlain) || (!host.isEmpty() && Environments.isHere(address))) {
      return Optional.empty();
    }
    return Optional.of(
        address
            + " is none of the test network's addresses "
            + hosts.stream().map(each -> "https://" + each).toList()
            + " nor of this machine; "
            + note);
  }
}
