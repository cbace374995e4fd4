package org.evenkeel.shell.xchange.kraken.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.contract.SecondSource;
import org.evenkeel.contract.VenueContract;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Venue;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.Side;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.TimeInForce;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Fault;
import org.evenkeel.shell.simvenue.http.Front;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.evenkeel.shell.simvenue.kraken.KrakenDesk;
import org.evenkeel.shell.xchange.VenueFile;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.evenkeel.shell.xchange.kraken.KrakenLink;
import org.evenkeel.shell.xchange.kraken.KrakenMarketData;
import org.evenkeel.shell.xchange.kraken.KrakenSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The adapter keeps the contract over real HTTP against a simulated venue that speaks the spot market's dialect. */
class KrakenVenueContractTest extends VenueContract {

  private static final InstrumentId COIN = InstrumentId.of("USDC-USD-SPOT@kraken");
  private static final InstrumentId BTC = InstrumentId.of("BTC-USD-SPOT@kraken");
  private static final String KEY = "canary-key-0123456789";
  private static final String SECRET = "Y2FuYXJ5LXNlY3JldC05ODc2NTQzMjEw";

  private final HandMarket market = HandMarket.calm();
  private long aheadMs;
  private SimExchange exchange;
  private Front front;
  private KrakenLink link;
  private KrakenVenue venue;

  @BeforeEach
  void start() {
    Map<String, BigDecimal> money = Map.of("USDT", new BigDecimal("100000"));
    List<String> lines = new ArrayList<>();
    exchange =
        SimExchange.open(
            new ExchangeSetup(ExchangeRules.standard(), market.series(), market::quote, lines::add)
                .takingFeesInQuote(),
            new OpeningBalances(money, money),
            System.currentTimeMillis());
    VenueClock clock = VenueClock.wallSpeed(() -> System.currentTimeMillis() + aheadMs);
    KrakenDesk desk = new KrakenDesk(exchange, market, clock, new Credentials(KEY, SECRET), 100);
    front = Front.start(new Front.Parts(desk, exchange, clock, List::of), 0);
    CallSettings real = CallSettings.kraken().timesBudget(100);
    link =
        new KrakenLink(
            VenueId.of("kraken"),
            new KrakenSettings(
                URI.create(front.url()),
                Duration.ofMillis(500),
                Duration.ofMillis(700),
                Duration.ofMinutes(10)),
            new CallPolicies("kraken", real),
            Fixtures.clock());
    venue =
        new KrakenVenue(
            link, VenueFile.read("kraken"), new KrakenKeys(Secret.of(KEY), Secret.of(SECRET)));
  }

  @AfterEach
  void stop() {
    front.close();
  }

  @Override
  protected Optional<SecondSource> secondSource() {
    return Optional.of(
        new SecondSource(
            venue.dropCopy(),
            text -> front.order(Fault.Order.parse(text)),
            "POST /0/private/TradesHistory",
            1,
            "POST /0/private/Ledgers"));
  }

  @Override
  protected Venue venue() {
    return venue;
  }

  @Override
  protected List<InstrumentId> perpetuals() {
    return List.of();
  }

  @Override
  protected Optional<InstrumentId> coins() {
    return Optional.of(COIN);
  }

  @Override
  protected Currency cash() {
    return Currency.of("USD");
  }

  @Override
  protected Optional<MarketData> market() {
    return Optional.of(new KrakenMarketData(link));
  }

  @Override
  protected boolean splits(int pieces) {
    front.order(Fault.Order.parse("POST /0/private/AddOrder pieces=" + pieces));
    return true;
  }

  @Override
  protected void book(InstrumentId instrument, String bid, String ask, String quantity) {
    market.set(HandMarket.USDC_SPOT, bid, ask, quantity);
  }

  @Test
  void market_data_and_account_speak_of_the_same_instruments() {
    KrakenMarketData data = new KrakenMarketData(link);

    assertThat(data.specs(List.of(COIN, BTC)).orThrow())
        .hasSize(2)
        .allMatch(spec -> spec.isTrading());
    assertThat(data.quotes(List.of(COIN, BTC)).orThrow()).hasSize(2);
    Instant now = venue.venueTime().orThrow();
    assertThat(data.bars(BTC, Duration.ofHours(1), 700, now).orThrow().bars()).hasSize(700);
  }

