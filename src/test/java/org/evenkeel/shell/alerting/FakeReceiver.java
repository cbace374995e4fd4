package org.evenkeel.shell.alerting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A receiver of alerts on loopback that answers as a test says, or not at all. */
public final class FakeReceiver implements AutoCloseable {

  /** The status of an answer that never comes. */
  public static final int SILENT = 0;

  private final HttpServer server;
  private final LinkedBlockingQueue<String> fresh = new LinkedBlockingQueue<>();
  private final List<String> all = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile int status = 200;

  /** Listens on a free port. */
  public FakeReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int now = status;
    if (now == SILENT) {
      await(end);
    }
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(now == SILENT ? 200 : now, -1);
    exchange.close();
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body;
    all.add(line);
    fresh.add(line);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the test has forgotten its receiver");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void answers(int code) {
    status = code;
  }

  /** Its address with a path that nobody should see. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/canary-token");
  }

  /** The next request that was not asked for yet; waits for it. */
  public String next() {
    try {
      String line = fresh.poll(30, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("nothing was received, but before: " + all);
      }
      return line;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** All requests that were answered. */
  public List<String> all() {
    return List.copyOf(all);
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
