package org.evenkeel.shell.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.evenkeel.shell.web.SnapshotFeed.Update;

/**
 * Server-sent events: every change of the snapshot, and a comment in between so that a dead connection is noticed.
 *
 * <p>Each watcher has a virtual thread of its own, so a browser that stopped reading holds up nobody else.
 * Format: https://html.spec.whatwg.org/multipage/server-sent-events.html
 *
 * <p>Thread-safe.
 */
final class EventStream implements Handler, AutoCloseable {

  static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** Far above what one operator opens, far below what would hurt. */
  private static final int MAX_WATCHERS = 32;

  private final SnapshotFeed feed;
  private final Duration heartbeat;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("web-events-", 0).factory());

  EventStream(SnapshotFeed feed, Duration heartbeat) {
    this.feed = feed;
    this.heartbeat = heartbeat;
  }

  @Override
  public void handle(Context ctx) {
    if (!feed.join(MAX_WATCHERS)) {
      ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
      ctx.header("Retry-After", "10");
      ctx.contentType("application/json");
      ctx.result(
          Json.text(
              new TreeMap<>(
                  Map.of("error", "too_many_watchers", "message", "close another window first"))));
      return;
    }
    ctx.res().setContentType("text/event-stream;charset=UTF-8");
    ctx.async(
        task -> {
          task.executor = threads;
          task.timeout = 0;
        },
        () -> serve(ctx.res().getOutputStream()));
  }

  private void serve(OutputStream out) {
    try {
      // How long the browser waits before it connects again.
      send(out, "retry: 1000\n\n");
      long seen = 0;
      while (!feed.isClosed()) {
        Optional<Update> update = feed.awaitNewerThan(seen, heartbeat);
        if (update.isPresent()) {
          seen = update.get().number();
          send(out, message(update.get()));
        } else {
          send(out, ": still here\n\n");
        }
      }
    } catch (IOException e) {
      // The browser left: the ordinary end of a stream.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      feed.leave();
    }
  }

  private static String message(Update update) {
    return "id: "
        + update.number()
        + "\nevent: "
        + update.event()
        + "\ndata: "
        + update.json()
        + "\n\n";
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    feed.close();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
