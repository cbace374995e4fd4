package org.evenkeel.shell.xchange.krakenfutures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.recorded.Decoders;
import org.junit.jupiter.api.Test;

class MarginLevelsTest {

  private static final FuturesSymbol ETH =
      FuturesSymbol.of(InstrumentId.of("ETH-USD-PERP@krakenfutures"));

  /** As Kraken has it, but for an initial margin that is no plain fraction. */
  private static final String ENTRY =
      """
      {"symbol":"PF_ETHUSD","type":"flexible_futures","marginLevels":[
       {"numNonContractUnits":0.0,"initialMargin":0.02,"maintenanceMargin":0.01},
       {"numNonContractUnits":2000000.0,"initialMargin":0.06,"maintenanceMargin":0.03}],
       "retailMarginLevels":[{"contracts":0,"initialMargin":0.5,"maintenanceMargin":0.25}]}""";

  @Test
  void levels_are_in_dollars_and_their_leverage_is_what_the_initial_margin_leaves() {
    MaintenanceTiers tiers = MarginLevels.read(ETH, Decoders.json(ENTRY), Instant.EPOCH);

    assertThat(tiers.unit()).isEqualTo(MaintenanceTiers.Unit.QUOTE);
    assertThat(tiers.charge()).as("the dearer reading").isEqualTo(MaintenanceTiers.Charge.WHOLE);
    assertThat(tiers.tiers())
        .extracting(MaintenanceTiers.Tier::rate)
        .containsExactly(Ratio.of("0.01"), Ratio.of("0.03"));
    assertThat(tiers.tiers().get(1).leverage()).isEqualByComparingTo("16.666666");
    assertThat(tiers.mostAt(17))
        .hasValueSatisfying(most -> assertThat(most).isEqualByComparingTo("2000000"));
    assertThat(tiers.mostAt(16)).as("there is no end").isEmpty();
    assertThat(tiers.steps(Ratio.ZERO).get(0).rate().value())
        .as("of 2 million at once")
        .isEqualByComparingTo(new BigDecimal("0.03"));
  }

  @Test
  void altered_levels_are_read_or_refused() {
    Decoders.fuzz(
        "margin levels",
        new KrakenFuturesRefusals(),
        ENTRY,
        json -> MarginLevels.read(ETH, json, Instant.EPOCH));
  }
}
