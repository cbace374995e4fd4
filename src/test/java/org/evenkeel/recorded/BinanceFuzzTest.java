package org.evenkeel.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.recorded.DecoderFuzz.Decoder;
import org.evenkeel.recorded.DecoderFuzz.Tally;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.xchange.binance.BinanceFundingFeed;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.BinanceMarketData;
import org.evenkeel.shell.xchange.binance.BinanceRefusals;
import org.evenkeel.shell.xchange.binance.BinanceSettings;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.evenkeel.shell.xchange.binance.trade.AccountKeys;
import org.evenkeel.shell.xchange.binance.trade.BinanceVenue;
import org.junit.jupiter.api.Test;

/** Every reader of Binance's answers takes whatever comes for a value or a refusal, and lets nothing escape. */
class BinanceFuzzTest {

  private static final int STANDARD = 5_000;

  private static final InstrumentId PERP = InstrumentId.of("BTC-USDT-PERP@binance");
  private static final InstrumentId COINS = InstrumentId.of("USDC-USDT-SPOT@binance");
  private static final ClientOrderId ID = ClientOrderId.of("ek4f7q0k3v9x2m1c8z");
  private static final long NOW = System.currentTimeMillis();
  private static final Instant SINCE = Instant.ofEpochMilli(NOW).minus(Duration.ofDays(1));

  private static final String ORDER =
      """
      {"clientOrderId":"ek4f7q0k3v9x2m1c8z","cumQty":"0.010","cumQuote":"650","executedQty":"0.010",
       "orderId":22542179,"avgPrice":"65000.10","origQty":"0.010","price":"65130","reduceOnly":false,
       "side":"BUY","positionSide":"BOTH","status":"FILLED","symbol":"BTCUSDT","timeInForce":"IOC",
       "type":"LIMIT","updateTime":1790000000000}""";

  private static final String SPOT_ORDER =
      """
      {"symbol":"USDCUSDT","orderId":28,"orderListId":-1,"clientOrderId":"ek4f7q0k3v9x2m1c8z",
       "transactTime":1790000000000,"price":"1.0001","origQty":"10.0","executedQty":"10.0",
       "cummulativeQuoteQty":"10.001","status":"FILLED","timeInForce":"IOC","type":"LIMIT","side":"BUY"}""";

  private final ScriptedGate gate = new ScriptedGate(new BinanceRefusals());
  private final BinanceLink link =
      new BinanceLink(
          Fixtures.BINANCE,
          new BinanceSettings(
              URI.create("http://127.0.0.1:1"),
              URI.create("http://127.0.0.1:1"),
              Duration.ofSeconds(1),
              Duration.ofSeconds(1),
              Duration.ofMillis(-1), // no list of instruments is ever fresh
              Duration.ofSeconds(10)),
          gate,
          Fixtures.clock());
  private final BinanceVenue venue =
      new BinanceVenue(
          link, Fixtures.capabilities(), new AccountKeys(Secret.of("key"), Secret.of("secret")));
  private final BinanceMarketData data = new BinanceMarketData(link);
  private final BinanceFundingFeed funding = new BinanceFundingFeed(link);

  private static OrderTicket ticket(InstrumentId instrument) {
    Instant now = Instant.ofEpochMilli(NOW);
    return new OrderTicket(
        ID,
        instrument,
        Side.BUY,
        Contracts.of("10"),
        Price.of("1.0001"),
        TimeInForce.IOC,
        false,
        now,
        now.plusSeconds(5));
  }

