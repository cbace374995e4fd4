package org.evenkeel.shell.xchange.krakenfutures.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.Income;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Venue;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Fault;
import org.evenkeel.shell.simvenue.http.Front;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.evenkeel.shell.simvenue.krakenfutures.KrakenFuturesDesk;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesFundingFeed;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesLink;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesMarketData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The adapter keeps the contract over real HTTP against a simulated venue that speaks Kraken Futures' dialect. */
class KrakenFuturesVenueContractTest extends VenueContract {

  private static final InstrumentId BTC = InstrumentId.of("BTC-USD-PERP@krakenfutures");
  private static final InstrumentId ETH = InstrumentId.of("ETH-USD-PERP@krakenfutures");
  private static final InstrumentId DATED = InstrumentId.of("BTC-USD-20260327@krakenfutures");

  private final HandMarket market = HandMarket.calm();
  private long aheadMs;
  private SimExchange exchange;
  private Front front;
  private KrakenFuturesLink link;
  private KrakenFuturesVenue venue;

  @BeforeEach
  void start() {
    Map<String, BigDecimal> money = Map.of("USDT", new BigDecimal("100000"));
    exchange =
        SimExchange.open(
            new ExchangeSetup(
                ExchangeRules.standard(), market.series(), market::quote, event -> {}),
            new OpeningBalances(money, money),
            System.currentTimeMillis());
    VenueClock clock = VenueClock.wallSpeed(() -> System.currentTimeMillis() + aheadMs);
    KrakenFuturesDesk desk =
        new KrakenFuturesDesk(
            exchange, market, clock, new Credentials(FuturesAt.KEY, FuturesAt.SECRET), 100);
    front = Front.start(new Front.Parts(desk, exchange, clock, List::of), 0);
    link = FuturesAt.link(URI.create(front.url()));
    venue = FuturesAt.venue(link);
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
            "GET /derivatives/api/v3/fills",
            1,
            "GET /api/history/v3/account-log"));
  }

  @Override
  protected Venue venue() {
    return venue;
  }

  @Override
  protected List<InstrumentId> perpetuals() {
    return List.of(BTC, ETH);
  }

  @Override
  protected Optional<InstrumentId> coins() {
    return Optional.empty();
  }

  @Override
  protected Currency cash() {
    return Currency.of("USD");
  }

  @Override
  protected Optional<MarketData> market() {
    return Optional.of(new KrakenFuturesMarketData(link));
  }

  /** Fills are paged by time, a hundred at once: more of one millisecond cannot be read, and are refused. */
  @Override
  protected int manyPieces() {
    return 80;
  }

  @Override
  protected boolean splits(int pieces) {
    front.order(Fault.Order.parse("POST /derivatives/api/v3/sendorder pieces=" + pieces));
    return true;
  }

  @Override
  protected void book(InstrumentId instrument, String bid, String ask, String quantity) {
    market.set(
        instrument.equals(BTC) ? HandMarket.BTC_PERP : HandMarket.ETH_PERP, bid, ask, quantity);
  }

  private OrderTicket order(InstrumentId instrument, Side side, String quantity, String price) {
    return order(instrument, side, quantity, price, TimeInForce.IOC);
  }

  private OrderTicket order(
      InstrumentId instrument, Side side, String quantity, String price, TimeInForce life) {
    Instant now = venue.venueTime().orThrow();
    return new OrderTicket(
        ClientOrderId.of("ek" + System.nanoTime() % 10_000_000_000_000L),
        instrument,
        side,
        Contracts.of(quantity),
        Price.of(price),
        life,
        false,
        now,
        now.plusSeconds(5));
  }

  private VenueOrder shown(OrderTicket ticket) {
    Lookup lookup = venue.lookup(ticket.clientOrderId(), ticket.instrument());
    assertThat(lookup).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found) lookup).order();
  }

  @Test
  void an_order_that_the_state_has_forgotten_is_found_in_the_history_as_it_was() {
    OrderTicket filled = order(BTC, Side.BUY, "0.010", "20000.1");
    OrderTicket missed = order(BTC, Side.BUY, "0.010", "19900");
    venue.send(filled);
    venue.send(missed);
    VenueOrder before = shown(filled);
    aheadMs = 60_000;

    assertThat(shown(filled).differences(filled)).isEmpty();
    assertThat(shown(filled).venueOrderId()).isEqualTo(before.venueOrderId());
    assertThat(shown(filled).avgPx()).isEqualByComparingTo("20000.1");
    assertThat(shown(missed).differences(missed)).isEmpty();
    assertThat(shown(missed).status()).isEqualTo(VenueOrder.Status.EXPIRED);
    assertThat(venue.clientIdOf(before.venueOrderId(), BTC).orThrow())
        .contains(filled.clientOrderId());
  }

  @Test
  void a_post_only_order_is_itself_in_the_history_whether_it_rested_or_would_have_taken() {
    OrderTicket taking = order(BTC, Side.BUY, "0.010", "20000.1", TimeInForce.GTX);
    OrderTicket resting = order(BTC, Side.BUY, "0.010", "19900", TimeInForce.GTX);

    VenueOrder ended = accepted(venue.send(taking));
    venue.send(resting);
    assertThat(venue.ordered().orThrow()).containsExactly(BTC);
    venue.cancel(resting.clientOrderId(), BTC);
    assertThat(venue.ordered().orThrow()).isEmpty();
    aheadMs = 60_000;

    assertThat(ended.status()).isEqualTo(VenueOrder.Status.EXPIRED);
    assertThat(shown(taking).status()).isEqualTo(VenueOrder.Status.EXPIRED);
    assertThat(shown(taking).timeInForce()).isEqualTo("GTX");
    assertThat(shown(taking).differences(taking)).isEmpty();
    assertThat(shown(resting).status()).isEqualTo(VenueOrder.Status.CANCELED);
    assertThat(shown(resting).timeInForce()).isEqualTo("GTX");
    assertThat(shown(resting).differences(resting)).isEmpty();
  }

  @Test
  void a_dated_contract_that_is_not_listed_is_never_traded_as_the_perpetual() {
    OrderTicket ticket = order(DATED, Side.BUY, "0.010", "20000.1");

    SendOutcome outcome = venue.send(ticket);

    assertThat(outcome).isInstanceOf(SendOutcome.Rejected.class);
    assertThat(venue.account().orThrow().positions()).isEmpty();
    assertThat(new KrakenFuturesMarketData(link).quotes(List.of(DATED)))
        .isInstanceOf(Result.Refused.class);
  }

  @Test
  void market_data_and_account_speak_of_the_same_instruments() {
    KrakenFuturesMarketData data = new KrakenFuturesMarketData(link);

    assertThat(data.specs(perpetuals()).orThrow())
        .hasSize(2)
        .allMatch(spec -> spec.isTrading())
        .allMatch(spec -> spec.multiplier().compareTo(BigDecimal.ONE) == 0)
        .allMatch(spec -> spec.lotSize().compareTo(new BigDecimal("0.001")) == 0);
    assertThat(data.quotes(perpetuals()).orThrow())
        .hasSize(2)
        .allMatch(quote -> quote.mark().equals(quote.mid()));
    assertThat(
            data.bars(BTC, Duration.ofHours(1), 1500, venue.venueTime().orThrow()).orThrow().bars())
        .hasSize(1500);
  }

  @Test
  void fees_come_from_the_account_log_and_the_money_adds_up_to_the_last_digit() {
    venue.send(order(BTC, Side.BUY, "0.010", "20000.1"));
    book(BTC, "20100.0", "20100.2", "2");
    venue.send(order(BTC, Side.SELL, "0.004", "20100.0"));

    var fills = venue.fills(BTC, Optional.empty(), Instant.EPOCH).orThrow();

    assertThat(fills.get(0).fee().amount()).isEqualByComparingTo("0.1000005");
    BigDecimal moved =
        fills.stream()
            .map(fill -> fill.realizedPnl().amount().subtract(fill.fee().amount()))
            .reduce(new BigDecimal("100000"), BigDecimal::add);
    assertThat(venue.account().orThrow().total(Wallet.futures(FuturesAt.VENUE), Currency.of("USD")))
        .isEqualByComparingTo(moved);
  }

  @Test
  void fills_of_equal_time_are_complete_over_many_pages() {
    long start = System.currentTimeMillis();
    for (int i = 0; i < 130; i++) {
      exchange.place(
          OrderRequest.market(
              HandMarket.BTC_PERP,
              "other" + i,
              i % 2 == 0
                  ? org.evenkeel.shell.simvenue.exchange.Side.BUY
                  : org.evenkeel.shell.simvenue.exchange.Side.SELL,
              new BigDecimal("0.010")),
          start + i / 40);
    }

    var all = venue.fills(BTC, Optional.empty(), Instant.EPOCH).orThrow();

    assertThat(all).hasSize(130).doesNotHaveDuplicates();
    assertThat(venue.fills(BTC, Optional.of(all.get(7).tradeId()), Instant.EPOCH).orThrow())
        .isEqualTo(all.subList(7, 130));
  }

  @Test
  void funding_is_an_income_with_its_instrument_and_published_for_all() throws Exception {
    Instant start = venue.venueTime().orThrow();
    venue.send(order(BTC, Side.BUY, "0.010", "20000.1"));
    market.fund(System.currentTimeMillis() + 100, "BTCUSDT", "0.0001");
    Thread.sleep(400);

    List<Income> income = venue.income(start.minusSeconds(60)).orThrow();

    assertThat(income).extracting(Income::kind).containsExactly(Income.Kind.FUNDING);
    assertThat(income.get(0).symbol()).isEqualTo("PF_XBTUSD");
    assertThat(income.get(0).amount().amount()).isEqualByComparingTo("-0.02");
    assertThat(
            new KrakenFuturesFundingFeed(link)
                .settled(BTC, start.minusSeconds(60), start.plusSeconds(60))
                .orThrow())
        .hasSize(1)
        .allMatch(rate -> rate.rate().compareTo(new BigDecimal("0.0001")) == 0);
  }

  @Test
  void money_from_the_spot_wallet_is_a_flow_and_no_income() {
    Instant start = venue.venueTime().orThrow().minusSeconds(1);
    assertThat(exchange.transfer("USDT", new BigDecimal("250.5"), System.currentTimeMillis()))
        .isPresent();

    List<CashFlow> flows = venue.cashFlows(start).orThrow();

    assertThat(flows).extracting(CashFlow::kind).containsExactly(CashFlow.Kind.DEPOSIT);
    assertThat(flows.get(0).amount().amount()).isEqualByComparingTo("250.5");
    assertThat(venue.income(start).orThrow()).isEmpty();
  }

  @Test
  void isolated_margin_is_given_up_while_nothing_is_held_and_refused_otherwise() throws Exception {
    assertThat(venue.setup().prepare(perpetuals(), 3).orThrow()).isFalse();
    assertThat(venue.setup().verify(perpetuals(), 3).orThrow()).isTrue();
    isolate("PF_XBTUSD");
    assertThat(venue.setup().verify(perpetuals(), 3).toString()).contains(BTC.value(), "isolated");
    assertThat(venue.setup().prepare(perpetuals(), 3).orThrow()).isTrue();
    assertThat(venue.setup().prepare(perpetuals(), 3).orThrow()).isFalse();

    venue.send(order(BTC, Side.BUY, "0.010", "20000.1"));
    isolate("PF_XBTUSD");
    assertThat(venue.setup().prepare(perpetuals(), 3)).isInstanceOf(Result.Refused.class);
  }

  @Test
  void an_order_that_would_meet_an_own_one_ends_instead() {
    OrderTicket own = order(BTC, Side.SELL, "0.010", "20100", TimeInForce.GTX);
    accepted(venue.send(own));

    OrderTicket crossing = order(BTC, Side.BUY, "0.010", "20100");
    assertThat(venue.send(crossing)).isEqualTo(new SendOutcome.Rejected("selfFill", "selfFill"));

    assertThat(shown(crossing).status()).isEqualTo(VenueOrder.Status.REJECTED);
    assertThat(shown(crossing).cumQty()).isEqualTo(Contracts.ZERO);
    assertThat(shown(own).status()).isEqualTo(VenueOrder.Status.NEW);
  }

  @Test
  void an_account_that_cancels_the_order_that_rests_is_taken_and_does_so() throws Exception {
    strategy("CANCEL_MAKER_SELF");
    OrderTicket own = order(BTC, Side.SELL, "0.010", "20100", TimeInForce.GTX);
    accepted(venue.send(own));

    VenueOrder crossing = accepted(venue.send(order(BTC, Side.BUY, "0.010", "20100")));

    assertThat(venue.setup().prepare(perpetuals(), 3)).isInstanceOf(Result.Ok.class);
    assertThat(crossing.status()).isEqualTo(VenueOrder.Status.FILLED);
    assertThat(shown(own).status()).isEqualTo(VenueOrder.Status.CANCELED);
    assertThat(shown(own).differences(own)).isEmpty();
  }

  @Test
  void whether_the_strategy_concerns_this_account_alone_is_told() throws Exception {
    assertThat(venue.selfMatch().read().orThrow().word()).isEqualTo("REJECT_TAKER");
    assertThat(venue.selfMatch().read().orThrow().reachesOthers()).isFalse();
    for (String word : List.of("CANCEL_MAKER_CHILD", "CANCEL_MAKER_ANY")) {
      strategy(word);
      assertThat(venue.selfMatch().read().orThrow().reachesOthers()).as(word).isTrue();
    }
  }

  private void strategy(String word) throws Exception {
    RawCall.signed(
        front.url(), "PUT", "/derivatives/api/v3/self-trade-strategy", "strategy=" + word);
  }

  private void isolate(String symbol) throws Exception {
    RawCall.signed(
        front.url(),
        "PUT",
        "/derivatives/api/v3/leveragepreferences",
        "maxLeverage=5&symbol=" + symbol);
  }

  @Test
  void the_countdown_cancels_what_rests_and_can_be_disarmed() throws Exception {
    RawCall.signed(
        front.url(),
        "POST",
        "/derivatives/api/v3/sendorder",
        "orderType=lmt&symbol=PF_XBTUSD&side=buy&size=0.01&limitPrice=19000&cliOrdId=rest1");
    assertThat(venue.openOrders(BTC).orThrow())
        .hasSize(1)
        .allMatch(order -> order.timeInForce().equals(VenueOrder.UNSAID));

    assertThat(venue.deadMan().arm(Duration.ofSeconds(60)).orThrow()).isTrue();
    assertThat(venue.deadMan().disarm().orThrow()).isTrue();
    aheadMs = 120_000;
    assertThat(venue.openOrders(BTC).orThrow()).hasSize(1);

    venue.deadMan().arm(Duration.ofSeconds(10));
    aheadMs = 240_000;
    assertThat(venue.openOrders(BTC).orThrow()).isEmpty();
  }
}
