package org.evenkeel.shell.simvenue.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.knowm.xchange.Exchange;
import org.knowm.xchange.ExchangeFactory;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.binance.BinanceExchange;
import org.knowm.xchange.binance.dto.BinanceException;
import org.knowm.xchange.binance.dto.ExchangeType;
import org.knowm.xchange.binance.dto.account.futures.BinancePosition;
import org.knowm.xchange.binance.dto.marketdata.BinanceKline;
import org.knowm.xchange.binance.dto.marketdata.KlineInterval;
import org.knowm.xchange.binance.dto.trade.BinanceCancelOrderParams;
import org.knowm.xchange.binance.dto.trade.BinanceOrder;
import org.knowm.xchange.binance.dto.trade.BinanceOrderFlags;
import org.knowm.xchange.binance.dto.trade.BinanceTradeHistoryParams;
import org.knowm.xchange.binance.dto.trade.OrderStatus;
import org.knowm.xchange.binance.dto.trade.TimeInForce;
import org.knowm.xchange.binance.service.BinanceMarketDataService;
import org.knowm.xchange.binance.service.BinanceTradeService;
import org.knowm.xchange.currency.Currency;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.derivative.FuturesContract;
import org.knowm.xchange.dto.Order.OrderType;
import org.knowm.xchange.dto.account.OpenPosition;
import org.knowm.xchange.dto.marketdata.Ticker;
import org.knowm.xchange.dto.meta.InstrumentMetaData;
import org.knowm.xchange.dto.trade.LimitOrder;
import org.knowm.xchange.dto.trade.MarketOrder;
import org.knowm.xchange.dto.trade.UserTrade;
import org.knowm.xchange.exceptions.ExchangeException;
import org.knowm.xchange.exceptions.FundsExceededException;
import org.knowm.xchange.instrument.Instrument;

/** The unmodified XChange client for Binance works against the front, spot and futures. */
class XChangeClientTest {

  private static final FuturesContract BTC_PERP = new FuturesContract("BTC/USDT/PERP");
  private static final Instrument BTC_SPOT = CurrencyPair.BTC_USDT;

  private final Wire wire = Wire.open();

  /** Keeps the address the caller gave, which the library would replace with the real venue's. */
  public static final class LocalFutures extends BinanceExchange {
    @Override
    protected void concludeHostParams(ExchangeSpecification specification) {}
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private BinanceExchange spot() {
    ExchangeSpecification s = new BinanceExchange().getDefaultExchangeSpecification();
    return connect(s);
  }

  private BinanceExchange futures() {
    ExchangeSpecification s = new ExchangeSpecification(LocalFutures.class);
    s.setExchangeSpecificParametersItem(BinanceExchange.EXCHANGE_TYPE, ExchangeType.FUTURES);
    s.setExchangeSpecificParametersItem(Exchange.USE_SANDBOX, false);
    return connect(s);
  }

  private BinanceExchange connect(ExchangeSpecification s) {
    s.setSslUri(wire.front.url());
    s.setApiKey(Wire.KEY.apiKey());
    s.setSecretKey(Wire.KEY.apiSecret());
    return (BinanceExchange) ExchangeFactory.INSTANCE.createExchange(s);
  }

  private static BinanceTradeService trade(Exchange exchange) {
    return (BinanceTradeService) exchange.getTradeService();
  }

  private static LimitOrder limit(
      OrderType type,
      Instrument instrument,
      String qty,
      String price,
      String clientId,
      TimeInForce life) {
    return new LimitOrder.Builder(type, instrument)
        .originalAmount(new BigDecimal(qty))
        .limitPrice(new BigDecimal(price))
        .userReference(clientId)
        .flag(life)
        .build();
  }

  @Test
  void market_data_arrives_on_both() throws IOException {
    for (Instrument instrument : List.of(BTC_SPOT, BTC_PERP)) {
      Exchange exchange = instrument.equals(BTC_SPOT) ? spot() : futures();
      InstrumentMetaData meta = exchange.getExchangeMetaData().getInstruments().get(instrument);
      BinanceMarketDataService data = (BinanceMarketDataService) exchange.getMarketDataService();

      Ticker ticker = data.getTicker(instrument);
      List<BinanceKline> bars = data.klines(instrument, KlineInterval.h1, 24, null, null);

      assertThat(meta.getMinimumAmount()).isPositive();
      assertThat(ticker.getLast()).isBetween(new BigDecimal("19999"), new BigDecimal("20001"));
      assertThat(bars).hasSize(24);
      assertThat(bars.get(1).getOpenTime() - bars.get(0).getOpenTime()).isEqualTo(3_600_000L);
      assertThat(data.getOrderBook(instrument).getAsks()).hasSize(10);
    }
    BinanceMarketDataService data = (BinanceMarketDataService) spot().getMarketDataService();
    assertThat(data.tickerAllBookTickers()).hasSize(2);
    assertThat(data.binanceTime().getServerTime().toInstant().toEpochMilli())
        .isCloseTo(System.currentTimeMillis(), Offset.offset(2000L));
    assertThat(futures().getMarketDataService().getFundingRate(BTC_PERP).getInstrument())
        .isEqualTo(BTC_PERP);
  }

