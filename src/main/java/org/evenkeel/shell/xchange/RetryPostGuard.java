package org.evenkeel.shell.xchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes sure that this Java machine never sends a POST twice by itself.
 *
 * <p>When a connection dies before the first byte of the answer, {@link HttpURLConnection} silently sends the request
 * again, an order too, unless {@code -Dsun.net.http.retryPost=false} is set (reproduced on Java 17 and 25).
 * The property is read once, in the static initializer of {@code sun.net.www.http.HttpClient}; setting it later changes
 * nothing, and the value that was read is private, so reading the property back proves nothing.
 *
 * <p>What is done instead: the property is set if it is not; the class is initialized at once, so that the value is
 * fixed if it was not yet; and then it is measured, by one POST to a listener on the loopback address that hangs up on
 * it and counts how often the request arrives.
 * Redirects are switched off for the whole process too: a redirected request is one more write, to another address.
 *
 * <p>What this does not cover: GET and DELETE are still sent again by the machine, so no order may use them.
 *
 * <p>This class is thread-safe; the measurement is made once per process and takes some milliseconds.
 */
public final class RetryPostGuard {

  /** The property of the JDK that forbids the repetition. */
  public static final String PROPERTY = "sun.net.http.retryPost";

  private static final int TIMEOUT_MILLIS = 5_000;

  private RetryPostGuard() {}

  private static final class Measured {
    static final int ARRIVALS = arrivalsOfOnePost();
  }

  /** Returns if a POST is sent once at most; throws {@link IllegalStateException} with what to do if it is not. */
  public static void ensure() {
    String value = System.getProperty(PROPERTY);
    if (value == null) {
      System.setProperty(PROPERTY, "false");
    } else if (!"false".equals(value)) {
      throw new IllegalStateException(
          "start Java with -D"
              + PROPERTY
              + "=false, not "
              + value
              + ": orders could be sent twice");
    }
    HttpURLConnection.setFollowRedirects(false);
    if (Measured.ARRIVALS != 1) {
      throw new IllegalStateException(
          "a POST that went unanswered arrived "
              + Measured.ARRIVALS
              + " times: a connection was made before -D"
              + PROPERTY
              + "=false was set; give it on Java's command line");
    }
  }

  private static int arrivalsOfOnePost() {
    try {
      Class.forName("sun.net.www.http.HttpClient", true, null);
      try (ServerSocket listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
        AtomicInteger arrivals = new AtomicInteger();
        Thread.ofVirtual().name("retry-post-guard").start(() -> hangUp(listener, arrivals));
        post(listener.getLocalPort());
        return arrivals.get();
      }
    } catch (ClassNotFoundException | IOException e) {
      throw new IllegalStateException(
          "cannot measure whether Java repeats a POST on the loopback address: " + e, e);
    }
  }

  private static void hangUp(ServerSocket listener, AtomicInteger arrivals) {
    try {
      while (true) {
        try (Socket socket = listener.accept()) {
          socket.setSoTimeout(TIMEOUT_MILLIS);
          arrivals.incrementAndGet();
          readToEndOfBody(socket.getInputStream());
        }
      }
    } catch (IOException e) {
      // The listener was closed: the measurement is over.
      return;
    }
  }

  private static void readToEndOfBody(InputStream in) throws IOException {
    StringBuilder seen = new StringBuilder();
    while (!seen.toString().endsWith("\r\n\r\nx")) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      seen.append((char) next);
    }
  }

  private static void post(int port) throws IOException {
    URI address =
        URI.create(
            "http://"
                + new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                    .getAddress()
                    .getHostAddress()
                + ":"
                + port
                + "/");
    HttpURLConnection connection =
        (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    try {
      connection.getOutputStream().write("x".getBytes(StandardCharsets.US_ASCII));
      connection.getResponseCode();
      throw new IllegalStateException("the listener answered, which it never does");
    } catch (IOException expected) {
      // Nothing answers: what counts is how often the request arrived.
      return;
    } finally {
      connection.disconnect();
    }
  }
}
