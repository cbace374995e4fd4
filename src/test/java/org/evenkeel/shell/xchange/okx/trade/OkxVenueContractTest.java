package org.evenkeel.shell.xchange.okx.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.evenkeel.contract.SecondSource;
import org.evenkeel.contract.VenueContract;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.Income;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Venue;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.xchange.okx.OkxFundingFeed;
import org.evenkeel.shell.xchange.okx.OkxMarketData;
import org.evenkeel.shell.xchange.okx.OkxRig;
import org.evenkeel.shell.xchange.okx.OkxSymbol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter keeps the contract over real HTTP against the simulated venue. */
class OkxVenueContractTest extends VenueContract {

  private final OkxRig rig = new OkxRig();
  private final OkxVenue venue = rig.venue();

  @AfterEach
  void stop() {
    rig.close();
  }

  @Override
  protected Optional<SecondSource> secondSource() {
    return Optional.of(
        new SecondSource(
            venue.dropCopy(),
            rig::fault,
            "GET /api/v5/trade/fills",
            1,
            "GET /api/v5/account/bills"));
  }

  @Override
  protected Venue venue() {
    return venue;
  }

  @Override
  protected InstrumentId perp() {
    return OkxRig.PERP;
  }

  @Override
  protected InstrumentId otherPerp() {
    return OkxRig.OTHER_PERP;
  }

  @Override
  protected InstrumentId spot() {
    return OkxRig.SPOT;
  }

  @Override
  protected Optional<InstrumentId> inverse() {
    return Optional.of(OkxRig.INVERSE);
  }

  /** A contract is 0.01 BTC or 0.1 ETH. */
  @Override
  protected Contracts contracts(InstrumentId instrument, String coins) {
    int places = instrument.equals(OkxRig.PERP) ? 2 : instrument.equals(OkxRig.OTHER_PERP) ? 1 : 0;
    return Contracts.of(new BigDecimal(coins).movePointRight(places));
  }

  @Override
  protected String tooSmall() {
    return "0.0005";
  }

  @Override
  protected Wallet coinWallet() {
    return Wallet.unified(OkxRig.OKX);
  }

  @Override
  protected Wallet collateralWallet() {
    return coinWallet();
  }

  @Override
  protected String opening() {
    return "200000";
  }

  @Override
  protected Optional<MarketData> market() {
    return Optional.of(new OkxMarketData(rig.link()));
  }

  @Override
  protected boolean splits(int pieces) {
    rig.fault("POST /api/v5/trade/order pieces=" + pieces);
    return true;
  }

  @Override
  protected void book(InstrumentId instrument, String bid, String ask, String quantity) {
    rig.market().set(OkxRig.series(instrument), bid, ask, quantity);
  }

  private static OrderTicket ticket(
      String id, InstrumentId instrument, Instant now, String quantity, String price) {
    return new OrderTicket(
        ClientOrderId.of(id),
        instrument,
        Side.BUY,
        Contracts.of(quantity),
        Price.of(price),
        TimeInForce.IOC,
        false,
        now,
        now.plusSeconds(5));
  }

  private BigDecimal usdt() {
    return venue.account().orThrow().total(coinWallet(), Currency.of("USDT"));
  }

  /** Hazard X6 and venues.md 4.1: a size that were taken for coins would be a hundred times the order. */
  @Test
  void an_order_that_would_meet_an_own_one_ends_instead() {
    rig.exchange()
        .place(
            OrderRequest.limit(
                HandMarket.BTC_PERP,
                "own",
                org.evenkeel.shell.simvenue.exchange.Side.SELL,
                org.evenkeel.shell.simvenue.exchange.TimeInForce.GTC,
                new BigDecimal("0.1"),
                new BigDecimal("20100")),
            System.currentTimeMillis());

    VenueOrder order = accepted(venue.send(ticket(OkxRig.PERP, Side.BUY, "0.01", "20100", false)));

    assertThat(order.cumQty().isZero()).isTrue();
    assertThat(rig.exchange().openOrders(SeriesId.Kind.PERPETUAL)).hasSize(1);
  }

  @Test
  void a_contract_is_a_hundredth_of_a_bitcoin_in_orders_fills_positions_and_the_balance() {
    InstrumentSpec spec =
        new OkxMarketData(rig.link()).specs(List.of(OkxRig.PERP)).orThrow().get(0);
    assertThat(spec.multiplier()).isEqualByComparingTo("0.01");
    assertThat(spec.lotSize()).isEqualByComparingTo("0.1");
    Instant start = venue.venueTime().orThrow();

    venue.send(ticket("ekccccsizes000001", OkxRig.PERP, start, "1", "20000.1"));

    Fill fill = venue.fills(OkxRig.PERP, Optional.empty(), start.minusSeconds(60)).orThrow().get(0);
    assertThat(fill.lastQty()).isEqualTo(Contracts.of("1"));
    assertThat(rig.exchange().futures(0).position("BTCUSDT").position().qty())
        .as("the venue's own books, in coins")
        .isEqualByComparingTo("0.01");
    BigDecimal notional = spec.notional(fill.lastQty(), fill.lastPx()).amount();
    assertThat(fill.fee().amount())
        .as("0.05 % of what the specification says that it is worth")
        .isEqualByComparingTo(notional.multiply(new BigDecimal("0.0005")));
  }