  private List<Decoder> decoders() {
    Instant hour = Instant.ofEpochMilli(NOW - NOW % 3_600_000L);
    String kline =
        "[["
            + (hour.toEpochMilli() - 3_600_000L)
            + ",\"1.5\",\"1.7\",\"1.4\",\"1.6\",\"100\","
            + (hour.toEpochMilli() - 1)
            + ",\"160\",7,\"50\",\"80\",\"0\"]]";
    List<Decoder> all = new ArrayList<>();
    add(all, "fapi/v1/time", "", "{\"serverTime\":" + NOW + "}", g -> venue.venueTime());
    add(
        all,
        "fapi/v1/exchangeInfo",
        "",
        Fixtures.exchangeInfo(Fixtures.BTC_PERP, Fixtures.ETH_PERP, Fixtures.BTC_QUARTER),
        g -> data.specs(List.of(PERP)));
    add(
        all,
        "api/v3/exchangeInfo",
        "",
        Fixtures.exchangeInfo(Fixtures.USDC_SPOT),
        g -> data.specs(List.of(COINS)));
    add(all, "fapi/v1/klines", "", kline, g -> data.bars(PERP, Duration.ofHours(1), 1, hour));
    add(all, "api/v3/klines", "", kline, g -> data.bars(COINS, Duration.ofHours(1), 1, hour));
    add(
        all,
        "fapi/v1/ticker/bookTicker",
        "",
        "{\"symbol\":\"BTCUSDT\",\"bidPrice\":\"4.0\",\"bidQty\":\"431\",\"askPrice\":\"4.1\",\"askQty\":\"9\",\"time\":1589437530011}",
        g -> data.quotes(List.of(PERP)));
    add(
        all,
        "fapi/v1/premiumIndex",
        "",
        "{\"symbol\":\"BTCUSDT\",\"markPrice\":\"11793.6\",\"indexPrice\":\"11781.8\",\"lastFundingRate\":\"0.0003\",\"nextFundingTime\":1597392000000,\"time\":1597370495002}",
        g -> data.quotes(List.of(PERP)));
    add(
        all,
        "api/v3/ticker/bookTicker",
        "",
        "[{\"symbol\":\"USDCUSDT\",\"bidPrice\":\"0.9999\",\"bidQty\":\"431\",\"askPrice\":\"1.0\",\"askQty\":\"9\"}]",
        g -> data.quotes(List.of(COINS)));
    add(
        all,
        "fapi/v2/ticker/price",
        "",
        "{\"symbol\":\"BTCUSDT\",\"price\":\"6000.01\",\"time\":1589437530011}",
        g -> data.quotes(List.of(PERP)));
    add(
        all,
        "api/v3/ticker/price",
        "",
        "[{\"symbol\":\"USDCUSDT\",\"price\":\"0.9998\"}]",
        g -> data.quotes(List.of(COINS)));
    add(
        all,
        "fapi/v1/fundingRate",
        "",
        "[{\"symbol\":\"BTCUSDT\",\"fundingRate\":\"-0.03750000\",\"fundingTime\":"
            + (NOW - 1000)
            + "}]",
        g -> funding.settled(PERP, SINCE, Instant.ofEpochMilli(NOW)));
    add(all, "fapi/v1/order", " sent", ORDER, g -> venue.send(ticket(PERP)));
    add(all, "api/v3/order", " sent", SPOT_ORDER, g -> venue.send(ticket(COINS)));
    add(all, "fapi/v1/order", " asked", ORDER, g -> venue.lookup(ID, PERP));
    add(all, "api/v3/order", " asked", SPOT_ORDER, g -> venue.lookup(ID, COINS));
    add(
        all,
        "fapi/v1/order",
        " by venue id",
        ORDER,
        g -> venue.clientIdOf(VenueOrderId.of("22542179"), PERP));
    add(all, "fapi/v1/order", " canceled", ORDER, g -> venue.cancel(ID, PERP));
    add(all, "fapi/v1/openOrders", "", "[" + ORDER + "]", g -> venue.openOrders(PERP));
    add(all, "api/v3/openOrders", "", "[" + SPOT_ORDER + "]", g -> venue.openOrders(COINS));
    addAccount(all);
    addFlows(all);
    addSettings(all);
    return all;
  }

  private interface Reading extends java.util.function.Function<ScriptedGate, Object> {}

  private static void add(
      List<Decoder> all, String call, String what, String sample, Reading reading) {
    all.add(new Decoder("binance " + call + what, call, sample, reading));
  }

  private void addAccount(List<Decoder> all) {
    add(
        all,
        "fapi/v2/account",
        "",
        "{\"totalWalletBalance\":\"1000\",\"assets\":[{\"asset\":\"USDT\",\"walletBalance\":\"1000.5\",\"availableBalance\":\"700.1\"}],\"positions\":[{\"symbol\":\"BTCUSDT\",\"positionAmt\":\"-0.020\",\"entryPrice\":\"20000.1\",\"unrealizedProfit\":\"-3.5\",\"positionSide\":\"BOTH\"}]}",
        g -> venue.account());
    add(
        all,
        "api/v3/account",
        "",
        "{\"uid\":354937868,\"balances\":[{\"asset\":\"USDT\",\"free\":\"90\",\"locked\":\"10\"}]}",
        g -> venue.account());
    add(
        all,
        "fapi/v1/userTrades",
        "",
        "[{\"symbol\":\"BTCUSDT\",\"id\":67880589,\"orderId\":270093109,\"side\":\"SELL\",\"price\":\"28511.00\",\"qty\":\"0.010\",\"realizedPnl\":\"2.58\",\"quoteQty\":\"285.11\",\"commission\":\"-0.01\",\"commissionAsset\":\"USDT\",\"time\":1680688557875,\"maker\":false}]",
        g -> venue.fills(PERP, Optional.of(TradeId.of("1")), SINCE));
    add(
        all,
        "api/v3/myTrades",
        "",
        "[{\"symbol\":\"USDCUSDT\",\"id\":28457,\"orderId\":100234,\"price\":\"4.00000100\",\"qty\":\"12.0\",\"commission\":\"10.1\",\"commissionAsset\":\"BNB\",\"time\":1499865549590,\"isBuyer\":true,\"isMaker\":false}]",
        g -> venue.fills(COINS, Optional.empty(), Instant.EPOCH));
    add(
        all,
        "fapi/v1/income",
        "",
        "[{\"symbol\":\"BTCUSDT\",\"incomeType\":\"FUNDING_FEE\",\"income\":\"-0.37500000\",\"asset\":\"USDT\",\"info\":\"\",\"time\":"
            + (NOW - 5000)
            + ",\"tranId\":9689322392,\"tradeId\":\"\"}]",
        g -> venue.income(SINCE));
  }

