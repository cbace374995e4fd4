package org.evenkeel.shell.xchange.binance.trade;

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
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.Income;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Venue;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;
import org.evenkeel.shell.simvenue.Fronts;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.binance.FrontLimits;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Fault;
import org.evenkeel.shell.simvenue.http.Front;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.xchange.VenueFile;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.BinanceMarketData;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The adapter keeps the contract over real HTTP against the simulated venue. */
class BinanceVenueContractTest extends VenueContract {

  private static final Credentials KEY = new Credentials("test-key", "test-secret");

  private final HandMarket market = HandMarket.calm();
  private SimExchange exchange;
  private Front front;
  private BinanceLink link;
  private BinanceVenue venue;

  @BeforeEach
  void start() {
    Map<String, BigDecimal> money = Map.of("USDT", new BigDecimal("100000"));
    List<String> lines = new ArrayList<>();
    exchange =
        SimExchange.open(
            new ExchangeSetup(ExchangeRules.standard(), market.series(), market::quote, lines::add),
            new OpeningBalances(money, money),
            System.currentTimeMillis());
    front =
        Fronts.binance(
            exchange,
            market,
            VenueClock.wallSpeed(System::currentTimeMillis),
            KEY,
            FrontLimits.standard());
    CallPolicies gate = new CallPolicies("binance", CallSettings.binance());
    link = Fixtures.link(URI.create(front.url()), gate);
    venue =
        new BinanceVenue(
            link,
            VenueFile.read("binance"),
            new AccountKeys(Secret.of(KEY.apiKey()), Secret.of(KEY.apiSecret())));
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
            "GET /fapi/v1/userTrades",
            2,
            "GET /fapi/v1/income"));
  }

  @Override
  protected Venue venue() {
    return venue;
  }

  @Override
  protected Optional<MarketData> market() {
    return Optional.of(venue.withDelistSchedule(new BinanceMarketData(link)));
  }

  @Override
  protected int manyPieces() {
    return 600;
  }

  @Override
  protected boolean splits(int pieces) {
    front.order(Fault.Order.parse("POST /fapi/v1/order pieces=" + pieces));
    return true;
  }

  @Override
  protected void book(InstrumentId instrument, String bid, String ask, String quantity) {
    SeriesId id =
        instrument.equals(SPOT)
            ? HandMarket.USDC_SPOT
            : instrument.equals(PERP) ? HandMarket.BTC_PERP : HandMarket.ETH_PERP;
    market.set(id, bid, ask, quantity);
  }

  @Test
  void an_order_that_would_meet_an_own_one_ends_instead() {
    exchange.place(
        OrderRequest.limit(
            HandMarket.BTC_PERP,
            "own",
            org.evenkeel.shell.simvenue.exchange.Side.SELL,
            org.evenkeel.shell.simvenue.exchange.TimeInForce.GTC,
            new BigDecimal("0.1"),
            new BigDecimal("20100")),
        System.currentTimeMillis());

    VenueOrder order = accepted(venue.send(ticket(PERP, Side.BUY, "0.01", "20100", false)));

    assertThat(order.status()).isEqualTo(VenueOrder.Status.EXPIRED);
    assertThat(order.cumQty().isZero()).isTrue();
    assertThat(exchange.openOrders(SeriesId.Kind.PERPETUAL)).hasSize(1);
  }

  @Test
  void the_leverage_is_set_once_and_then_found_to_be_right() {
    List<InstrumentId> instruments = List.of(PERP, OTHER_PERP, SPOT);

    assertThat(venue.setup().prepare(instruments, 3).orThrow()).isTrue();
    assertThat(venue.setup().prepare(instruments, 3).orThrow()).isFalse();
  }

  @Test
  void funding_is_an_income_with_its_instrument() throws InterruptedException {
    Instant start = venue.venueTime().orThrow();
    venue.send(
        new OrderTicket(
            ClientOrderId.of("ekccccfunding00001"),
            PERP,
            Side.BUY,
            Contracts.of("0.010"),
            Price.of("20000.1"),
            TimeInForce.IOC,
            false,
            start,
            start.plusSeconds(5)));
    market.fund(System.currentTimeMillis() + 100, "BTCUSDT", "0.0001");
    Thread.sleep(600);

    List<Income> income = venue.income(start.minusSeconds(60)).orThrow();

    assertThat(income).extracting(Income::kind).containsExactly(Income.Kind.FUNDING);
    assertThat(income.get(0).symbol()).isEqualTo("BTCUSDT");
    assertThat(income.get(0).amount().amount()).isNegative();
  }

  @Test
  void market_data_and_account_speak_of_the_same_instruments() {
    BinanceMarketData data = new BinanceMarketData(link);
    List<InstrumentId> instruments = List.of(PERP, OTHER_PERP, SPOT);

    assertThat(data.specs(instruments).orThrow()).hasSize(3).allMatch(spec -> spec.isTrading());
    assertThat(data.quotes(instruments).orThrow()).hasSize(3);
    assertThat(
            data.bars(PERP, Duration.ofHours(1), 1500, venue.venueTime().orThrow())
                .orThrow()
                .bars())
        .hasSize(1500);
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
  void money_that_comes_and_goes_is_a_flow_once_and_moves_the_balance_by_itself() throws Exception {
    Instant start = venue.venueTime().orThrow().minusSeconds(1);
    BigDecimal before = venue.account().orThrow().total(Wallets.SPOT, Currency.of("USDT"));
    post("/sim/flow?kind=deposit&asset=USDT&amount=250.5");
    post("/sim/flow?kind=withdrawal&asset=USDT&amount=50");

    List<CashFlow> flows = venue.cashFlows(start).orThrow();

    assertThat(flows)
        .extracting(CashFlow::kind)
        .containsExactlyInAnyOrder(CashFlow.Kind.DEPOSIT, CashFlow.Kind.WITHDRAWAL);
    BigDecimal moved =
        flows.stream().map(flow -> flow.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(venue.account().orThrow().total(Wallets.SPOT, Currency.of("USDT")).subtract(before))
        .isEqualByComparingTo(moved)
        .isEqualByComparingTo("200.5");
    assertThat(venue.income(start).orThrow()).isEmpty();
  }
}