  /** venues.md 4.1: OKX's default size of a purchase is money. */
  @Test
  void a_hundred_coins_are_bought_and_not_coins_for_a_hundred() {
    Instant start = venue.venueTime().orThrow();
    rig.market().set(HandMarket.USDC_SPOT, "0.4999", "0.5000", "100000");

    venue.send(ticket("ekccccquote000001", OkxRig.SPOT, start, "100", "0.5000"));

    Fill fill = venue.fills(OkxRig.SPOT, Optional.empty(), start.minusSeconds(60)).orThrow().get(0);
    assertThat(fill.lastQty()).isEqualTo(Contracts.of("100"));
    assertThat(usdt()).isEqualByComparingTo("199950");
  }

  /** The same for an order at market, where the size is money by default: what the adapter says of it is obeyed. */
  @Test
  void at_market_too_what_the_adapter_says_buys_a_hundred_coins() {
    rig.market().set(HandMarket.USDC_SPOT, "0.4999", "0.5000", "100000");

    assertThat(boughtAtMarket("ekccccmarket000001", body -> {})).isEqualByComparingTo("99.9");
    assertThat(boughtAtMarket("ekccccmarket000002", body -> body.remove("tgtCcy")))
        .as("the venue's own default: as much as 100 USDT buy, less a fee of 0.1 %")
        .isEqualByComparingTo("199.8");
  }

  private BigDecimal boughtAtMarket(String id, Consumer<SortedMap<String, Object>> change) {
    BigDecimal before = venue.account().orThrow().total(coinWallet(), Currency.of("USDC"));
    Instant now = venue.venueTime().orThrow();
    SortedMap<String, Object> body =
        OkxOrderCalls.body(
            OkxSymbol.of(OkxRig.SPOT), ticket(id, OkxRig.SPOT, now, "100", "0.5000"), "cash");
    body.put("ordType", "market");
    body.remove("px");
    change.accept(body);
    new OkxCalls(rig.link(), OkxRig.keys())
        .tellOnce(
            CallGate.Kind.ADD,
            "order",
            now,
            (api, s) ->
                api.placeOrder(
                    body, "", s.apiKey(), s.passphrase(), s.timestamp(), s.demo(), s.signature()));
    return venue.account().orThrow().total(coinWallet(), Currency.of("USDC")).subtract(before);
  }

  @Test
  void a_post_only_order_that_would_take_is_acknowledged_and_canceled() {
    OrderTicket taking =
        ticket("ekccccpost0000001", OkxRig.PERP, venue.venueTime().orThrow(), "1", "20000.1");
    OrderTicket resting =
        new OrderTicket(
            taking.clientOrderId(),
            taking.instrument(),
            taking.side(),
            taking.orderQty(),
            taking.limitPrice(),
            TimeInForce.GTX,
            false,
            taking.signedAt(),
            taking.validUntil());

    VenueOrder order = accepted(venue.send(resting));

    assertThat(order.status()).isEqualTo(VenueOrder.Status.CANCELED);
    assertThat(order.differences(resting)).isEmpty();
  }

  @Test
  void coins_and_collateral_are_one_purse() {
    Instant start = venue.venueTime().orThrow();

    venue.send(ticket("ekccccpurse000001", OkxRig.SPOT, start, "50000", "1.0000"));
    SendOutcome tooMuch =
        venue.send(ticket("ekccccpurse000002", OkxRig.PERP, start, "4000", "20000.1"));

    assertThat(usdt()).isEqualByComparingTo("150000");
    assertThat(tooMuch)
        .as("800000 at 5 times need 160000")
        .isInstanceOf(SendOutcome.Rejected.class);
    assertThat(((SendOutcome.Rejected) tooMuch).code()).isEqualTo("51008");
  }

  @Test
  void the_leverage_is_set_once_and_then_found_to_be_right() {
    List<InstrumentId> instruments = List.of(OkxRig.PERP, OkxRig.OTHER_PERP, OkxRig.SPOT);

    assertThat(venue.setup().prepare(instruments, 3).orThrow()).isTrue();
    assertThat(venue.setup().prepare(instruments, 3).orThrow()).isFalse();
  }

