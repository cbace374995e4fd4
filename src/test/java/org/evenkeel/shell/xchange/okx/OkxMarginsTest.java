package org.evenkeel.shell.xchange.okx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.recorded.Decoders;
import org.junit.jupiter.api.Test;

class OkxMarginsTest {

  private static final OkxSymbol BTC = OkxSymbol.of(InstrumentId.of("BTC-USDT-PERP@okx"));
  private static final OkxSymbol INVERSE = OkxSymbol.of(InstrumentId.of("BTC-USD-INVERSE@okx"));
  private static final OkxSymbol MARCH = OkxSymbol.of(InstrumentId.of("BTC-USDT-20260327@okx"));

  /** Two families in one answer, tiers out of order and with a gap of a contract between them. */
  private static final String ANSWER =
      """
      {"code":"0","msg":"","data":[
       {"instFamily":"BTC-USDT","uly":"BTC-USDT","instId":"","tier":"2","minSz":"1001","maxSz":"2500",
        "mmr":"0.0065","imr":"0.015","maxLever":"66.66"},
       {"instFamily":"BTC-USDT","uly":"BTC-USDT","instId":"","tier":"1","minSz":"0","maxSz":"1000",
        "mmr":"0.004","imr":"0.01","maxLever":"100"},
       {"instFamily":"BTC-USD","uly":"BTC-USD","instId":"","tier":"1","minSz":"0","maxSz":"40000",
        "mmr":"0.005","imr":"0.01","maxLever":"100"}]}""";

  private static List<MaintenanceTiers> read(OkxSymbol... symbols) {
    return OkxMargins.tiers(List.of(symbols), Decoders.json(ANSWER), Instant.EPOCH);
  }

  @Test
  void tiers_count_contracts_and_the_whole_position_has_the_rate_of_its_tier() {
    MaintenanceTiers tiers = read(BTC).get(0);

    assertThat(tiers.unit()).isEqualTo(MaintenanceTiers.Unit.CONTRACTS);
    assertThat(tiers.charge()).isEqualTo(MaintenanceTiers.Charge.WHOLE);
    assertThat(tiers.tiers())
        .containsExactly(
            new MaintenanceTiers.Tier(BigDecimal.ZERO, Ratio.of("0.004"), new BigDecimal("100")),
            new MaintenanceTiers.Tier(
                new BigDecimal("1000"), Ratio.of("0.0065"), new BigDecimal("66.66")));
    assertThat(tiers.mostAt(67)).contains(new BigDecimal("1000"));
    assertThat(tiers.mostAt(5))
        .as("nothing is held beyond the last")
        .contains(new BigDecimal("2500"));
    assertThat(tiers.family()).isEmpty();
  }

  @Test
  void each_contract_has_the_tiers_of_its_family_and_dated_ones_share_theirs() {
    List<MaintenanceTiers> all = read(INVERSE, MARCH);

    assertThat(all)
        .extracting(MaintenanceTiers::instrument)
        .containsExactly(INVERSE.id(), MARCH.id());
    assertThat(all.get(0).tiers()).hasSize(1);
    assertThat(all.get(0).family()).isEmpty();
    assertThat(all.get(1).tiers()).hasSize(2);
    assertThat(all.get(1).family()).isEqualTo("BTC-USDT@okx");
  }

  @Test
  void a_family_that_is_not_in_the_answer_has_no_tiers() {
    assertThat(read(OkxSymbol.of(InstrumentId.of("ETH-USDT-PERP@okx")))).isEmpty();
  }

  /** The simulated venue grants five times the leverage up to 480 million for contracts of bitcoin. */
  @Test
  void an_inverse_contract_has_the_tiers_of_its_face() {
    try (OkxRig rig = new OkxRig()) {
      MarginView view =
          new OkxMarketData(rig.link()).margins(List.of(OkxRig.PERP, OkxRig.INVERSE)).orThrow();
      assertThat(view.of(OkxRig.INVERSE).orElseThrow().mostAt(5))
          .as("of 100 dollars each")
          .hasValueSatisfying(most -> assertThat(most).isEqualByComparingTo("4800000"));
      assertThat(view.of(OkxRig.PERP).orElseThrow().mostAt(5))
          .as("of a hundredth of a bitcoin each, at about 20,000")
          .hasValueSatisfying(
              most ->
                  assertThat(most).isBetween(new BigDecimal("2300000"), new BigDecimal("2500000")));
    }
  }

  @Test
  void altered_tiers_are_read_or_refused() {
    Decoders.fuzz(
        "position tiers",
        new OkxRefusals(),
        ANSWER,
        json -> OkxMargins.tiers(List.of(BTC, INVERSE, MARCH), json, Instant.EPOCH));
  }
}
