package org.evenkeel.shell.alerting;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One address outside, which may be a secret: it appears in no message, and neither does what the receiver answers.
 *
 * <p>Follows no redirection: it could lead to anybody. This class is thread-safe.
 */
final class Outward implements AutoCloseable {

  private final URI address;
  private final Duration timeout;
  private final HttpClient client;

  Outward(URI address, Duration timeout) {
    this.address = address;
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Posts a text; why it was not taken, or empty. */
  Optional<String> post(String contentType, String body) {
    return sent(
        HttpRequest.newBuilder(address)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Gets the address and forgets what it says; why it did not answer well, or empty. */
  Optional<String> get() {
    return sent(HttpRequest.newBuilder(address).GET());
  }

  private Optional<String> sent(HttpRequest.Builder request) {
    // The request's own time limit ends with the headers; this one holds for all of it.
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(
            request.timeout(timeout).header("User-Agent", "evenkeel").build(),
            HttpResponse.BodyHandlers.discarding());
    try {
      int status = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      return status >= 200 && status < 300
          ? Optional.empty()
          : Optional.of("the receiver answers with status " + status);
    } catch (ExecutionException e) {
      return Optional.of(
          Optional.ofNullable(e.getCause()).map(this::words).orElse("the connection broke"));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return Optional.of(silence());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.of("interrupted by the end of the program");
    }
  }

  /** Connects, with TLS where it is asked for, and sends nothing; why that failed, or empty. */
  Optional<String> reach() {
    boolean isTls = "https".equals(address.getScheme());
    int port = address.getPort() >= 0 ? address.getPort() : isTls ? 443 : 80;
    String host = address.getHost().replace("[", "").replace("]", "");
    int millis = (int) timeout.toMillis();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(host, port), millis);
      plain.setSoTimeout(millis);
      if (isTls) {
        shakeHands(plain, host, port);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(words(e));
    }
  }

  private static void shakeHands(Socket plain, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket tls = (SSLSocket) factory.createSocket(plain, host, port, false)) {
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      tls.setSSLParameters(parameters);
      tls.startHandshake();
    }
  }

  /** What went wrong, in words of our own: those of the libraries may name the address. */
  private String words(Throwable failure) {
    return switch (failure) {
      case HttpTimeoutException e -> silence();
      case SocketTimeoutException e -> silence();
      case UnknownHostException e -> "its host has no address";
      case SSLException e -> "its TLS certificate or protocol is not accepted";
      case ConnectException e ->
          isUnresolved(e) ? "its host has no address" : "nothing listens at its address";
      default -> "the connection broke (" + failure.getClass().getSimpleName() + ")";
    };
  }

  private static boolean isUnresolved(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof UnresolvedAddressException || at instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }

  private String silence() {
    return "no answer within " + timeout.toMillis() / 1000.0 + " s";
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
