package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.shell.xchange.binance.trade.SimulatedBinance.COINS;
import static org.evenkeel.shell.xchange.binance.trade.SimulatedBinance.PERP;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.Test;
import org.knowm.xchange.Exchange;
import org.knowm.xchange.ExchangeFactory;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.binance.BinanceExchange;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.Order.OrderType;
import org.knowm.xchange.dto.trade.LimitOrder;

/** Fault 41, counted where it counts: every byte that reaches the venue's socket passes a wire that reads along. */
class SocketCountTest {

  private static final int ORDERS = 300;

  /** What becomes of a request on the wire: 30 of 100 orders meet a fault of the transport. */
  private enum Fate {
    WHOLE(true),
    /** The connection is reset before the venue sees anything. */
    RESET_BEFORE(false),
    /** The connection is closed in order before the venue sees anything. */
    CLOSED_BEFORE(false),
    /** The venue gets it, and its answer is lost with the connection. */
    RESET_AFTER(true),
    /** The venue gets it, and half of its answer comes through. */
    HALF_ANSWER(true),
    /** The venue gets it, and nothing is ever heard. */
    SILENCE(true);

    private final boolean passes;

    Fate(boolean passes) {
      this.passes = passes;
    }

    static Fate of(SplittableRandom random) {
      int chance = random.nextInt(100);
      return chance >= 30 ? WHOLE : chance < 2 ? SILENCE : values()[1 + chance % 4];
    }
  }

  /** A listener before the venue that writes down each order request and lets it through or not. */
  private static final class ReadingWire implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    private final SplittableRandom random = new SplittableRandom(41);
    private final int venuePort;
    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final List<Fate> fates = new CopyOnWriteArrayList<>();

    ReadingWire(int venuePort) throws IOException {
      this.venuePort = venuePort;
      Thread.ofVirtual().start(this::acceptAll);
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    private void acceptAll() {
      while (!listener.isClosed()) {
        try {
          Socket client = listener.accept();
          Thread.ofVirtual().start(() -> carry(client));
        } catch (IOException e) {
          return;
        }
      }
    }

    private void carry(Socket client) {
      try (Socket near = client) {
        InputStream in = new BufferedInputStream(near.getInputStream());
        byte[] request = message(in);
        String text = new String(request, StandardCharsets.ISO_8859_1);
        Fate fate = Fate.WHOLE;
        if (text.startsWith("POST ")) {
          writes.add(text.replaceFirst("(?s).*newClientOrderId=([A-Za-z0-9]+).*", "$1"));
          fate = Fate.of(random);
          fates.add(fate);
        }
        byte[] answer = fate.passes ? venuesAnswer(request) : new byte[0];
        switch (fate) {
          case WHOLE -> near.getOutputStream().write(answer);
          case HALF_ANSWER -> near.getOutputStream().write(answer, 0, answer.length / 2);
          case RESET_BEFORE, RESET_AFTER -> near.setSoLinger(true, 0);
          case CLOSED_BEFORE -> near.shutdownOutput();
          case SILENCE -> Thread.sleep(1500);
        }
      } catch (IOException e) {
        return; // the client gave up
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private byte[] venuesAnswer(byte[] request) throws IOException {
      try (Socket far = new Socket(InetAddress.getLoopbackAddress(), venuePort)) {
        far.getOutputStream().write(request);
        return message(new BufferedInputStream(far.getInputStream()));
      }
    }

    /** One message of HTTP; a connection that carries on is closed, so that each request has its own. */
    private static byte[] message(InputStream in) throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("no message");
        }
        head.append((char) next);
      }
      String lower = head.toString().toLowerCase(Locale.ROOT);
      int at = lower.indexOf("content-length:");
      int length =
          at < 0 ? 0 : Integer.parseInt(lower.substring(at + 15, lower.indexOf('\r', at)).strip());
      byte[] body = in.readNBytes(length);
      int end = head.length() - 2;
      head.insert(end, "Connection: close\r\n");
      byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
      byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
      System.arraycopy(body, 0, all, start.length, body.length);
      return all;
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }

