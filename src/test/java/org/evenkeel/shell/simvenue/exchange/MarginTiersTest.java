package org.evenkeel.shell.simvenue.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.shell.simvenue.HandMarket.BTC_PERP;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leverage brackets: how much may be held at a leverage, and what it needs. */
class MarginTiersTest {

  private final Rig rig = new Rig("0", "20000000");
  private final MarginTiers tiers = rig.exchange.tiers(rig.exchange.info(BTC_PERP).orElseThrow());

  /** The first rate is 0.65 %, the second 1 % from 3 million on. */
  @Test
  void the_maintenance_margin_is_that_of_each_slice_at_its_own_rate() {
    BigDecimal bySlices =
        new BigDecimal("3000000")
            .multiply(new BigDecimal("0.0065"))
            .add(new BigDecimal("1000000").multiply(new BigDecimal("0.01")));
    assertThat(tiers.maintenance(new BigDecimal("4000000"))).isEqualByComparingTo(bySlices);
    assertThat(tiers.maintenance(new BigDecimal("-4000000"))).isEqualByComparingTo(bySlices);
  }

  @Test
  void the_margin_has_no_jump_at_any_step() {
    for (MarginTiers.Tier tier : tiers.tiers().subList(1, tiers.tiers().size())) {
      BigDecimal below = tiers.maintenance(tier.floor());
      BigDecimal above = tiers.maintenance(tier.floor().add(new BigDecimal("0.01")));
      assertThat(above.subtract(below)).isBetween(BigDecimal.ZERO, new BigDecimal("0.0051"));
    }
  }

  @Test
  void an_order_beyond_what_its_leverage_allows_is_refused() {
    rig.exchange.setLeverage("BTCUSDT", 50, rig.now);
    rig.market.set(BTC_PERP, "19999.9", "20000.1", "1000");
    assertThat(Rig.reason(rig.market(BTC_PERP, "a", Side.BUY, "151")))
        .isEqualTo(RejectReason.POSITION_TOO_LARGE);
    assertThat(Rig.order(rig.market(BTC_PERP, "b", Side.BUY, "149")).cumQty())
        .isEqualByComparingTo("149");
    assertThat(Rig.reason(rig.market(BTC_PERP, "c", Side.BUY, "2")))
        .as("together with what is held")
        .isEqualTo(RejectReason.POSITION_TOO_LARGE);
  }

  @Test
  void a_leverage_that_does_not_fit_what_is_held_is_refused() {
    rig.market.set(BTC_PERP, "19999.9", "20000.1", "1000");
    Rig.order(rig.market(BTC_PERP, "a", Side.BUY, "200"));
    assertThat(rig.exchange.setLeverage("BTCUSDT", 50, rig.now)).isEmpty();
    assertThat(rig.exchange.setLeverage("BTCUSDT", 40, rig.now)).contains(40);
  }

  /** 150 BTC at 20,000 lie in the first step; at a mark of 26,000 they are 3.9 million and in the second. */
  @Test
  void the_account_is_held_against_the_margin_of_its_present_step() {
    rig.market.set(BTC_PERP, "19999.9", "20000.1", "1000");
    Rig.order(rig.market(BTC_PERP, "a", Side.BUY, "150"));
    rig.market.set(BTC_PERP, "25999.9", "26000.1", "1000");
    FuturesAccount account = rig.exchange.futures(rig.now);
    assertThat(account.position("BTCUSDT").maintenanceMargin())
        .isEqualByComparingTo(
            new BigDecimal("3900000")
                .multiply(new BigDecimal("0.01"))
                .subtract(new BigDecimal("3000000").multiply(new BigDecimal("0.0035"))));
  }

  @Test
  void smaller_coins_have_a_tenth() {
    List<BigDecimal> caps =
        MarginTiers.of(
                new org.evenkeel.shell.simvenue.market.SeriesInfo(
                    org.evenkeel.shell.simvenue.market.SeriesId.perpetual("XRPUSDT"),
                    "XRP",
                    "USDT",
                    BigDecimal.ONE,
                    BigDecimal.ONE,
                    BigDecimal.ONE,
                    BigDecimal.TEN,
                    BigDecimal.ZERO),
                ExchangeRules.standard())
            .tiers()
            .stream()
            .map(MarginTiers.Tier::cap)
            .toList();
    assertThat(caps.getFirst()).isEqualByComparingTo("300000");
  }
}
