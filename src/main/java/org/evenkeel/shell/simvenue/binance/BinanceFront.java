package org.evenkeel.shell.simvenue.binance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.SimClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The simulated venue's HTTP server on the loopback address, for example http://127.0.0.1:18080.
 *
 * <p>It speaks Binance spot ({@code /api}, {@code /sapi}) and USD-M futures ({@code /fapi}) on one port, and {@code /sim} for rehearsals.
 * Before each request and four times a second the exchange is advanced to market time.
 * Each request has its own virtual thread.
 * A reset is simulated by closing the connection: the JDK's server sends an orderly end, which an HTTP client reports as an unexpected end of the stream.
 * Thread-safe.
 */
public final class BinanceFront implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BinanceFront.class);
  private static final long TICK_MS = 250;

  static {
    // Without it every answer waits 40 ms for Nagle's algorithm; read when the server class loads.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("simvenue-tick").factory());
  private final Desk desk;
  private final VenueClock clock;
  private final ClockHolds holds;
  private final Faults faults = new Faults();
  private final SimRoutes rehearsal;

  private BinanceFront(HttpServer server, Desk desk, Parts parts) {
    this.server = server;
    this.desk = desk;
    this.clock = parts.clock();
    this.holds = new ClockHolds(clock, System::nanoTime);
    this.rehearsal = new SimRoutes(parts.exchange(), clock, holds, faults, parts.log());
  }

  /** What a front stands on. */
  public record Parts(
      SimExchange exchange,
      Market market,
      VenueClock clock,
      Credentials credentials,
      FrontLimits limits,
      Supplier<List<String>> log) {}

  /** Starts a front whose market runs on a simulated clock; port 0 takes any free one. */
  public static BinanceFront start(
      SimExchange exchange, Market market, SimClock clock, Credentials credentials, int port) {
    return start(
        new Parts(
            exchange, market, VenueClock.of(clock), credentials, FrontLimits.standard(), List::of),
        port);
  }

  /** Starts a front whose market time comes from elsewhere; port 0 takes any free one. */
  public static BinanceFront start(
      SimExchange exchange, Market market, LongSupplier nowMs, Credentials credentials, int port) {
    return start(
        new Parts(
            exchange,
            market,
            VenueClock.wallSpeed(nowMs),
            credentials,
            FrontLimits.standard(),
            List::of),
        port);
  }

  /**
   * Starts a front.
   *
   * @throws UncheckedIOException if the port cannot be had, naming it
   */
  public static BinanceFront start(Parts parts, int port) {
    Desk desk =
        new Desk(
            parts.exchange(), parts.market(), parts.clock(), parts.credentials(), parts.limits());
    try {
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
      BinanceFront front = new BinanceFront(server, desk, parts);
      front.open();
      return front;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the simulated venue cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
    }
  }

  private void open() {
    server.createContext("/", this::handle);
    server.setExecutor(requests);
    server.start();
    var unused = ticker.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      holds.expire();
      desk.advance(clock.nowMs());
    } catch (RuntimeException e) {
      LOG.warn("event=simvenue_tick_failed cause={}", e.toString());
    }
  }

  /** Returns the base URL without a trailing slash. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** Returns the port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    ticker.shutdownNow();
    server.stop(0);
    requests.shutdown();
  }

  private void handle(HttpExchange http) throws IOException {
    try {
      serve(http);
    } catch (RuntimeException e) {
      LOG.warn("event=simvenue_request_failed uri={} cause={}", http.getRequestURI(), e.toString());
      respond(
          http,
          500,
          Json.message(-1000, "An unknown error occurred while processing the request.")
              .toString());
    } finally {
      http.close();
    }
  }

  private void serve(HttpExchange http) throws IOException {
    String method = http.getRequestMethod();
    String path = http.getRequestURI().getPath();
    boolean own = path.startsWith("/sim/");
    Optional<Fault> fault = own ? Optional.empty() : faults.take(method, path);
    if (fault.isPresent() && fault.get().kind() == Fault.Kind.RESET_BEFORE_READ) {
      return;
    }
    ApiRequest request = read(http, method, path);
    if (own) {
      SimRoutes.Answer answer = rehearsal.answer(request);
      respond(http, answer.status(), answer.body());
    } else if (fault.isPresent() && fault.get().kind().replacesExecution()) {
      desk.recordArrival(request, 0, "fault " + fault.get().kind());
      FaultAnswers.send(http, fault.get());
    } else {
      execute(http, request, fault);
    }
  }

  private void execute(HttpExchange http, ApiRequest request, Optional<Fault> fault)
      throws IOException {
    Optional<Fault.Kind> kind = fault.map(Fault::kind);
    if (kind.isPresent() && kind.get() == Fault.Kind.DELAY) {
      FaultAnswers.delay(fault.get().number(1000));
    }
    Desk.Answer answer = desk.answer(request);
    if (kind.isPresent() && kind.get() == Fault.Kind.LOST_ACK) {
      return;
    }
    if (kind.isPresent() && kind.get() == Fault.Kind.WRONG_ECHO) {
      Desk.wrongEcho(answer, fault.get().value());
    }
    answer.headers().forEach(http.getResponseHeaders()::set);
    respond(http, answer.status(), answer.body().toString());
  }

  private static ApiRequest read(HttpExchange http, String method, String path) throws IOException {
    String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String query = http.getRequestURI().getRawQuery();
    String key = http.getRequestHeaders().getFirst("X-MBX-APIKEY");
    return ApiRequest.of(method, path, query == null ? "" : query, body, key == null ? "" : key);
  }

  static void respond(HttpExchange http, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (!http.getResponseHeaders().containsKey("Content-Type")) {
      http.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
    }
    http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      http.getResponseBody().write(bytes);
    }
  }
}