  @Test
  void one_client_id_is_one_write_however_the_transport_fails() throws IOException {
    try (SimulatedBinance sim = new SimulatedBinance();
        ReadingWire wire = new ReadingWire(sim.front.port())) {
      BinanceVenue venue =
          new BinanceVenue(
              Fixtures.link(
                  wire.url(), new CallPolicies("binance", Fixtures.settings().timesBudget(1000))),
              Fixtures.capabilities(),
              new AccountKeys(
                  Secret.of(SimulatedBinance.KEY.apiKey()),
                  Secret.of(SimulatedBinance.KEY.apiSecret())));
      TreeMap<String, Integer> outcomes = new TreeMap<>();
      List<String> sent = new ArrayList<>();
      for (int i = 0; i < ORDERS; i++) {
        OrderTicket ticket =
            i % 2 == 0 ? sim.buy(PERP, "0.005", "20000.1") : sim.buy(COINS, "10", "1.0000");
        sent.add(ticket.clientOrderId().value());
        SendOutcome outcome = venue.send(ticket);
        outcomes.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
        assertThat(outcome).isNotInstanceOf(SendOutcome.Rejected.class);
      }

      long faults = wire.fates.stream().filter(fate -> fate != Fate.WHOLE).count();
      System.out.println(
          "orders "
              + ORDERS
              + ", writes "
              + wire.writes.size()
              + ", faults "
              + faults
              + ", "
              + outcomes);
      assertThat(wire.writes).as("each client id once, and nothing else").isEqualTo(sent);
      assertThat(faults).as("about 30 percent").isBetween(60L, 120L);
      assertThat(outcomes).containsEntry("Unknown", (int) faults);
    }
  }

  /** XChange as it comes, in a Java machine as it comes: one call, an order to a venue that hangs up. */
  public static final class XChangeAsItComes {

    private XChangeAsItComes() {}

    public static void main(String[] args) {
      ExchangeSpecification specification = new BinanceExchange().getDefaultExchangeSpecification();
      specification.setShouldLoadRemoteMetaData(false);
      specification.setSslUri("http://127.0.0.1:" + args[0]);
      specification.setApiKey("key");
      specification.setSecretKey("secret");
      Exchange binance = ExchangeFactory.INSTANCE.createExchange(specification);
      try {
        System.out.println(
            binance
                .getTradeService()
                .placeLimitOrder(
                    new LimitOrder.Builder(OrderType.BID, CurrencyPair.BTC_USDT)
                        .originalAmount(BigDecimal.ONE)
                        .limitPrice(BigDecimal.TEN)
                        .userReference("one-call")
                        .build()));
      } catch (IOException | RuntimeException e) {
        System.out.println("failed: " + e.getClass().getSimpleName());
      }
    }
  }

  private static List<String> writesOf(String... options) throws Exception {
    List<String> writes = new CopyOnWriteArrayList<>();
    try (ServerSocket venue = new ServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                while (!venue.isClosed()) {
                  try (Socket socket = venue.accept()) {
                    String text =
                        new String(
                            ReadingWire.message(new BufferedInputStream(socket.getInputStream())),
                            StandardCharsets.ISO_8859_1);
                    writes.add(text.substring(0, text.indexOf('?')));
                  } catch (IOException e) {
                    // The next connection comes, or none.
                  }
                }
              });
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of(options));
      command.addAll(
          List.of(
              "-cp",
              System.getProperty("java.class.path").replace(';', File.pathSeparatorChar),
              XChangeAsItComes.class.getName(),
              Integer.toString(venue.getLocalPort())));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(said).contains("failed");
    }
    return writes;
  }

  @Test
  void xchange_with_its_own_defaults_writes_one_order_twice() throws Exception {
    assertThat(writesOf()).containsExactly("POST /api/v3/order", "POST /api/v3/order");
    assertThat(writesOf("-Dsun.net.http.retryPost=false")).containsExactly("POST /api/v3/order");
  }
}