  @Test
  void a_futures_order_is_placed_found_and_shown_in_trades_positions_and_balances()
      throws IOException {
    BinanceExchange exchange = futures();
    BinanceTradeService trade = trade(exchange);

    String id =
        trade.placeLimitOrder(
            limit(OrderType.BID, BTC_PERP, "0.500", "20010.0", "perp1", TimeInForce.IOC));

    BinanceOrder found = trade.orderStatusAllProducts(BTC_PERP, null, "perp1");
    assertThat(Long.toString(found.orderId)).isEqualTo(id);
    assertThat(found.status).isEqualTo(OrderStatus.FILLED);
    assertThat(found.executedQty).isEqualByComparingTo("0.5");
    List<UserTrade> trades =
        trade.getTradeHistory(new BinanceTradeHistoryParams(BTC_PERP)).getUserTrades();
    assertThat(trades).hasSize(1);
    assertThat(trades.getFirst().getFeeAmount()).isEqualByComparingTo("5.000025");
    OpenPosition position = trade.getOpenPositions().getOpenPositions().getFirst();
    assertThat(position.getType()).isEqualTo(OpenPosition.Type.LONG);
    assertThat(position.getSize()).isEqualByComparingTo("0.5");
    List<BinancePosition> risk = trade.getFuturesPositionRisk(BTC_PERP);
    assertThat(risk.getFirst().getPositionAmt()).isEqualByComparingTo("0.5");
    assertThat(
            exchange
                .getAccountService()
                .getAccountInfo()
                .getWallet("futures")
                .getBalance(Currency.USD)
                .getTotal())
        .isEqualByComparingTo("99994.999975");
  }

  @Test
  void a_resting_futures_order_is_open_until_canceled_and_reduce_only_is_refused()
      throws IOException {
    BinanceTradeService trade = trade(futures());
    String id =
        trade.placeLimitOrder(
            limit(OrderType.BID, BTC_PERP, "0.1", "19000.0", "rest1", TimeInForce.GTC));

    assertThat(trade.getOpenOrders().getOpenOrders()).hasSize(1);
    assertThat(trade.getOpenOrders().getOpenOrders().getFirst().getUserReference())
        .isEqualTo("rest1");
    assertThat(trade.cancelOrder(new BinanceCancelOrderParams(BTC_PERP, id, null))).isTrue();
    assertThat(trade.getOpenOrders().getOpenOrders()).isEmpty();
    assertThatThrownBy(
            () ->
                trade.placeMarketOrder(
                    new MarketOrder.Builder(OrderType.ASK, BTC_PERP)
                        .originalAmount(new BigDecimal("0.1"))
                        .userReference("red1")
                        .flag(BinanceOrderFlags.REDUCE_ONLY)
                        .build()))
        .isInstanceOf(ExchangeException.class)
        .cause()
        .isInstanceOfSatisfying(
            BinanceException.class, e -> assertThat(e.getCode()).isEqualTo(-2022));
  }

  @Test
  void a_spot_order_is_placed_found_and_shown_in_trades_and_balances() throws IOException {
    BinanceExchange exchange = spot();
    BinanceTradeService trade = trade(exchange);

    String id =
        trade.placeLimitOrder(
            limit(OrderType.BID, BTC_SPOT, "1.5", "20000.01", "spot1", TimeInForce.IOC));

    BinanceOrder found = trade.orderStatusAllProducts(BTC_SPOT, Long.valueOf(id), "spot1");
    assertThat(found.status).isEqualTo(OrderStatus.FILLED);
    assertThat(found.cumulativeQuoteQty).isEqualByComparingTo("30000.015");
    List<UserTrade> trades =
        trade.getTradeHistory(new BinanceTradeHistoryParams(BTC_SPOT)).getUserTrades();
    assertThat(trades.getFirst().getFeeCurrency()).isEqualTo(Currency.BTC);
    assertThat(
            exchange
                .getAccountService()
                .getAccountInfo()
                .getWallet("spot")
                .getBalance(Currency.BTC)
                .getAvailable())
        .isEqualByComparingTo("1.4985");
    assertThat(trade.getOpenOrders().getOpenOrders()).isEmpty();
    assertThatThrownBy(
            () ->
                trade.placeLimitOrder(
                    limit(OrderType.ASK, BTC_SPOT, "2", "20000.00", "spot2", TimeInForce.GTC)))
        .isInstanceOf(FundsExceededException.class);
  }

  @Test
  void leverage_can_be_set_through_the_client() throws IOException {
    assertThat(futures().getAccountService().setLeverage(BTC_PERP, 7)).isTrue();

    assertThat(wire.exchange.futures(0).position("BTCUSDT").leverage()).isEqualTo(7);
  }
}
