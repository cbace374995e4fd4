package org.evenkeel.shell.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlternativesConfigTest {

  @TempDir private Path directory;

  private ConfigRig rig;

  @BeforeEach
  void rig() {
    rig = new ConfigRig(directory);
  }

  private List<String> errors(String leg) {
    return rig.errors(
        ConfigRig.REHEARSAL.replace(
            "instrument: BTC-USDT-PERP@binance", "instrument: BTC-USDT-PERP@binance, " + leg));
  }

  @Test
  void coins_may_stand_for_a_long_leg() {
    assertThat(errors("alternatives: [ BTC-USDT-SPOT@binance ]")).isEmpty();
  }

  @Test
  void coins_cannot_stand_for_a_short_leg() {
    assertThat(errors("ratio: -1, alternatives: [ BTC-USDT-SPOT@binance ]"))
        .singleElement()
        .asString()
        .contains("cannot be held short");
  }

  @Test
  void another_asset_cannot_stand_for_a_leg() {
    assertThat(errors("alternatives: [ XMR-USDT-PERP@binance ]"))
        .singleElement()
        .asString()
        .contains("another asset");
  }

  @Test
  void an_instrument_stands_for_one_leg_only_and_not_for_itself() {
    assertThat(errors("alternatives: [ BTC-USDT-PERP@binance ]"))
        .anyMatch(line -> line.contains("belongs to one leg"));
  }

  /** No venue of the portfolio lists a contract that is settled in a third currency, so there is no name for one. */
  @Test
  void a_quanto_contract_has_no_name_here() {
    assertThat(rig.errors(ConfigRig.REHEARSAL.replace("BTC-USDT-PERP", "BTC-USDT-QUANTO")))
        .anyMatch(line -> line.contains("found 'BTC-USDT-QUANTO@binance'"));
  }

  @Test
  void a_fee_or_a_cap_of_an_unknown_venue_is_refused() {
    assertThat(
            rig.errors(
                ConfigRig.REHEARSAL
                    + "plan: { venue_cap_fraction: { nowhere: 0.5 }, choice: { spot_fee_fraction: {"
                    + " elsewhere: 0.001 } } }\n"))
        .filteredOn(line -> line.contains("found the venue"))
        .hasSize(2);
  }

  @Test
  void a_coin_is_not_back_while_it_is_off() {
    assertThat(
            rig.errors(
                ConfigRig.REHEARSAL
                    + "cash: { depeg_fraction: 0.01, back_at_par_fraction: 0.02 }\n"))
        .anyMatch(line -> line.contains("at most cash.depeg_fraction"));
  }
}