  @Test
  void funding_is_an_income_with_its_instrument_and_a_rate_in_the_feed() throws Exception {
    Instant start = venue.venueTime().orThrow();
    venue.send(ticket("ekccccfunding00001", OkxRig.PERP, start, "1", "20000.1"));
    long at = System.currentTimeMillis() + 100;
    rig.market().fund(at, "BTCUSDT", "0.0001");
    Thread.sleep(600);

    List<Income> income = venue.income(start.minusSeconds(60)).orThrow();

    assertThat(income).extracting(Income::kind).containsExactly(Income.Kind.FUNDING);
    assertThat(income.get(0).symbol()).isEqualTo("BTC-USDT-SWAP");
    assertThat(income.get(0).amount().amount()).isEqualByComparingTo("-0.02");
    List<FundingRate> rates =
        new OkxFundingFeed(rig.link())
            .settled(OkxRig.PERP, start, Instant.now().plusSeconds(1))
            .orThrow();
    assertThat(rates)
        .containsExactly(
            new FundingRate(OkxRig.PERP, Instant.ofEpochMilli(at), new BigDecimal("0.0001")));
  }

  /** 50 contracts of 100 dollars at a mark of 20,000 are 0.25 coins, of which a long pays a ten-thousandth. */
  @Test
  void the_funding_of_an_inverse_swap_is_paid_in_its_coin() throws Exception {
    Instant start = venue.venueTime().orThrow();
    venue.send(ticket("ekccccfunding00002", OkxRig.INVERSE, start, "50", "20000.1"));
    rig.market().fund(System.currentTimeMillis() + 100, "BTCUSDT", "0.0001");
    Thread.sleep(600);

    Income income = venue.income(start.minusSeconds(60)).orThrow().get(0);

    assertThat(income.kind()).isEqualTo(Income.Kind.FUNDING);
    assertThat(income.symbol()).isEqualTo("BTC-USD-SWAP");
    assertThat(income.amount()).isEqualTo(Money.of("-0.000025", "BTC"));
  }

  @Test
  void an_inverse_swap_is_specified_quoted_and_has_bars_in_coins() {
    OkxMarketData data = new OkxMarketData(rig.link());

    InstrumentSpec spec = data.specs(List.of(OkxRig.INVERSE)).orThrow().get(0);
    assertThat(spec.multiplier()).isEqualByComparingTo("100");
    assertThat(spec.lotSize()).isEqualByComparingTo("1");
    assertThat(data.quotes(List.of(OkxRig.INVERSE, OkxRig.PERP)).orThrow())
        .extracting(quote -> quote.ask().toString())
        .containsExactly("20000.1", "20000.1");
    assertThat(
            data.bars(OkxRig.INVERSE, Duration.ofHours(1), 3, venue.venueTime().orThrow())
                .orThrow()
                .bars())
        .allSatisfy(bar -> assertThat(bar.volume()).isEqualByComparingTo("12.5"));
  }

  @Test
  void the_leverage_of_an_inverse_swap_is_set_like_any() {
    assertThat(venue.setup().prepare(List.of(OkxRig.INVERSE), 3).orThrow()).isTrue();
    assertThat(venue.setup().prepare(List.of(OkxRig.INVERSE), 3).orThrow()).isFalse();
  }

  @Test
  void market_data_and_account_speak_of_the_same_instruments() {
    OkxMarketData data = new OkxMarketData(rig.link());
    List<InstrumentId> instruments = List.of(OkxRig.PERP, OkxRig.OTHER_PERP, OkxRig.SPOT);

    assertThat(data.specs(instruments).orThrow()).hasSize(3).allMatch(spec -> spec.isTrading());
    assertThat(data.quotes(instruments).orThrow()).hasSize(3);
    assertThat(data.quotes(List.of(OkxRig.PERP)).orThrow().get(0).ask().toString())
        .isEqualTo("20000.1");
    assertThat(
            data.bars(OkxRig.PERP, Duration.ofHours(1), 1500, venue.venueTime().orThrow())
                .orThrow()
                .bars())
        .as("1440 recent ones and the rest from the history")
        .hasSize(1500);
  }

  @Test
  void money_that_comes_and_goes_is_a_flow_once_and_moves_the_balance_by_itself() throws Exception {
    Instant start = venue.venueTime().orThrow().minusSeconds(1);
    BigDecimal before = usdt();
    rig.post("/sim/flow?kind=deposit&asset=USDT&amount=250.5");
    rig.post("/sim/flow?kind=withdrawal&asset=USDT&amount=50");

    List<CashFlow> flows = venue.cashFlows(start).orThrow();

    assertThat(flows)
        .extracting(CashFlow::kind)
        .containsExactly(CashFlow.Kind.DEPOSIT, CashFlow.Kind.WITHDRAWAL);
    BigDecimal moved =
        flows.stream().map(flow -> flow.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(usdt().subtract(before)).isEqualByComparingTo(moved).isEqualByComparingTo("200.5");
    assertThat(venue.income(start).orThrow()).isEmpty();
  }

  @Test
  void the_dead_man_switch_is_armed_and_ended_and_takes_no_shorter_time_than_the_venue() {
    assertThat(venue.deadMan().arm(Duration.ofMinutes(2)).orThrow()).isTrue();
    assertThat(venue.deadMan().disarm().orThrow()).isTrue();
    assertThat(venue.deadMan().arm(Duration.ofSeconds(9))).isInstanceOf(Result.Refused.class);
  }
}