  private void addFlows(List<Decoder> all) {
    add(
        all,
        "sapi/v1/capital/deposit/hisrec",
        "",
        "[{\"id\":\"769800519366885376\",\"amount\":\"0.001\",\"coin\":\"BNB\",\"status\":1,\"insertTime\":1566791463000,\"completeTime\":1566791999000,\"walletType\":0}]",
        g -> venue.cashFlows(SINCE));
    add(
        all,
        "sapi/v1/capital/withdraw/history",
        "",
        "[{\"id\":\"b6ae22b3aa844210a7041aee7589627c\",\"amount\":\"8.91\",\"transactionFee\":\"0.004\",\"coin\":\"USDT\",\"status\":6,\"applyTime\":\"2019-10-12 11:12:02\",\"walletType\":0}]",
        g -> venue.cashFlows(SINCE));
    add(
        all,
        "sapi/v1/asset/transfer",
        "",
        "{\"total\":1,\"rows\":[{\"asset\":\"USDT\",\"amount\":\"1\",\"type\":\"MAIN_UMFUTURE\",\"status\":\"CONFIRMED\",\"tranId\":11415955596,\"timestamp\":"
            + (NOW - 5000)
            + "}]}",
        g -> venue.cashFlows(SINCE));
  }

  private void addSettings(List<Decoder> all) {
    add(
        all,
        "fapi/v1/positionSide/dual",
        "",
        "{\"dualSidePosition\":false}",
        g -> venue.setup().prepare(List.of(PERP), 3));
    add(
        all,
        "fapi/v2/positionRisk",
        "",
        "[{\"symbol\":\"BTCUSDT\",\"marginType\":\"cross\",\"leverage\":\"5\",\"notional\":\"-51.0\",\"positionAmt\":\"-0.1\"}]",
        g -> venue.setup().prepare(List.of(PERP), 3));
    add(
        all,
        "fapi/v1/leverageBracket",
        "",
        "[{\"symbol\":\"BTCUSDT\",\"notionalCoef\":1.5,\"brackets\":[{\"bracket\":1,\"initialLeverage\":75,\"notionalCap\":10000,\"notionalFloor\":0,\"maintMarginRatio\":0.0065,\"cum\":0}]}]",
        g -> venue.setup().prepare(List.of(PERP), 3));
    add(
        all,
        "fapi/v1/leverage",
        "",
        "{\"leverage\":3,\"maxNotionalValue\":\"1000000\",\"symbol\":\"BTCUSDT\"}",
        g -> venue.setup().prepare(List.of(PERP), 3));
    add(
        all,
        "fapi/v1/countdownCancelAll",
        "",
        "{\"symbol\":\"BTCUSDT\",\"countdownTime\":\"100000\"}",
        g -> venue.deadMan(List.of(PERP)).arm(Duration.ofSeconds(100)));
    add(
        all,
        "sapi/v1/account/apiRestrictions",
        "",
        "{\"ipRestrict\":true,\"createTime\":1623840271000,\"enableReading\":true,\"enableWithdrawals\":false,\"enableInternalTransfer\":false,\"enableFutures\":true,\"permitsUniversalTransfer\":true,\"enableSpotAndMarginTrading\":true,\"tradingAuthorityExpirationTime\":1923840271000}",
        g -> venue.keyRights().read());
  }

  @Test
  void nothing_that_an_answer_says_escapes_a_decoder() {
    List<Decoder> decoders = decoders();
    decoders.forEach(decoder -> gate.on(decoder.call(), json(decoder.sample())));
    int cases = DecoderFuzz.cases(STANDARD);
    List<Tally> tallies = new ArrayList<>();
    for (Decoder decoder : decoders) {
      tallies.add(DecoderFuzz.run(decoder, gate, cases, 1));
    }
    tallies.add(
        DecoderFuzz.refusals(
            "binance", new BinanceRefusals(), "{\"code\":-2010,\"msg\":\"rejected\"}", cases, 1));

    System.out.print(DecoderFuzz.table(tallies));
    assertThat(tallies).allSatisfy(tally -> assertThat(tally.escaped()).as(tally.name()).isEmpty());
    assertThat(tallies)
        .as("the mutations are neither harmless nor all fatal")
        .allSatisfy(tally -> assertThat(tally.refusals()).isPositive())
        .allSatisfy(tally -> assertThat(tally.values()).isPositive());
  }

  private static com.fasterxml.jackson.databind.JsonNode json(String text) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
