package org.evenkeel.shell.boot;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.conform.Bench;
import org.evenkeel.cycle.conform.Conformance;
import org.evenkeel.cycle.conform.ConformanceReport;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ConformOptions;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.config.VenueRow;
import org.evenkeel.shell.config.VenueSettings;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.config.secret.SecretStore;
import org.evenkeel.shell.config.secret.SecretUnavailable;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;
import org.evenkeel.shell.xchange.Environments;
import org.evenkeel.shell.xchange.TestNetwork;

/**
 * A conformance run at a venue's test network, with the adapter that trades and without a database.
 *
 * <p>No address outside of the test network is ever connected to: {@link TestNetwork} is asked before a key is read.
 */
final class ConformRun {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration READ = Duration.ofSeconds(10);

  private ConformRun() {}

  static ConformanceReport of(ConformOptions options, String version) {
    return of(options, version, new WallClock(), Stretch.NONE);
  }

  /** A change of the venue's allowances, for a simulated venue that is asked faster than a real one may be. */
  interface Stretch {
    Stretch NONE = settings -> settings;

    CallSettings of(CallSettings real);
  }

  static ConformanceReport of(
      ConformOptions options, String version, Clock clock, Stretch allowances) {
    try {
      VenueCapabilities claims = VenueRow.read(options.venueFile());
      VenueId venue = claims.venue();
      if (!venue.equals(options.venue())) {
        throw new CommandFailed(
            ExitCode.USAGE,
            options.venueFile() + " speaks of " + venue + ", not of " + options.venue());
      }
      Connection.Urls urls = urls(options);
      Connection connection = connection(options, claims, clock, allowances);
      Bench bench =
          new Bench(
              connection.venue(),
              connection.market(),
              connection.setup(),
              id -> connection.deadMan(List.of(id)),
              clock,
              instruments(options));
      return new ConformanceReport(
          venue.value(),
          Environments.of(urls.spot(), urls.futures()),
          version,
          ConformanceReport.hashOf(claims),
          clock.now(),
          Conformance.run(bench));
    } catch (SecretUnavailable | IllegalArgumentException e) {
      throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /** The adapter at the test network; nothing is asked of it yet. */
  static Connection connection(
      ConformOptions options, VenueCapabilities claims, Clock clock, Stretch allowances) {
    String venue = claims.venue().value();
    return Connection.to(
        new Connection.Terms(
            claims,
            urls(options),
            keys(options),
            new VenueSettings(List.of(claims), CONNECT, READ, false),
            new CallPolicies(venue, allowances.of(CallSettings.of(claims.venue()))),
            clock,
            true));
  }

  /** The addresses that are allowed; an address that is not ends the command. */
  private static Connection.Urls urls(ConformOptions options) {
    TestNetwork network = TestNetwork.of(options.venue());
    Optional<URI> spot = options.spotUrl().or(network::spot);
    Optional<URI> futures = options.futuresUrl().or(network::futures);
    List<URI> asked = Stream.of(spot, futures).flatMap(Optional::stream).toList();
    if (asked.isEmpty()) {
      throw new CommandFailed(ExitCode.REFUSED, network.note() + " (--spot-url)");
    }
    for (URI each : asked) {
      network
          .objection(each)
          .ifPresent(
              why -> {
                throw new CommandFailed(ExitCode.REFUSED, why);
              });
    }
    URI any = asked.get(0);
    return new Connection.Urls(spot.orElse(any), futures.orElse(any));
  }

  private static VenueKeys keys(ConformOptions options) {
    SecretStore secrets = SecretStore.ofThisProcess();
    return new VenueKeys(
        secrets.read(options.apiKey()),
        secrets.read(options.apiSecret()),
        options.passphrase().isPresent()
            ? secrets.read(options.passphrase().get())
            : Secret.of("none"));
  }

  private static List<InstrumentId> instruments(ConformOptions options) {
    List<InstrumentId> chosen =
        options.instruments().isEmpty() ? standard(options.venue()) : options.instruments();
    for (InstrumentId id : chosen) {
      if (!Instrument.parse(id).venue().equals(options.venue())) {
        throw new CommandFailed(ExitCode.USAGE, id + " is not traded at " + options.venue());
      }
    }
    return chosen;
  }

  /** One of each kind of market that an adapter trades. */
  private static List<InstrumentId> standard(VenueId venue) {
    List<String> names =
        switch (venue.value()) {
          case "binance", "okx" -> List.of("BTC-USDT-PERP", "BTC-USDT-SPOT");
          case "kraken" -> List.of("BTC-USD-SPOT");
          default -> List.of("BTC-USD-PERP");
        };
    return names.stream().map(name -> InstrumentId.of(name + "@" + venue)).toList();
  }
}
