package org.evenkeel.shell.simvenue.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The simulated venue's HTTP server on the loopback address, for example http://127.0.0.1:18080.
 *
 * <p>It speaks one venue's dialect, and {@code /sim} for rehearsals.
 * Before each request and four times a second the exchange is advanced to market time.
 * Each request has its own virtual thread.
 * A reset is simulated by closing the connection: the JDK's server sends an orderly end, which an HTTP client reports as an unexpected end of the stream.
 * Thread-safe.
 */
public final class Front implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Front.class);
  private static final long TICK_MS = 250;

  /** What every answer but a page of HTML is. */
  static final String JSON = "application/json;charset=UTF-8";

  static {
    // Without it every answer waits 40 ms for Nagle's algorithm; read when the server class loads.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("simvenue-tick").factory());
  private final Dialect dialect;
  private final VenueClock clock;
  private final ClockHolds holds;
  private final Faults faults = new Faults();
  private final SimRoutes rehearsal;
  private final FaultyExecution execution;

  private Front(HttpServer server, Parts parts) {
    this.server = server;
    this.dialect = parts.dialect();
    this.clock = parts.clock();
    this.holds = new ClockHolds(clock, System::nanoTime);
    this.rehearsal = new SimRoutes(parts.exchange(), dialect, clock, holds, faults, parts.log());
    this.execution = new FaultyExecution(parts);
  }

  /**
   * What a front stands on.
   *
   * @param log the event log's lines so far
   * @param past what it takes to answer from an earlier state, without which the fault 'lagMs' cannot be had
   */
  public record Parts(
      Dialect dialect,
      SimExchange exchange,
      VenueClock clock,
      Supplier<List<String>> log,
      Optional<Past> past) {

    /** A front that cannot show its past. */
    public Parts(
        Dialect dialect, SimExchange exchange, VenueClock clock, Supplier<List<String>> log) {
      this(dialect, exchange, clock, log, Optional.empty());
    }
  }

  /**
   * How an exchange is made from a part of its log, and spoken about.
   *
   * @param setup with a sink that keeps nothing
   */
  public record Past(ExchangeSetup setup, Function<SimExchange, Dialect> dialect) {}

  /**
   * Starts a front; port 0 takes any free one.
   *
   * @throws UncheckedIOException if the port cannot be had, naming it
   */
  public static Front start(Parts parts, int port) {
    try {
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
      Front front = new Front(server, parts);
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
      dialect.advance(clock.nowMs());
    } catch (RuntimeException e) {
      LOG.warn("event=simvenue_tick_failed cause={}", e.toString());
    }
  }

  /** Orders that something goes wrong. */
  public void order(Fault.Order order) {
    faults.add(order.fault(), order.count());
  }

  /** Takes back every fault that has not happened yet. */
  public void calm() {
    faults.clear();
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
      respond(http, dialect.trouble(500));
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
    Request request = read(http, method, path);
    if (own) {
      SimRoutes.Text answer = rehearsal.answer(request);
      respond(http, answer.status(), answer.body());
    } else if (fault.isPresent() && fault.get().kind().replacesExecution()) {
      dialect.recordArrival(request, "fault " + fault.get().kind());
      FaultAnswers.send(http, fault.get(), dialect);
    } else {
      execute(http, request, fault);
    }
  }

  private void execute(HttpExchange http, Request request, Optional<Fault> fault)
      throws IOException {
    if (fault.isEmpty()) {
      respond(http, dialect.answer(request));
    } else {
      Delivery.of(fault.get()).send(http, execution.answer(request, fault.get()));
    }
  }

  private static Request read(HttpExchange http, String method, String path) throws IOException {
    String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String query = http.getRequestURI().getRawQuery();
    TreeMap<String, String> headers = new TreeMap<>();
    http.getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new Request(method, path, query == null ? "" : query, body, headers);
  }

  static void respond(HttpExchange http, Answer answer) throws IOException {
    answer.headers().forEach(http.getResponseHeaders()::set);
    respond(http, answer.status(), answer.body().toString());
  }

  static void respond(HttpExchange http, int status, String body) throws IOException {
    respond(http, status, body.getBytes(StandardCharsets.UTF_8));
  }

  static void respond(HttpExchange http, int status, byte[] body) throws IOException {
    if (!http.getResponseHeaders().containsKey("Content-Type")) {
      http.getResponseHeaders().set("Content-Type", JSON);
    }
    http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      http.getResponseBody().write(body);
    }
  }
}
