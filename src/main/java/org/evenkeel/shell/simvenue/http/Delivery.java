package org.evenkeel.shell.simvenue.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** How an answer's bytes come over the wire, whatever they say. Implementations are immutable. */
sealed interface Delivery {

  /** As it should be. */
  record Whole() implements Delivery {}

  /** Not at all: the connection closes. */
  record Nothing() implements Delivery {}

  /** In due form, but only the first bytes, with a length that fits them; half of them if negative. */
  record Truncated(long bytes) implements Delivery {}

  /** The headers promise everything, and the connection closes after some bytes; after half of them if negative. */
  record Cut(long bytes) implements Delivery {}

  /** With one byte changed. */
  record Garbled(long seed) implements Delivery {}

  /** In four pieces, with a pause before each. */
  record Drip(long pauseMs) implements Delivery {}

  int PIECES = 4;

  /** How a fault lets answers come; whole if it is about something else. */
  static Delivery of(Fault fault) {
    return switch (fault.kind()) {
      case LOST_ACK -> new Nothing();
      case TRUNCATED -> new Truncated(fault.number(-1));
      case CUT -> new Cut(fault.number(-1));
      case GARBLED -> new Garbled(fault.number(0));
      case DRIP -> new Drip(fault.number(1000));
      default -> new Whole();
    };
  }

  /** Sends an answer in this way. */
  default void send(HttpExchange http, Answer answer) throws IOException {
    answer.headers().forEach(http.getResponseHeaders()::set);
    byte[] body = answer.body().toString().getBytes(StandardCharsets.UTF_8);
    switch (this) {
      case Whole whole -> Front.respond(http, answer.status(), body);
      case Nothing nothing -> {}
      case Truncated cutShort ->
          Front.respond(http, answer.status(), Arrays.copyOf(body, part(cutShort.bytes(), body)));
      case Cut cut -> {
        OutputStream out = promise(http, answer.status(), body.length);
        out.write(body, 0, part(cut.bytes(), body));
        out.flush();
      }
      case Garbled garbled -> {
        SplittableRandom random = new SplittableRandom(garbled.seed());
        int at = random.nextInt(body.length);
        body[at] = (byte) (body[at] ^ (1 + random.nextInt(0x7E)));
        Front.respond(http, answer.status(), body);
      }
      case Drip drip -> {
        OutputStream out = promise(http, answer.status(), body.length);
        for (int i = 0; i < PIECES; i++) {
          pause(drip.pauseMs());
          int from = body.length * i / PIECES;
          out.write(body, from, body.length * (i + 1) / PIECES - from);
          out.flush();
        }
      }
    }
  }

  private static int part(long bytes, byte[] body) {
    return bytes < 0 ? body.length / 2 : (int) Math.min(bytes, body.length);
  }

  private static OutputStream promise(HttpExchange http, int status, int length)
      throws IOException {
    http.getResponseHeaders().set("Content-Type", Front.JSON);
    http.sendResponseHeaders(status, length);
    return http.getResponseBody();
  }

  /** Waits so many wall milliseconds. */
  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
