package org.evenkeel.shell.xchange.kraken.trade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.recorded.Decoders;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.xchange.Adapter;
import org.evenkeel.shell.xchange.kraken.KrakenLink;
import org.evenkeel.shell.xchange.kraken.KrakenRefusals;
import org.evenkeel.shell.xchange.kraken.Pair;
import org.junit.jupiter.api.Test;

class SpotDecodersTest {

  private static final Pair PAIR = Pair.of(InstrumentId.of("BTC-USD-SPOT@kraken"));
  private static final ClientOrderId ID = ClientOrderId.of("ek4f7q0k3v9x2m1c8z");
  private static final KrakenRefusals NO = new KrakenRefusals();

  private static JsonNode only(JsonNode list) {
    return !list.isObject() || list.isEmpty()
        ? list
        : list.properties().iterator().next().getValue();
  }

  /** The example of docs.kraken.com, Spot REST, "Authentication". */
  @Test
  void the_documentations_signature() {
    String key =
        "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";
    String body =
        "nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25";

    assertThat(
            new SpotSigner(new KrakenHash(Secret.of(key)))
                .signature("0/private/AddOrder", "1616492376594", body))
        .isEqualTo(
            "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==");
  }

  @Test
  void numbers_only_rise() {
    KrakenNonces nonces = new KrakenNonces();
    long before = 0;
    for (int i = 0; i < 10_000; i++) {
      long next = nonces.next();
      assertThat(next).isGreaterThan(before);
      before = next;
    }
  }

  @Test
  void orders() {
    Decoders.fuzz(
        "spot order",
        NO,
        """
        {"error":[],"result":{"OBCMZD-JIEE7-77TH3F":{"refid":null,"cl_ord_id":"ek4f7q0k3v9x2m1c8z",
         "status":"closed","opentm":1688665496.7808,"closetm":1688665499.1922,"descr":{
          "pair":"XBTUSD","type":"buy","ordertype":"limit","price":"27500.0","price2":"0"},
         "vol":"1.25000000","vol_exec":"1.25000000","cost":"27526.2","fee":"26.2",
         "price":"27500.0","oflags":"fciq"}}}""",
        json -> SpotOrderReader.ours(PAIR, ID, json.path("result")));
  }

  @Test
  void trades_balances_and_the_ledger() {
    Decoders.fuzz(
        "spot trade",
        NO,
        """
        {"error":[],"result":{"trades":{"THVRQM-33VKH-UCI7BS":{"ordertxid":"OQCLML-BW3P3-BUCMWZ",
         "pair":"XXBTZUSD","time":1688667796.8802,"type":"buy","ordertype":"limit",
         "price":"30010.00000","cost":"600.20000","fee":"0.00000","vol":"0.02000000",
         "misc":"","trade_id":40274859,"maker":true}}}}""",
        json ->
            TradePages.fill(PAIR, "THVRQM-33VKH-UCI7BS", only(json.path("result").path("trades"))));
    Decoders.fuzz(
        "spot balances",
        NO,
        """
        {"error":[],"result":{"ZUSD":{"balance":25435.21,"hold_trade":8249.76},
         "XXBT":{"balance":"1.2435","hold_trade":"0.8423"},"USDC.F":{"balance":1,"hold_trade":0}}}""",
        json -> KrakenVenue.balances(json.path("result"), Wallet.spot(VenueId.of("kraken"))));
    Decoders.fuzz(
        "ledger",
        NO,
        """
        {"refid":"TJKLXF-PGMUI-4NTLXU","time":1688464484.1787,"type":"deposit","subtype":"",
         "asset":"ZUSD","amount":"24.5000","fee":"0.0490","balance":"459567.9171"}""",
        json -> new LedgerPages(VenueId.of("kraken"), nothing()).flow("L4UESK-KG3EQ-UFO4T5", json));
  }

  private static SpotCalls nothing() {
    return new SpotCalls(link(), new KrakenKeys(Secret.of("k"), Secret.of("czEyMw==")));
  }

  private static KrakenLink link() {
    return Adapter.krakenLink(URI.create("http://127.0.0.1:1"));
  }

  @Test
  void rights_of_a_key() {
    Decoders.fuzz(
        "spot key",
        NO,
        """
        {"error":[],"result":{"permissions":["query-funds","modify-trades"],
         "iban":"AA08 N84G CPAR UN7A","validUntil":"0","ipAllowlist":["203.0.113.7"]}}""",
        json -> new KrakenKeyRights(link(), nothing()).report(json.path("result")));
  }

  @Test
  void acknowledgments() {
    Decoders.fuzz(
        "spot acknowledgment",
        NO,
        """
        {"error":[],"result":{"descr":{"order":"buy 0.01 XBTUSD @ limit 50000.0"},
         "txid":["OUF4EM-FRGI2-MQMWZD"]}}""",
        SpotOrderCalls::txid);
  }
}
