package org.evenkeel.shell.simvenue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.FileEventLog;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Dialect;
import org.evenkeel.shell.simvenue.http.Fault;
import org.evenkeel.shell.simvenue.http.Front;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.SimClock;

/**
 * A simulated venue put together: market, clock, exchange, event log and HTTP front.
 *
 * <p>A restart replays the log and goes on at the last market time in it, or at {@code notBefore} if that is later, with the same balances, positions, orders and ids.
 * Thread-safe.
 */
public final class SimVenueServer implements AutoCloseable {

  private final FileEventLog log;
  private final SimExchange exchange;
  private final SimClock clock;
  private final Front front;

  private SimVenueServer(FileEventLog log, SimExchange exchange, SimClock clock, Front front) {
    this.log = log;
    this.exchange = exchange;
    this.clock = clock;
    this.front = front;
  }

  /**
   * What a venue needs to start.
   *
   * @param market where prices and funding come from
   * @param clockFrom makes the clock that starts at a market time
   * @param notBeforeMs earliest market time to start at; the market's own start at least
   * @param log the event log's file, created when absent
   * @param credentials the only key it accepts
   * @param opening what the account holds when the log is empty
   * @param port 0 for any free one
   */
  public record Options(
      Market market,
      LongFunction<SimClock> clockFrom,
      long notBeforeMs,
      Path log,
      Credentials credentials,
      OpeningBalances opening,
      int port) {}

  /**
   * How a venue talks and what goes wrong with it from the start.
   *
   * @param faults each as many times as it says
   */
  public record Manner(DialectName dialect, List<Fault.Order> faults) {

    /** A venue that speaks Binance's dialect and that nothing is wrong with. */
    public static Manner binance() {
      return new Manner(DialectName.BINANCE, List.of());
    }

    public Manner {
      faults = List.copyOf(faults);
    }
  }

  /** Starts a venue that speaks Binance's dialect, continuing where its log ends. */
  public static SimVenueServer start(Options options) {
    return start(options, Manner.binance());
  }

  /**
   * Starts the venue, continuing where its log ends.
   *
   * @throws IllegalArgumentException if the dialect cannot be spoken
   */
  public static SimVenueServer start(Options options, Manner manner) {
    FileEventLog log = FileEventLog.open(options.log());
    try {
      List<String> lines = log.lines();
      Market market = manner.dialect().market(options.market());
      long notBefore = Math.max(options.notBeforeMs(), market.startMs());
      ExchangeSetup setup =
          manner
              .dialect()
              .of(
                  new ExchangeSetup(
                      manner.dialect().rules(),
                      manner.dialect().series(market.series()),
                      market::quote,
                      log));
      SimExchange exchange =
          lines.isEmpty()
              ? SimExchange.open(setup, options.opening(), notBefore)
              : SimExchange.replay(setup, lines);
      SimClock clock = options.clockFrom().apply(Math.max(exchange.lastMs(), notBefore));
      VenueClock venueClock = VenueClock.of(clock);
      Function<SimExchange, Dialect> speech =
          spoken ->
              manner
                  .dialect()
                  .in(
                      new DialectName.World(
                          spoken, market, venueClock, options.credentials(), clock.speed()));
      ExchangeSetup past =
          new ExchangeSetup(setup.rules(), setup.series(), setup.quotes(), line -> {});
      Front front =
          Front.start(
              new Front.Parts(
                  speech.apply(exchange),
                  exchange,
                  venueClock,
                  log::lines,
                  Optional.of(new Front.Past(past, speech))),
              options.port());
      manner.faults().forEach(front::order);
      return new SimVenueServer(log, exchange, clock, front);
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  /** Returns the base URL, for example "http://127.0.0.1:18080". */
  public String url() {
    return front.url();
  }

  /** Returns the port it listens on. */
  public int port() {
    return front.port();
  }

  /** Returns the exchange behind the front. */
  public SimExchange exchange() {
    return exchange;
  }

  /** Returns the market clock. */
  public SimClock clock() {
    return clock;
  }

  /** Returns the event log's lines so far. */
  public List<String> logLines() {
    return log.lines();
  }

  @Override
  public void close() {
    front.close();
    log.close();
  }
}