  @Test
  void trades_are_complete_over_many_pages_and_go_on_from_any_of_them() {
    long start = System.currentTimeMillis() - 1000;
    for (int i = 0; i < 130; i++) {
      exchange.place(
          OrderRequest.market(
              HandMarket.USDC_SPOT,
              "other" + i,
              i < 65 ? Side.BUY : Side.SELL,
              new BigDecimal("10")),
          start + i / 40);
    }

    List<Fill> all = venue.fills(COIN, Optional.empty(), Instant.EPOCH).orThrow();

    assertThat(all).hasSize(130).doesNotHaveDuplicates();
    assertThat(venue.fills(COIN, Optional.of(all.get(77).tradeId()), Instant.EPOCH).orThrow())
        .isEqualTo(all.subList(77, 130));
  }

  @Test
  void money_that_comes_goes_or_moves_to_the_futures_is_a_flow_that_explains_the_balance()
      throws Exception {
    Instant start = venue.venueTime().orThrow().minusSeconds(1);
    post("/sim/flow?kind=deposit&asset=USDT&amount=250.5");
    post("/sim/flow?kind=withdrawal&asset=USDT&amount=50");
    exchange.transfer("USDT", new BigDecimal("1000"), System.currentTimeMillis());

    List<CashFlow> flows = venue.cashFlows(start).orThrow();

    BigDecimal moved =
        flows.stream().map(flow -> flow.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(flows).hasSize(3);
    assertThat(venue.account().orThrow().total(Wallet.spot(VenueId.of("kraken")), cash()))
        .isEqualByComparingTo(new BigDecimal("100000").add(moved))
        .isEqualByComparingTo("99200.5");
  }

  private void post(String path) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(front.url() + path))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void an_order_that_would_meet_an_own_one_ends_instead() {
    long now = System.currentTimeMillis();
    exchange.place(
        OrderRequest.market(HandMarket.USDC_SPOT, "coins", Side.BUY, new BigDecimal("1000")), now);
    exchange.place(
        OrderRequest.limit(
            HandMarket.USDC_SPOT,
            "own",
            Side.SELL,
            TimeInForce.GTC,
            new BigDecimal("100"),
            new BigDecimal("1.0010")),
        now);

    VenueOrder order =
        accepted(
            venue.send(ticket(COIN, org.evenkeel.core.basics.Side.BUY, "50", "1.0010", false)));

    assertThat(order.cumQty().isZero()).isTrue();
    assertThat(venue.openOrders(COIN).orThrow()).hasSize(1);
  }

  @Test
  void a_post_only_order_that_would_take_is_refused_with_its_own_error() {
    OrderTicket taking = ticket(COIN, org.evenkeel.core.basics.Side.BUY, "100", "1.0000", false);
    SendOutcome outcome =
        venue.send(
            new OrderTicket(
                taking.clientOrderId(),
                COIN,
                taking.side(),
                taking.orderQty(),
                taking.limitPrice(),
                org.evenkeel.core.route.TimeInForce.GTX,
                false,
                taking.signedAt(),
                taking.validUntil()));

    assertThat(outcome)
        .isEqualTo(new SendOutcome.Rejected("EOrder.Post_only_order", "EOrder:Post only order"));
  }

  @Test
  void the_countdown_cancels_what_rests() {
    exchange.place(
        OrderRequest.limit(
            HandMarket.USDC_SPOT,
            "rest",
            Side.BUY,
            TimeInForce.GTC,
            new BigDecimal("100"),
            new BigDecimal("0.9900")),
        System.currentTimeMillis());
    assertThat(venue.openOrders(COIN).orThrow())
        .hasSize(1)
        .allMatch(order -> order.timeInForce().equals("GTC"));

    assertThat(venue.deadMan().arm(Duration.ofSeconds(60)).orThrow()).isTrue();
    aheadMs = 120_000;

    assertThat(venue.openOrders(COIN).orThrow()).isEmpty();
  }
}
