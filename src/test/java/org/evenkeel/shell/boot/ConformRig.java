package org.evenkeel.shell.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.conform.CheckedClaim;
import org.evenkeel.cycle.conform.ConformanceReport;
import org.evenkeel.cycle.conform.Outcome;
import org.evenkeel.shell.cli.ConformOptions;
import org.evenkeel.shell.config.VenueRow;
import org.evenkeel.shell.config.secret.SecretReference;
import org.evenkeel.shell.simvenue.DialectName;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.OrderArrivals;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.Side;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SpotBalance;
import org.evenkeel.shell.simvenue.exchange.TimeInForce;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Dialect;
import org.evenkeel.shell.simvenue.http.Fault;
import org.evenkeel.shell.simvenue.http.Front;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.evenkeel.shell.simvenue.market.SeriesId;

/** A simulated venue in one dialect, its keys in files, and a clock whose waiting takes no time. */
final class ConformRig implements AutoCloseable {

  private static final String SECRET = "Y2FuYXJ5LXNlY3JldC05ODc2NTQzMjEw";

  private static final BigDecimal UNSALEABLE = new BigDecimal("0.0001");

  private final Path folder;
  private final VenueId venue;
  private final AtomicLong aheadMs = new AtomicLong();
  private final Front front;
  private final SimExchange exchange;
  private final BigDecimal coinsBefore;
  private final List<String> log = new CopyOnWriteArrayList<>();

  ConformRig(Path folder, String venue, DialectName dialect) throws IOException {
    this.folder = folder;
    this.venue = VenueId.of(venue);
    HandMarket market = HandMarket.calm();
    Map<String, BigDecimal> money =
        Map.of("USDT", new BigDecimal("100000"), "BTC", new BigDecimal("5"));
    ExchangeSetup setup =
        dialect.of(
            new ExchangeSetup(
                dialect.rules(), dialect.series(market.series()), market::quote, log::add));
    exchange =
        SimExchange.open(setup, new OpeningBalances(money, money), System.currentTimeMillis());
    coinsBefore = coins();
    VenueClock clock = VenueClock.wallSpeed(this::nowMs);
    Credentials key = new Credentials("conform-key", SECRET, Credentials.STANDARD_PASSPHRASE);
    Function<SimExchange, Dialect> speech =
        spoken -> dialect.in(new DialectName.World(spoken, market, clock, key, 100));
    front =
        Front.start(
            new Front.Parts(
                speech.apply(exchange),
                exchange,
                clock,
                () -> List.copyOf(log),
                Optional.of(
                    new Front.Past(
                        dialect.of(
                            new ExchangeSetup(
                                dialect.rules(),
                                dialect.series(market.series()),
                                market::quote,
                                event -> {})),
                        speech))),
            0);
    write("key", key.apiKey());
    write("secret", SECRET);
    write("passphrase", Credentials.STANDARD_PASSPHRASE);
  }

  private long nowMs() {
    return System.currentTimeMillis() + aheadMs.get();
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
  }

  private SecretReference file(String name) {
    return new SecretReference.File(folder.resolve(name).toString());
  }

  void fault(String text) {
    front.order(Fault.Order.parse(text));
  }

  /** No order is open, no contract is held, and of coins no more than cannot be sold. */
  boolean isClean() {
    return Stream.of(SeriesId.Kind.PERPETUAL, SeriesId.Kind.SPOT)
            .allMatch(kind -> exchange.openOrders(kind).isEmpty())
        && exchange.futures(0).position("BTCUSDT").position().qty().signum() == 0
        && coins().subtract(coinsBefore).compareTo(UNSALEABLE) < 0;
  }

  private BigDecimal coins() {
    return exchange.spotBalances().stream()
        .filter(balance -> balance.asset().equals("BTC"))
        .map(SpotBalance::free)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Somebody's position. */
  void hold() {
    exchange.place(
        OrderRequest.limit(
            HandMarket.BTC_PERP,
            "somebodys",
            Side.BUY,
            TimeInForce.IOC,
            new BigDecimal("0.01"),
            new BigDecimal("20010")),
        nowMs());
    log.clear();
  }

  /** How many orders have come to the exchange. */
  long arrivals() {
    return OrderArrivals.byClientId(log).size();
  }

  String claimsHash(UnaryOperator<String> change) throws IOException {
    return ConformanceReport.hashOf(VenueRow.read(claims(change)));
  }

  private Path claims(UnaryOperator<String> change) throws IOException {
    String reviewed = Files.readString(Path.of("config", "venues", venue.value() + ".yml"));
    return Files.writeString(folder.resolve("claims.yml"), change.apply(reviewed));
  }

  /** The adapter as a run connects it. */
  Connection connection() throws IOException {
    Path claims = claims(text -> text);
    return ConformRun.connection(
        options(claims), VenueRow.read(claims), new Unhurried(), real -> real.timesBudget(100));
  }

  /** What a rehearsal lets the venue do. */
  void rehearse(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(front.url() + path))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    int status =
        HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.discarding())
            .statusCode();
    assertThat(status).isEqualTo(200);
  }

  /** A run with the claims as they stand. */
  ConformanceReport run(String... instruments) throws IOException {
    return runWith(claims -> claims, instruments);
  }

  /** A run with other claims. */
  ConformanceReport runWith(UnaryOperator<String> change, String... instruments)
      throws IOException {
    return ConformRun.of(
        options(claims(change), instruments),
        "test",
        new Unhurried(),
        real -> real.timesBudget(100));
  }

  private ConformOptions options(Path claims, String... instruments) {
    URI url = URI.create(front.url());
    return new ConformOptions(
        venue,
        claims,
        Optional.of(url),
        Optional.of(url),
        List.of(instruments).stream().map(InstrumentId::of).toList(),
        file("key"),
        file("secret"),
        Optional.of(file("passphrase")));
  }

  static List<String> failed(ConformanceReport report) {
    return report.checks().stream()
        .filter(each -> each.outcome() == Outcome.FAIL)
        .map(CheckedClaim::check)
        .toList();
  }

  @Override
  public void close() {
    front.close();
  }

  /** Waiting moves the venue's time too, and nobody waits. */
  private final class Unhurried implements Clock {
    @Override
    public Instant now() {
      return Instant.ofEpochMilli(nowMs());
    }

    @Override
    public void sleep(Duration duration) {
      aheadMs.addAndGet(duration.toMillis());
    }

    @Override
    public long elapsedMillis() {
      return nowMs();
    }

    @Override
    public Duration wallUntil(Instant instant) {
      return Duration.ZERO;
    }

    @Override
    public Hold hold() {
      return () -> {};
    }
  }
}
