package org.evenkeel.shell.xchange.okx.trade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.okx.OkxLink;
import org.evenkeel.shell.xchange.okx.OkxMarketData;
import org.evenkeel.shell.xchange.okx.OkxRig;
import org.evenkeel.shell.xchange.okx.OkxSymbol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a contract is what the specification says is seen at the first execution, although no order tells its value. */
class ContractValuesTest {

  private static final String POSITIONS = "GET /api/v5/account/positions";

  private FakeBinance fake;
  private OkxLink link;
  private OkxVenue venue;

  @BeforeEach
  void start() throws IOException {
    fake =
        new FakeBinance()
            .on(
                "GET /api/v5/public/time",
                r -> rows("{\"ts\":\"" + System.currentTimeMillis() + "\"}"))
            .on(
                "GET /api/v5/trade/order",
                rows(
                    """
                    {"accFillSz":"2","avgPx":"65000","clOrdId":"ek4f7q0k3v9x2m1c8z",
                     "instId":"BTC-USDT-SWAP","instType":"SWAP","ordId":"312269865356374016",
                     "ordType":"ioc","posSide":"net","px":"65130","reduceOnly":"false","side":"buy",
                     "state":"filled","sz":"2","tdMode":"cross","tgtCcy":"","uTime":"1790000000200"}"""))
            .on(
                "GET /api/v5/public/instruments",
                rows(
                    """
                    {"instId":"BTC-USDT-SWAP","instType":"SWAP","state":"live","tickSz":"0.1",
                     "lotSz":"1","minSz":"1","maxLmtSz":"1000","ctType":"linear","ctValCcy":"BTC",
                     "settleCcy":"USDT","ctVal":"0.01","ctMult":"1","expTime":""}"""));
    link = OkxRig.hasty(fake.url());
    venue = new OkxVenue(link, OkxRig.capabilities(), OkxRig.keys());
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  private static Answer rows(String rows) {
    return Answer.ok("{\"code\":\"0\",\"msg\":\"\",\"data\":[" + rows + "]}");
  }

  /** Two contracts at a mark of 66000. */
  private void isWorth(String dollars) {
    fake.on(
        POSITIONS,
        rows(
            "{\"instId\":\"BTC-USDT-SWAP\",\"pos\":\"-2\",\"markPx\":\"66000\",\"notionalUsd\":\"%s\"}"
                .formatted(dollars)));
  }

  private VenueOrder order() {
    Lookup lookup = venue.lookup(ClientOrderId.of("ek4f7q0k3v9x2m1c8z"), OkxRig.PERP);
    assertThat(lookup).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found) lookup).order();
  }

  private InstrumentSpec spec() {
    return new OkxMarketData(link).specs(List.of(OkxRig.PERP)).orThrow().get(0);
  }

  @Test
  void a_contract_of_the_published_size_contradicts_nothing_though_a_dollar_is_no_tether() {
    isWorth("1346.4"); // 2 x 0.01 x 66000 x 1.02 dollars for a USDT
    assertThat(order().cumQuote().orElseThrow()).isEqualByComparingTo("1300");
    assertThat(order().contradiction(spec())).isEmpty();
  }

  @Test
  void a_contract_that_is_worth_a_thousand_times_of_it_is_seen_at_once() {
    isWorth("1320000");
    assertThat(order().cumQuote().orElseThrow()).isEqualByComparingTo("1300000");
    assertThat(order().contradiction(spec()).orElseThrow()).contains("1300", "1300000");
  }

  @Test
  void the_value_is_asked_for_once_and_until_there_is_one() {
    fake.on(POSITIONS, rows(""));
    assertThat(order().cumQuote()).isEmpty();
    isWorth("1320");
    assertThat(order().cumQuote()).isPresent();
    assertThat(order().cumQuote()).isPresent();
    assertThat(
            fake.requests().stream()
                .filter(request -> request.path().endsWith("account/positions")))
        .hasSize(2);
  }

  @Test
  void a_value_that_cannot_be_read_hides_no_order() {
    fake.on(POSITIONS, Answer.html(503));
    assertThat(order().cumQty().value()).isEqualByComparingTo(new BigDecimal("2"));
  }

  /** Its size is in dollars: a value that went with the price would contradict every order a few percent later. */
  @Test
  void the_size_of_an_inverse_contract_does_not_depend_on_the_price() throws IOException {
    OkxSymbol symbol = OkxSymbol.of(OkxRig.INVERSE);
    for (String mark : List.of("66000", "40000")) {
      String row =
          "{\"instId\":\"BTC-USD-SWAP\",\"pos\":\"-3\",\"markPx\":\"%s\",\"notionalUsd\":\"300\"}"
              .formatted(mark);
      assertThat(
              ContractValues.ofPosition(
                      symbol,
                      new ObjectMapper()
                          .readTree("{\"code\":\"0\",\"msg\":\"\",\"data\":[" + row + "]}"))
                  .orElseThrow())
          .isEqualByComparingTo("100");
    }
  }
}
