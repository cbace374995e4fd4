package org.evenkeel.shell.boot;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.DeadManSwitch;
import org.evenkeel.cycle.KeyRights;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Markets;
import org.evenkeel.cycle.SelfMatch;
import org.evenkeel.cycle.VenueStatus;
import org.evenkeel.cycle.Venues;
import org.evenkeel.cycle.WalletTransfers;
import org.evenkeel.cycle.watch.DropCopy;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;
import org.evenkeel.shell.simvenue.SimVenueServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rehearsal: the live adapters over real HTTP, against simulated venues in this process or in another.
 *
 * <p>Only the addresses, the keys and the clock differ from live.
 */
final class RehearsalGraph implements Graph {

  private static final Logger LOG = LoggerFactory.getLogger(RehearsalGraph.class);

  /** Market time runs thousands of times faster than the wall, on which the allowances are counted. */
  private static final int COMPRESSED = 100;

  private final List<SimVenueServer> servers;
  private final List<URI> urls;
  private final Clock clock;
  private final List<Connection> connections;
  private final Optional<Instant> end;
  private Optional<Clock.Hold> untilReady = Optional.empty();

  private RehearsalGraph(
      AppConfig config,
      ModeSettings.Rehearsal rehearsal,
      List<SimVenueServer> servers,
      List<URI> urls,
      Clock clock,
      Metering metering,
      Function<Path, VenueKeys> keys) {
    this.servers = servers;
    this.urls = urls;
    this.clock = clock;
    this.end = SimulatedVenue.end(rehearsal);
    List<Connection> all = new ArrayList<>();
    for (VenueCapabilities venue : config.venue().capabilities()) {
      all.add(
          Connection.to(
              new Connection.Terms(
                  venue,
                  Connection.Urls.of(urls.get(all.size())),
                  keys.apply(SimulatedVenue.place(config, rehearsal, venue)),
                  config.venue(),
                  metering.of(
                      venue.venue(),
                      CallSettings.of(venue.venue()),
                      new CallPolicies(
                          venue.venue().value(),
                          CallSettings.of(venue.venue()).timesBudget(factor(rehearsal)))),
                  clock)));
    }
    this.connections = List.copyOf(all);
  }

  /** At the wall's pace the venue's own allowances hold, there as here. */
  private static int factor(ModeSettings.Rehearsal rehearsal) {
    return rehearsal.speed().compareTo(BigDecimal.ONE) > 0 ? COMPRESSED : 1;
  }

  /** The graph of a daemon: with its own venues, unless the configuration names one that runs elsewhere. */
  static RehearsalGraph forDaemon(
      AppConfig config,
      ModeSettings.Rehearsal rehearsal,
      Optional<Instant> notBefore,
      Metering metering) {
    if (rehearsal.externalUrl().isPresent()) {
      try {
        return elsewhere(
            config,
            rehearsal,
            List.of(rehearsal.externalUrl().orElseThrow()),
            metering,
            VenueKeys::in);
      } catch (IllegalStateException e) {
        throw new CommandFailed(ExitCode.VENUE, String.valueOf(e.getMessage()));
      }
    }
    List<SimVenueServer> servers = SimulatedVenue.startAll(config, rehearsal, notBefore);
    Clock clock = new RehearsalClock(servers.get(0).clock());
    Clock.Hold untilReady = clock.hold();
    List<Path> places = places(config, rehearsal);
    for (int i = 0; i < servers.size(); i++) {
      writeUrl(places.get(i), servers.get(i).url());
    }
    RehearsalGraph graph =
        new RehearsalGraph(
            config,
            rehearsal,
            servers,
            servers.stream().map(server -> URI.create(server.url())).toList(),
            clock,
            metering,
            VenueKeys::in);
    graph.untilReady = Optional.of(untilReady);
    return graph;
  }

  /** The graph of a command: at the daemon's venues if they run, else with venues of its own for the moment. */
  static RehearsalGraph forCommand(
      AppConfig config, ModeSettings.Rehearsal rehearsal, Optional<Instant> notBefore) {
    Optional<List<URI>> running = running(config, rehearsal);
    if (running.isPresent()) {
      try {
        return elsewhere(config, rehearsal, running.orElseThrow(), Metering.NONE, VenueKeys::in);
      } catch (IllegalStateException e) {
        LOG.debug("event=no_venue message=\"{}\"", e.getMessage());
      }
    }
    return forDaemon(config, rehearsal, notBefore, Metering.NONE);
  }

  /** The graph of a command that needs venues which run already. */
  static RehearsalGraph elsewhere(AppConfig config, ModeSettings.Rehearsal rehearsal) {
    return elsewhere(config, rehearsal, VenueKeys::in);
  }

  /** The same with the watcher's own keys. */
  static RehearsalGraph forWatcher(AppConfig config, ModeSettings.Rehearsal rehearsal) {
    return elsewhere(config, rehearsal, VenueKeys::ofWatcherIn);
  }

