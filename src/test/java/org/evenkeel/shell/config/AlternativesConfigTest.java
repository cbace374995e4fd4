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

  @Test
  void a_contract_that_settles_in_a_third_currency_is_refused_because_no_venue_lists_one() {
    assertThat(rig.errors(ConfigRig.REHEARSAL.replace("BTC-USDT-PERP", "BTC-USDT-QUANTOETH")))
        .anyMatch(
            line -> line.contains("BTC-USDT-QUANTOETH@binance, which settles in ETH: no venue"));
    assertThat(errors("alternatives: [ BTC-USDT-QUANTOETH@binance ]"))
        .anyMatch(line -> line.contains("alternatives: found BTC-USDT-QUANTOETH@binance"));
  }

  @Test
  void a_name_of_nothing_that_there_can_be_is_no_instrument() {
    for (String nothing : List.of("QUANTOBTC", "QUANTOUSDT", "20269999")) {
      assertThat(rig.errors(ConfigRig.REHEARSAL.replace("BTC-USDT-PERP", "BTC-USDT-" + nothing)))
          .anyMatch(line -> line.contains("write an instrument"));
    }
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

  @Test
  void a_leg_that_is_rolled_may_have_alternatives_but_none_of_its_own_series() {
    String rolled =
        ConfigRig.REHEARSAL.replace(
            "instrument: BTC-USDT-PERP@binance",
            "instrument: BTC-USDT-20260327@binance, roll: quarterly, alternatives: [ %s ]");
    assertThat(rig.errors(rolled.formatted("BTC-USDT-PERP@binance"))).isEmpty();
    assertThat(rig.errors(rolled.formatted("BTC-USDT-20260626@binance")))
        .anyMatch(
            line -> line.contains("into which the leg BTC-USDT-20260327@binance will be rolled"));
  }
}
