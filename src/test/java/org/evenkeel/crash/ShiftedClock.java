package org.evenkeel.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before a venue and passes everything on, but tells the bot another time than the venue lives by.
 *
 * <p>So the bot's own clock is wrong by that much, and nothing else is.
 */
final class ShiftedClock implements AutoCloseable {

  private static final Pattern TIME = Pattern.compile("\"marketMs\":(\\d+)");

  private final String venue;
  private final AtomicLong shiftMs = new AtomicLong();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  ShiftedClock(VenueRig venue) throws IOException {
    this.venue = venue.url();
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::pass);
    server.setExecutor(requests);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Puts the bot's clock this many milliseconds before the venue's. */
  void shift(long millis) {
    shiftMs.set(millis);
  }

  private void pass(HttpExchange asked) throws IOException {
    try (asked) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(venue + asked.getRequestURI()))
              .method(
                  asked.getRequestMethod(),
                  BodyPublishers.ofByteArray(asked.getRequestBody().readAllBytes()));
      for (String name : new String[] {"X-MBX-APIKEY", "Content-Type"}) {
        String value = asked.getRequestHeaders().getFirst(name);
        if (value != null) {
          request.header(name, value);
        }
      }
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      byte[] body = shifted(answer.body()).getBytes(StandardCharsets.UTF_8);
      asked.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
      asked.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
      asked.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String shifted(String body) {
    return TIME.matcher(body)
        .replaceAll(found -> Matcher.quoteReplacement("\"marketMs\":" + (at(found.group(1)))));
  }

  private long at(String millis) {
    return Long.parseLong(millis) + shiftMs.get();
  }

  @Override
  public void close() {
    server.stop(0);
    requests.shutdownNow();
  }
}