  private static RehearsalGraph elsewhere(
      AppConfig config, ModeSettings.Rehearsal rehearsal, Function<Path, VenueKeys> keys) {
    List<URI> running =
        running(config, rehearsal)
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.VENUE,
                        "no simulated venue runs: neither rehearsal.external_url nor the file 'url' in "
                            + places(config, rehearsal)
                            + " names one"));
    try {
      return elsewhere(config, rehearsal, running, Metering.NONE, keys);
    } catch (IllegalStateException e) {
      throw new CommandFailed(ExitCode.VENUE, String.valueOf(e.getMessage()));
    }
  }

  private static RehearsalGraph elsewhere(
      AppConfig config,
      ModeSettings.Rehearsal rehearsal,
      List<URI> urls,
      Metering metering,
      Function<Path, VenueKeys> keys) {
    if (urls.size() != config.venue().capabilities().size()) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "rehearsal.external_url names one venue, but the portfolio is spread over "
              + config.venue().capabilities().size()
              + "; remove it or venue.further_capabilities");
    }
    Clock clock = ExternalClock.of(urls.get(0), "bot-" + new SystemIds().runSuffix());
    return new RehearsalGraph(config, rehearsal, List.of(), urls, clock, metering, keys);
  }

  private static List<Path> places(AppConfig config, ModeSettings.Rehearsal rehearsal) {
    return config.venue().capabilities().stream()
        .map(venue -> SimulatedVenue.place(config, rehearsal, venue))
        .toList();
  }

  private static Optional<List<URI>> running(AppConfig config, ModeSettings.Rehearsal rehearsal) {
    if (rehearsal.externalUrl().isPresent()) {
      return Optional.of(List.of(rehearsal.externalUrl().orElseThrow()));
    }
    List<URI> urls =
        places(config, rehearsal).stream().flatMap(place -> readUrl(place).stream()).toList();
    return urls.size() == config.venue().capabilities().size()
        ? Optional.of(urls)
        : Optional.empty();
  }

  static void writeUrl(Path directory, String url) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("url"), url + "\n");
    } catch (IOException e) {
      LOG.warn("event=venue_url message=\"{}\"", e.toString());
    }
  }

  private static Optional<URI> readUrl(Path directory) {
    try {
      return Optional.of(URI.create(Files.readString(directory.resolve("url")).strip()));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public MarketData market() {
    TreeMap<VenueId, MarketData> markets = new TreeMap<>();
    connections.forEach(
        connection -> markets.put(connection.venue().capabilities().venue(), connection.market()));
    return markets.size() == 1 ? markets.firstEntry().getValue() : new Markets(markets);
  }

  @Override
  public Venues venues() {
    return new Venues(connections.stream().map(Connection::venue).toList());
  }

  @Override
  public SortedMap<VenueId, DeadManSwitch> deadMen(List<InstrumentId> instruments) {
    TreeMap<VenueId, DeadManSwitch> switches = new TreeMap<>();
    connections.forEach(
        one ->
            switches.put(
                one.venue().capabilities().venue(),
                one.deadMan(Venues.tradedAt(one.venue(), instruments))));
    return switches;
  }

  @Override
  public Result<Boolean> prepare(List<InstrumentId> instruments, int leverage) {
    for (Connection one : connections) {
      Result<Boolean> prepared =
          one.setup().prepare(Venues.tradedAt(one.venue(), instruments), leverage);
      if (prepared instanceof Result.Refused<Boolean>) {
        return prepared;
      }
    }
    return Result.ok(true);
  }

  @Override
  public Result<Boolean> verify(List<InstrumentId> instruments, int leverage) {
    for (Connection one : connections) {
      Result<Boolean> asSet =
          one.setup().verify(Venues.tradedAt(one.venue(), instruments), leverage);
      if (asSet instanceof Result.Refused<Boolean>) {
        return asSet;
      }
    }
    return Result.ok(true);
  }

  @Override
  public List<WalletTransfers> transfers() {
    return TransferWays.between(connections.stream().map(Connection::venue).toList());
  }

  @Override
  public List<KeyRights> keyRights() {
    return connections.stream().map(Connection::keyRights).toList();
  }

  @Override
  public List<VenueStatus> statuses() {
    return connections.stream().map(Connection::status).toList();
  }

  @Override
  public List<DropCopy> dropCopies() {
    return connections.stream().map(Connection::dropCopy).toList();
  }

  @Override
  public List<SelfMatch> selfMatches() {
    return connections.stream().flatMap(one -> one.selfMatch().stream()).toList();
  }

  @Override
  public void letTimeRun() {
    untilReady.ifPresent(Clock.Hold::close);
    untilReady = Optional.empty();
  }

  @Override
  public Optional<Instant> end() {
    return end;
  }

  @Override
  public String description() {
    return "simulated venue at "
        + urls.stream().map(URI::toString).collect(Collectors.joining(", "))
        + (servers.isEmpty() ? ", in a process of its own" : "");
  }

  @Override
  public void close() {
    servers.forEach(SimVenueServer::close);
  }
}
