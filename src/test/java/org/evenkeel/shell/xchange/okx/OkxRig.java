package org.evenkeel.shell.xchange.okx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.shell.config.CapabilityRows;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;
import org.evenkeel.shell.simvenue.DialectName;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Fault;
import org.evenkeel.shell.simvenue.http.Front;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.evenkeel.shell.simvenue.market.InverseMarket;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.okx.OkxDesk;
import org.evenkeel.shell.simvenue.okx.OkxManner;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.evenkeel.shell.xchange.okx.trade.OkxKeys;
import org.evenkeel.shell.xchange.okx.trade.OkxVenue;

/** A simulated OKX with a market set by hand, and the adapter's connection to it. */
public final class OkxRig implements AutoCloseable {

  public static final VenueId OKX = VenueId.of("okx");
  public static final InstrumentId PERP = InstrumentId.of("BTC-USDT-PERP@okx");
  public static final InstrumentId OTHER_PERP = InstrumentId.of("ETH-USDT-PERP@okx");
  public static final InstrumentId INVERSE = InstrumentId.of("BTC-USD-INVERSE@okx");
  public static final InstrumentId SPOT = InstrumentId.of("USDC-USDT-SPOT@okx");
  public static final Credentials KEY = new Credentials("test-key", "test-secret", "test-phrase");

  private final HandMarket market = HandMarket.calm();
  private final List<String> log = new ArrayList<>();
  private final SimExchange exchange;
  private final OkxDesk desk;
  private final Front front;
  private final OkxLink link;

  public OkxRig() {
    this(OkxManner.standard().withLimits(10), System::currentTimeMillis);
  }

  public OkxRig(OkxManner manner, LongSupplier nowMs) {
    this(manner, nowMs, hand -> hand);
  }

  /** One whose market has more than that of the hand. */
  public OkxRig(OkxManner manner, LongSupplier nowMs, UnaryOperator<Market> more) {
    Market listed = new InverseMarket(more.apply(market));
    Map<String, BigDecimal> money =
        Map.of("USDT", new BigDecimal("100000"), "BTC", new BigDecimal("5"));
    exchange =
        SimExchange.open(
            new ExchangeSetup(
                DialectName.OKX.rules(),
                DialectName.OKX.series(listed.series()),
                listed::quote,
                log::add),
            new OpeningBalances(money, money),
            nowMs.getAsLong());
    VenueClock clock = VenueClock.wallSpeed(nowMs);
    desk = new OkxDesk(exchange, listed, clock, KEY, manner);
    front = Front.start(new Front.Parts(desk, exchange, clock, () -> List.copyOf(log)), 0);
    link = link(url(), new CallPolicies("okx", CallSettings.okx().timesBudget(1000)));
  }

  public static OkxLink link(URI url, CallPolicies gate) {
    OkxSettings settings =
        new OkxSettings(
            url, false, Duration.ofMillis(500), Duration.ofMillis(700), Duration.ofMinutes(10));
    return new OkxLink(OKX, settings, gate, Fixtures.clock());
  }

  /** A connection whose patience is that of a test. */
  public static OkxLink hasty(URI url) {
    CallSettings real = CallSettings.okx().timesBudget(1000);
    return link(
        url,
        new CallPolicies(
            "okx",
            new CallSettings(
                real.budgets(),
                Duration.ofMillis(300),
                Duration.ofSeconds(3),
                2,
                Duration.ofMillis(5),
                100,
                100,
                Duration.ofSeconds(5))));
  }

  /** The reviewed row, as the configuration reads it. */
  public static VenueCapabilities capabilities() {
    return CapabilityRows.read(Path.of("config/venues/okx.yml"));
  }

  public static OkxKeys keys() {
    return keys(KEY.apiKey(), KEY.apiSecret(), KEY.passphrase());
  }

  public static OkxKeys keys(String key, String secret, String passphrase) {
    return new OkxKeys(Secret.of(key), Secret.of(secret), Secret.of(passphrase));
  }

  public OkxVenue venue() {
    return new OkxVenue(link, capabilities(), keys());
  }

  public HandMarket market() {
    return market;
  }

  public SimExchange exchange() {
    return exchange;
  }

  public OkxDesk desk() {
    return desk;
  }

  public OkxLink link() {
    return link;
  }

  public List<String> log() {
    return List.copyOf(log);
  }

  public URI url() {
    return URI.create(front.url());
  }

  /** The series whose book an instrument has; the inverse perpetual has that of the linear one. */
  public static SeriesId series(InstrumentId instrument) {
    return instrument.equals(SPOT)
        ? HandMarket.USDC_SPOT
        : instrument.equals(PERP) || instrument.equals(INVERSE)
            ? HandMarket.BTC_PERP
            : HandMarket.ETH_PERP;
  }

  /** A request to the simulator's own endpoints. */
  public void post(String path) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(front.url() + path))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** Orders a fault as the command line writes it. */
  public void fault(String text) {
    front.order(Fault.Order.parse(text));
  }

  @Override
  public void close() {
    front.close();
  }
}
