package org.evenkeel.shell.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.evenkeel.cycle.JournalUnavailable;
import org.evenkeel.cycle.Records;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web page of a running bot, on loopback only and read-only.
 *
 * <p>For example, {@code http://127.0.0.1:8787/} shows the page, {@code /api/status} the same facts as JSON,
 * {@code /events} their changes, {@code /metrics} counters for Prometheus and {@code /healthz} whether the bot beats.
 *
 * <p>While the database is down the page answers 503 and says so, and recovers by itself.
 * Thread-safe; reads the records from several threads at once.
 */
public final class WebPage implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebPage.class);

  /** The stream's watchers have threads of their own, so this serves only short answers. */
  private static final int MAX_THREADS = 24;

  private final Javalin server;
  private final EventStream events;

  private WebPage(Javalin server, EventStream events) {
    this.server = server;
    this.events = events;
  }

  /**
   * Starts to serve.
   *
   * @param port the port on 127.0.0.1, or 0 for any that is free
   * @param records what is shown
   * @param metrics the text of {@code /metrics}
   * @param sinceHeartbeat wall time since the bot's last heartbeat, empty before the first
   * @param version of the program, for the page's foot
   * @return the page, which serves until closed
   * @throws WebPortTaken if another program listens on the port
   */
  public static WebPage start(
      int port,
      Records records,
      Supplier<String> metrics,
      Supplier<Optional<Duration>> sinceHeartbeat,
      String version) {
    return start(port, records, metrics, sinceHeartbeat, version, EventStream.HEARTBEAT);
  }

  static WebPage start(
      int port,
      Records records,
      Supplier<String> metrics,
      Supplier<Optional<Duration>> sinceHeartbeat,
      String version,
      Duration streamHeartbeat) {
    SnapshotFeed feed = new SnapshotFeed(records, version);
    EventStream events = new EventStream(feed, streamHeartbeat);
    Javalin server = Javalin.create(WebPage::configure);
    route(server, new Api(records, metrics, sinceHeartbeat), events);
    try {
      server.start("127.0.0.1", port);
    } catch (JavalinBindException e) {
      events.close();
      throw new WebPortTaken(port, e);
    }
    feed.start();
    return new WebPage(server, events);
  }

  /** What {@code /healthz} says of a bot whose last heartbeat is so long ago; of one that never beat: that it is not well. */
  public static boolean isWell(Optional<Duration> sinceHeartbeat) {
    return Api.isWell(sinceHeartbeat);
  }

  /** The address to open, such as {@code http://127.0.0.1:8787/}. */
  public String url() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  @Override
  public void close() {
    events.close();
    server.stop();
  }

  private static void configure(JavalinConfig config) {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 2);
    threads.setName("web");
    threads.setDaemon(true);
    config.jetty.threadPool = threads;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.showJavalinBanner = false;
    config.startupWatcherEnabled = false;
  }

  private static void route(Javalin server, Api api, EventStream events) {
    server.before(new LoopbackGuard());
    for (PageFile file : PageFile.values()) {
      server.get(file.path(), file::serve);
    }
    server.get("/api/status", api::status);
    server.get("/api/cycles", api::cycles);
    server.get("/api/cycle/<id>", api::cycle);
    server.get("/api/weights", api::weights);
    server.get("/api/positions", api::positions);
    server.get("/api/orders", api::orders);
    server.get("/api/navs", api::navs);
    server.get("/api/risk", api::risk);
    server.get("/events", events);
    server.get("/metrics", api::metrics);
    server.get("/healthz", api::health);
    server.exception(JournalUnavailable.class, (e, ctx) -> databaseDown(ctx, e));
    server.exception(
        HttpResponseException.class,
        (e, ctx) -> refuse(ctx, e.getStatus(), "refused", String.valueOf(e.getMessage())));
    server.exception(
        RuntimeException.class,
        (e, ctx) -> {
          LOG.warn("event=page_failed path={}", ctx.path(), e);
          refuse(ctx, 500, "internal", "the page failed: see the log");
        });
  }

  private static void databaseDown(Context ctx, JournalUnavailable e) {
    ctx.header("Retry-After", "2");
    ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
    ctx.contentType("application/json");
    ctx.result(Json.text(SnapshotFeed.unavailable(String.valueOf(e.getMessage()))));
  }

  private static void refuse(Context ctx, int status, String error, String message) {
    ctx.status(status);
    ctx.contentType("application/json");
    ctx.result(Json.text(new TreeMap<>(Map.of("error", error, "message", message))));
  }
}
