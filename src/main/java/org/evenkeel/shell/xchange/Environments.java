package org.evenkeel.shell.xchange;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a key is shown to: the hosts of a venue, or a simulated one. Stateless. */
public final class Environments {

  private static final String SIMULATED = "simulated";

  private Environments() {}

  /** The hosts of addresses, such as 'api.binance.com fapi.binance.com'; 'simulated' if all of them are this machine. */
  public static String of(URI... addresses) {
    return Arrays.stream(addresses).allMatch(Environments::isHere)
        ? SIMULATED
        : Arrays.stream(addresses).map(URI::getHost).distinct().collect(Collectors.joining(" "));
  }

  static boolean isHere(URI url) {
    try {
      return url.getHost().matches("[0-9.]+|localhost")
          && InetAddress.getByName(url.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
