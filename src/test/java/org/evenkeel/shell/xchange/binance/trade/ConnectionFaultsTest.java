package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A network that fails between the bot and the venue: no kind of exception ever proves that an order was not sent. */
class ConnectionFaultsTest {

  static Stream<Arguments> networks() throws IOException {
    return Stream.of(
        Arguments.of("a name that nobody knows", "http://no-such-venue.invalid", null),
        Arguments.of("a port where nobody listens", "http://127.0.0.1:" + closedPort(), null),
        Arguments.of("a proxy that hangs up", "http", Manner.HANG_UP),
        Arguments.of("a listener that speaks no TLS", "https", Manner.PLAIN),
        Arguments.of("a TLS handshake that is cut", "https", Manner.HANG_UP),
        Arguments.of("a proxy that answers nonsense", "http", Manner.PLAIN));
  }

  /** What the wire does once connected. */
  enum Manner {
    HANG_UP,
    PLAIN
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void an_order_is_of_unknown_fate(String name, String address, Manner manner) throws IOException {
    try (Wire wire = new Wire(manner)) {
      URI url = URI.create(manner == null ? address : address + "://127.0.0.1:" + wire.port());
      BinanceVenue venue = OrderFaultsTest.venueAt(url);
      var ticket = OrderFaultsTest.ticket(OrderFaultsTest.PERP, false);
      assertThat(venue.send(ticket)).isInstanceOf(SendOutcome.Unknown.class);
      assertThat(venue.lookup(ticket.clientOrderId(), ticket.instrument()))
          .as("a question that fails is no answer")
          .isInstanceOf(Lookup.Unreadable.class);
    }
  }

  /** A listener with a certificate that nobody vouches for is not given the order, nor the key. */
  @Test
  void a_certificate_that_nobody_vouches_for_gets_no_order(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("store");
    assertThat(
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=127.0.0.1",
                    "-ext",
                    "san=ip:127.0.0.1",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    "changeit",
                    "-keystore",
                    store.toString())
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    List<String> heard = new CopyOnWriteArrayList<>();
    server.setHttpsConfigurator(new HttpsConfigurator(contextOf(store)));
    server.createContext("/", exchange -> heard.add(exchange.getRequestURI().toString()));
    server.start();
    try {
      URI url = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
      BinanceVenue venue = OrderFaultsTest.venueAt(url);
      assertThat(venue.send(OrderFaultsTest.ticket(OrderFaultsTest.PERP, false)))
          .isInstanceOf(SendOutcome.Unknown.class)
          .asString()
          .contains("SSL");
      assertThat(venue.openOrders(OrderFaultsTest.PERP)).isInstanceOf(Result.Refused.class);
      assertThat(heard).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  private static SSLContext contextOf(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void a_key_that_is_no_longer_accepted_refuses_readings_with_the_code_and_is_not_tried_in_a_loop()
      throws IOException {
    try (FakeBinance fake = Fixtures.withClock(new FakeBinance())) {
      Answer refused = Answer.error(401, -2015, "Invalid API-key, IP, or permissions for action.");
      fake.on("GET /fapi/v1/exchangeInfo", Answer.ok(Fixtures.exchangeInfo(Fixtures.BTC_PERP)));
      fake.on("GET /fapi/v2/account", refused);
      fake.on("GET /api/v3/account", refused);
      BinanceVenue venue = OrderFaultsTest.venueAt(fake.url());
      Result<?> account = venue.account();
      assertThat(account)
          .isInstanceOfSatisfying(
              Result.Refused.class,
              no -> {
                assertThat(no.refusal().reason()).isEqualTo(RefusalReason.VENUE_REJECTED);
                assertThat(no.refusal().detail()).contains("-2015", "permissions");
              });
      assertThat(fake.requests("GET /fapi/v2/account")).as("no retry loop").hasSizeLessThan(2);
      assertThat(fake.requests("GET /api/v3/account")).as("no retry loop").hasSizeLessThan(2);
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** A listener that is no venue. */
  private static final class Wire implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    Wire(Manner manner) throws IOException {
      Thread.ofVirtual().start(() -> serve(manner));
    }

    int port() {
      return listener.getLocalPort();
    }

    private void serve(Manner manner) {
      while (!listener.isClosed()) {
        try (Socket socket = listener.accept();
            InputStream in = socket.getInputStream()) {
          if (in.read() >= 0 && manner == Manner.PLAIN) {
            socket
                .getOutputStream()
                .write(
                    "who is there?\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
          }
        } catch (IOException e) {
          // The client gave up on this connection; the next one comes.
        }
      }
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }
}
