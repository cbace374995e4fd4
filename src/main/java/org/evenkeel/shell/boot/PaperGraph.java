package org.evenkeel.shell.boot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.EventLog;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Venues;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;
import org.evenkeel.shell.simvenue.paper.PaperSettings;
import org.evenkeel.shell.simvenue.paper.PaperVenue;
import org.evenkeel.shell.simvenue.paper.ScratchLog;
import org.evenkeel.shell.xchange.binance.BinanceFundingFeed;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.BinanceMarketData;
import org.evenkeel.shell.xchange.binance.BinanceSettings;

/**
 * Paper mode: live public prices, a simulated account in this process, kept in the database.
 *
 * <p>It is not given the configuration, which can name where a key is: from here no class that holds a secret or writes
 * to a venue can be reached, and a rule of the build checks it.
 */
final class PaperGraph implements Graph {

  private final BinanceSettings endpoints;
  private final Clock clock;
  private final MarketData market;
  private final PaperVenue venue;

  private PaperGraph(
      PaperSettings account, BinanceSettings endpoints, EventLog log, Metering metering) {
    this.endpoints = endpoints;
    this.clock = new WallClock();
    BinanceLink link =
        new BinanceLink(
            account.capabilities().venue(),
            endpoints,
            metering.of(
                account.capabilities().venue(),
                CallSettings.binance(),
                new CallPolicies(account.capabilities().venue().value(), CallSettings.binance())),
            clock);
    this.market = new BinanceMarketData(link);
    this.venue = new PaperVenue(account, market, new BinanceFundingFeed(link), log, clock);
  }

  /** The graph of a daemon, which writes the account's history into the log. */
  static PaperGraph forDaemon(
      PaperSettings account, BinanceSettings endpoints, EventLog log, Metering metering) {
    return new PaperGraph(account, endpoints, log, metering);
  }

  /** The graph of a command beside a daemon: it sees the account as the log has it and writes nothing. */
  static PaperGraph forCommand(PaperSettings account, BinanceSettings endpoints, EventLog log) {
    return new PaperGraph(account, endpoints, ScratchLog.on(log), Metering.NONE);
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
  public Venues venues() {
    return Venues.of(venue);
  }

  @Override
  public Result<Boolean> prepare(List<InstrumentId> instruments, int leverage) {
    return venue.prepare(instruments, leverage);
  }

  @Override
  public void letTimeRun() {
    // The wall's time runs by itself.
  }

  @Override
  public Optional<Instant> end() {
    return Optional.empty();
  }

  @Override
  public String description() {
    return "simulated account on live prices of "
        + endpoints.futuresUrl()
        + " and "
        + endpoints.spotUrl();
  }

  @Override
  public void close() {
    // Nothing is held open: the log belongs to the database.
  }
}
