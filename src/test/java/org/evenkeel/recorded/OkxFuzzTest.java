package org.evenkeel.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.okx.OkxRefusals;
import org.evenkeel.shell.xchange.okx.PublicDecoders;
import org.evenkeel.shell.xchange.okx.trade.SignedDecoders;
import org.junit.jupiter.api.Test;

/** Mutated answers of OKX: what a decoder says is a value or a refusal, never anything else, and always soon. */
class OkxFuzzTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int CASES = 5000;

  private static final String ORDER =
      "{'instId':'BTC-USDT-SWAP','instType':'SWAP','ordId':'%s','clOrdId':'ekone','px':'20000.1',"
          + "'sz':'2.5','ordType':'ioc','side':'buy','posSide':'net','tdMode':'cross','tgtCcy':'',"
          + "'accFillSz':'1.5','avgPx':'20000','state':'canceled','reduceOnly':'false',"
          + "'cTime':'1790000000000','uTime':'1790000000001'}";

  private static final String FILL =
      "{'instId':'BTC-USDT-SWAP','instType':'SWAP','tradeId':'%s','ordId':'77','billId':'%s',"
          + "'fillPx':'20000.1','fillSz':'0.5','fillPnl':'-1.25','side':'sell','execType':'T',"
          + "'feeCcy':'USDT','fee':'-0.05','ts':'1790000000000'}";

  private static final String BILL =
      "{'billId':'%s','type':'%s','subType':'173','ccy':'USDT','balChg':'-0.25','instId':"
          + "'BTC-USDT-SWAP','tradeId':'','ts':'1790000000000'}";

  private static final String ACK =
      "{'clOrdId':'ekone','ordId':'77','sCode':'0','sMsg':'','ts':'1790000000000'}";

  private static final String LEVERAGE =
      "{'instId':'BTC-USDT-SWAP','mgnMode':'cross','posSide':'net','lever':'5'}";

  private static final String BAR = "['%s','1.5','2.5','1.25','2','100','10','20','1']";

  private static final Map<String, String> ROWS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("GET /api/v5/public/time", "{'ts':'1790000000000'}"),
              Map.entry(
                  "GET /api/v5/public/instruments",
                  "{'instId':'BTC-USDT-SWAP','instType':'SWAP','ctType':'linear','ctVal':'0.01',"
                      + "'ctMult':'1','ctValCcy':'BTC','settleCcy':'USDT','tickSz':'0.1','lotSz':'0.1',"
                      + "'minSz':'0.1','maxLmtSz':'100000','state':'live'},"
                      + "{'instId':'USDC-USDT','instType':'SPOT','baseCcy':'USDC','quoteCcy':'USDT',"
                      + "'tickSz':'0.0001','lotSz':'1','minSz':'1','maxLmtSz':'9999','state':'live'}"),
              Map.entry(
                  "GET /api/v5/market/tickers",
                  "{'instId':'BTC-USDT-SWAP','bidPx':'1.5','askPx':'1.75','ts':'1790000000000'},"
                      + "{'instId':'ETH-USDT-SWAP','bidPx':'1.5','askPx':'1.75','ts':'1790000000000'}"),
              Map.entry(
                  "GET /api/v5/public/mark-price",
                  "{'instId':'BTC-USDT-SWAP','markPx':'1.5','ts':'1790000000000'}"),
              Map.entry(
                  "GET /api/v5/market/index-tickers",
                  "{'instId':'BTC-USDT','idxPx':'1.5','ts':'1790000000000'}"),
              Map.entry(
                  "GET /api/v5/market/candles",
                  BAR.formatted("1790000060000") + "," + BAR.formatted("1790000000000")),
              Map.entry(
                  "GET /api/v5/public/funding-rate-history",
                  "{'instId':'BTC-USDT-SWAP','realizedRate':'0.0001','fundingRate':'0.0002',"
                      + "'fundingTime':'1790000000000'}"),
              Map.entry("POST /api/v5/trade/order", ACK),
              Map.entry("POST /api/v5/trade/cancel-order", ACK),
              Map.entry("GET /api/v5/trade/order", ORDER.formatted("77")),
              Map.entry(
                  "GET /api/v5/trade/orders-history",
                  ORDER.formatted("78") + "," + ORDER.formatted("77")),
              Map.entry(
                  "GET /api/v5/trade/fills",
                  FILL.formatted("2", "9") + "," + FILL.formatted("1", "8")),
              Map.entry(
                  "POST /api/v5/trade/cancel-all-after",
                  "{'triggerTime':'1790000000000','tag':'','ts':'1790000000000'}"),
              Map.entry(
                  "GET /api/v5/account/balance",
                  "{'details':[{'ccy':'USDT','cashBal':'100.5','availEq':'90','availBal':'80'},"
                      + "{'ccy':'BTC','cashBal':'0.5','availEq':'','availBal':'0.5'}]}"),
              Map.entry(
                  "GET /api/v5/account/positions",
                  "{'instId':'BTC-USDT-SWAP','instType':'SWAP','pos':'-2.5','posSide':'net',"
                      + "'mgnMode':'cross','avgPx':'20000','upl':'-1'}"),
              Map.entry(
                  "GET /api/v5/account/config",
                  "{'acctLv':'2','posMode':'net_mode','autoLoan':false}"),
              Map.entry("GET /api/v5/account/leverage-info", LEVERAGE),
              Map.entry("POST /api/v5/account/set-leverage", LEVERAGE),
              Map.entry(
                  "GET /api/v5/account/bills",
                  BILL.formatted("9", "8") + "," + BILL.formatted("8", "1")),
              Map.entry(
                  "GET /api/v5/market/ticker",
                  "{'instId':'BTC-USDT','bidPx':'1.5','askPx':'1.75','ts':'1790000000000'}")));

  private final SortedMap<String, Function<JsonNode, Object>> decoders = new TreeMap<>();

  OkxFuzzTest() {
    decoders.putAll(PublicDecoders.all());
    decoders.putAll(SignedDecoders.all());
  }

  private static JsonNode valid(String rows) throws Exception {
    return MAPPER.readTree(("{'code':'0','msg':'','data':[" + rows + "]}").replace('\'', '"'));
  }

  @Test
  void a_mutated_answer_is_a_value_or_a_refusal() throws Exception {
    JsonMutator mutator = new JsonMutator(20_261_123);
    OkxRefusals refusals = new OkxRefusals();
    List<String> wrong = new ArrayList<>();
    long cases = 0;
    long values = 0;
    long begun = System.nanoTime();
    for (Map.Entry<String, String> each : ROWS.entrySet()) {
      JsonNode original = valid(each.getValue());
      Function<JsonNode, Object> decoder = decoders.get(each.getKey());
      assertThat(decoder.apply(original)).as(each.getKey()).isNotNull();
      for (int i = 0; i < CASES; i++) {
        JsonNode mutated = mutator.mutated(original);
        cases++;
        try {
          if (refusals.in(200, mutated).isEmpty()) {
            Object unused = decoder.apply(mutated);
            values++;
          }
        } catch (UnreadableReply | IllegalArgumentException | ArithmeticException refused) {
          // What ReplyRules makes a refusal of, with the reason.
        } catch (RuntimeException e) {
          wrong.add(each.getKey() + " " + e + " for " + mutated);
        }
      }
    }
    System.out.println(
        "OKX: %d mutated answers of %d decoders, %d still had a value, %d ms"
            .formatted(cases, ROWS.size(), values, (System.nanoTime() - begun) / 1_000_000));
    assertThat(wrong).isEmpty();
    assertThat(values).as("not everything may be refused").isGreaterThan(cases / 20);
    assertThat(cases - values).as("nor may everything be taken").isGreaterThan(cases / 20);
  }

  @Test
  void a_field_that_nobody_knows_changes_nothing() throws Exception {
    for (Map.Entry<String, String> each : ROWS.entrySet()) {
      JsonNode plain = valid(each.getValue());
      JsonNode more = plain.deepCopy();
      ((ObjectNode) more).put("inTime", "1790000000000123").putObject("novel").put("x", 1);
      more.path("data")
          .forEach(
              row -> {
                if (row instanceof ObjectNode object) {
                  object.put("novelField", "NOVEL").putArray("novelList").add(1);
                }
              });
      Function<JsonNode, Object> decoder = decoders.get(each.getKey());
      assertThat(decoder.apply(more)).as(each.getKey()).isEqualTo(decoder.apply(plain));
    }
  }

  /** Words of kinds that do not decide anything for us may be new; an order's state may not, and is refused. */
  @Test
  void new_words_are_read_where_they_decide_nothing_and_refused_where_they_do() throws Exception {
    Map<String, List<String>> harmless =
        Map.of(
            "GET /api/v5/trade/fills", List.of("'execType':'T'", "'execType':'Q'"),
            "GET /api/v5/account/bills", List.of("'type':'8'", "'type':'4711'"),
            "GET /api/v5/account/config", List.of("'acctLv':'2'", "'acctLv':'9'"),
            "GET /api/v5/public/instruments", List.of("'state':'live'", "'state':'novel'"),
            "GET /api/v5/trade/order", List.of("'ordType':'ioc'", "'ordType':'novel'"));
    for (Map.Entry<String, List<String>> each : harmless.entrySet()) {
      String rows = ROWS.get(each.getKey());
      String novel = rows.replace(each.getValue().get(0), each.getValue().get(1));
      assertThat(novel).isNotEqualTo(rows);
      assertThat(decoders.get(each.getKey()).apply(valid(novel))).isNotNull();
    }
    JsonNode state = valid(ROWS.get("GET /api/v5/trade/order").replace("canceled", "novel"));
    assertThatThrownBy(() -> decoders.get("GET /api/v5/trade/order").apply(state))
        .isInstanceOf(UnreadableReply.class)
        .hasMessageContaining("state");
    JsonNode withdrawn =
        valid(ROWS.get("GET /api/v5/trade/order").replace("canceled", "mmp_canceled"));
    assertThat(decoders.get("GET /api/v5/trade/order").apply(withdrawn).toString())
        .contains("CANCELED");
  }
}
