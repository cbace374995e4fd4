package org.evenkeel.shell.xchange;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.cycle.Venue;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A network that fails between the bot and a venue.
 *
 * <p>No kind of exception proves that an order was not sent; that it was never handed to the library that sends does.
 */
class NetworkFaultsTest {

  /** What the wire does once connected. */
  enum Manner {
    HANG_UP,
    PLAIN
  }

  @ParameterizedTest
  @EnumSource(Adapter.class)
  void an_order_to_a_name_that_nobody_knows_was_never_sent(Adapter adapter) {
    assertNeverSent(adapter, URI.create("http://no-such-venue.invalid"), "not known");
  }

  @ParameterizedTest
  @EnumSource(Adapter.class)
  void an_order_to_a_port_where_nobody_listens_was_never_sent(Adapter adapter) throws IOException {
    assertNeverSent(adapter, URI.create("http://127.0.0.1:" + closedPort()), "refused");
  }

  private static void assertNeverSent(Adapter adapter, URI url, String why) {
    Venue venue = adapter.at(url);
    assertThat(venue.send(adapter.ticket()))
        .isInstanceOfSatisfying(
            SendOutcome.Rejected.class,
            no -> {
              assertThat(no.code()).isEqualTo(ReplyRules.NOT_SENT);
              assertThat(no.text()).contains(why);
            });
    assertUnreadable(adapter, venue);
  }

  private static void assertUnreadable(Adapter adapter, Venue venue) {
    assertThat(venue.lookup(adapter.ticket().clientOrderId(), adapter.instrument()))
        .as("a question that fails is no answer")
        .isInstanceOf(Lookup.Unreadable.class);
  }

  /** Somebody took the connection: from here on anything may have happened. */
  @ParameterizedTest
  @EnumSource(Adapter.class)
  void an_order_that_met_anybody_is_of_unknown_fate(Adapter adapter) throws IOException {
    for (String scheme : List.of("http", "https")) {
      for (Manner manner : Manner.values()) {
        try (Wire wire = new Wire(manner)) {
          Venue venue = adapter.at(URI.create(scheme + "://127.0.0.1:" + wire.port()));
          assertThat(venue.send(adapter.ticket()))
              .as("%s, %s", scheme, manner)
              .isInstanceOf(SendOutcome.Unknown.class);
          assertUnreadable(adapter, venue);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Adapter.class)
  void a_redirect_is_followed_by_no_order(Adapter adapter) throws IOException {
    try (FakeBinance elsewhere = new FakeBinance();
        FakeBinance fake = new FakeBinance()) {
      String path = adapter.order().substring("POST ".length());
      fake.on(
          adapter.order(), Answer.json(307, "").withHeader("Location: " + elsewhere.url() + path));

      assertThat(adapter.at(fake.url()).send(adapter.ticket()))
          .isInstanceOf(SendOutcome.Unknown.class);

      assertThat(fake.requests(adapter.order())).hasSize(1);
      assertThat(elsewhere.requests()).isEmpty();
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
      for (Adapter adapter : Adapter.values()) {
        Venue venue = adapter.at(url);
        assertThat(venue.send(adapter.ticket()))
            .isInstanceOf(SendOutcome.Unknown.class)
            .asString()
            .contains("SSL");
        assertThat(venue.openOrders(adapter.instrument())).isInstanceOf(Result.Refused.class);
      }
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
                .write("who is there?\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
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
