package org.evenkeel.shell.boot;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.DeadManSwitch;
import org.evenkeel.cycle.KeyRights;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Venue;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;
import org.evenkeel.shell.simvenue.SimVenueServer;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.BinanceMarketData;
import org.evenkeel.shell.xchange.binance.BinanceSettings;
import org.evenkeel.shell.xchange.binance.trade.AccountKeys;
import org.evenkeel.shell.xchange.binance.trade.BinanceVenue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rehearsal: the live adapter over real HTTP, against a simulated venue in this process or in another.
 *
 * <p>Only the addresses, the key and the clock differ from live.
 */
final class RehearsalGraph implements Graph {

  private static final Logger LOG = LoggerFactory.getLogger(RehearsalGraph.class);

  /** Market time runs thousands of times faster than the wall, on which the allowances are counted. */
  private static final int BUDGET_FACTOR = 100;

  private final Optional<SimVenueServer> server;
  private final URI url;
  private final Clock clock;
  private final MarketData market;
  private final BinanceVenue venue;
  private final Optional<Instant> end;
  private Optional<Clock.Hold> untilReady = Optional.empty();

  private RehearsalGraph(
      AppConfig config,
      ModeSettings.Rehearsal rehearsal,
      Optional<SimVenueServer> server,
      URI url,
      Clock clock,
      UnaryOperator<CallGate> metering) {
    this.server = server;
    this.url = url;
    this.clock = clock;
    this.end = SimulatedVenue.end(rehearsal);
    RehearsalKeys keys = RehearsalKeys.in(rehearsal.venueDirectory());
    BinanceSettings defaults = BinanceSettings.at(url, url);
    BinanceSettings settings =
        new BinanceSettings(
            url,
            url,
            config.venue().connectTimeout(),
            config.venue().readTimeout(),
            defaults.specificationAge(),
            defaults.readWindow());
    BinanceLink link =
        new BinanceLink(
            config.venue().capabilities().venue(),
            settings,
            metering.apply(
                new CallPolicies(
                    config.venue().capabilities().venue().value(),
                    CallSettings.binance().timesBudget(BUDGET_FACTOR))),
            clock);
    this.market = new BinanceMarketData(link);
    this.venue =
        new BinanceVenue(
            link, config.venue().capabilities(), new AccountKeys(keys.apiKey(), keys.apiSecret()));
  }

  /** The graph of a daemon: with its own venue, unless the configuration names one that runs elsewhere. */
  static RehearsalGraph forDaemon(
      AppConfig config,
      ModeSettings.Rehearsal rehearsal,
      Optional<Instant> notBefore,
      UnaryOperator<CallGate> metering) {
    if (rehearsal.externalUrl().isPresent()) {
      try {
        return elsewhere(config, rehearsal, rehearsal.externalUrl().orElseThrow(), metering);
      } catch (IllegalStateException e) {
        throw new CommandFailed(ExitCode.VENUE, String.valueOf(e.getMessage()));
      }
    }
    SimVenueServer server = SimulatedVenue.start(config, rehearsal, notBefore);
    Clock clock = new RehearsalClock(server.clock());
    Clock.Hold untilReady = clock.hold();
    writeUrl(rehearsal.venueDirectory(), server.url());
    RehearsalGraph graph =
        new RehearsalGraph(
            config, rehearsal, Optional.of(server), URI.create(server.url()), clock, metering);
    graph.untilReady = Optional.of(untilReady);
    return graph;
  }

  /** The graph of a command: at the daemon's venue if one runs, else with a venue of its own for the moment. */
  static RehearsalGraph forCommand(
      AppConfig config, ModeSettings.Rehearsal rehearsal, Optional<Instant> notBefore) {
    Optional<URI> running = rehearsal.externalUrl().or(() -> readUrl(rehearsal.venueDirectory()));
    if (running.isPresent()) {
      try {
        return elsewhere(config, rehearsal, running.orElseThrow(), UnaryOperator.identity());
      } catch (IllegalStateException e) {
        LOG.debug("event=no_venue message=\"{}\"", e.getMessage());
      }
    }
    return forDaemon(config, rehearsal, notBefore, UnaryOperator.identity());
  }

  /** The graph of a command that needs a venue which runs already. */
  static RehearsalGraph elsewhere(AppConfig config, ModeSettings.Rehearsal rehearsal) {
    URI running =
        rehearsal
            .externalUrl()
            .or(() -> readUrl(rehearsal.venueDirectory()))
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.VENUE,
                        "no simulated venue runs: neither rehearsal.external_url nor "
                            + rehearsal.venueDirectory().resolve("url")
                            + " names one"));
    try {
      return elsewhere(config, rehearsal, running, UnaryOperator.identity());
    } catch (IllegalStateException e) {
      throw new CommandFailed(ExitCode.VENUE, String.valueOf(e.getMessage()));
    }
  }

  private static RehearsalGraph elsewhere(
      AppConfig config,
      ModeSettings.Rehearsal rehearsal,
      URI url,
      UnaryOperator<CallGate> metering) {
    Clock clock = ExternalClock.of(url, "bot-" + new SystemIds().runSuffix());
    return new RehearsalGraph(config, rehearsal, Optional.empty(), url, clock, metering);
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
    return market;
  }

  @Override
  public Venue venue() {
    return venue;
  }

  @Override
  public DeadManSwitch deadMan(List<InstrumentId> instruments) {
    return venue.deadMan(instruments);
  }

  @Override
  public Result<Boolean> prepare(List<InstrumentId> instruments, int leverage) {
    return venue.setup().prepare(instruments, leverage);
  }

  /** What the simulated venue says of the rehearsal's key. */
  KeyRights keyRights() {
    return venue.keyRights();
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
    return "simulated venue at " + url + (server.isPresent() ? "" : ", in a process of its own");
  }

  @Override
  public void close() {
    server.ifPresent(SimVenueServer::close);
  }
}
