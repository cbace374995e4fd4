package org.evenkeel.shell.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InverseChecksTest {

  private static final String AT_OKX =
      ConfigRig.REHEARSAL
              .replace("mode: rehearsal", "mode: rehearsal\nnav_currency: USD")
              .replace("BTC-USDT-PERP@binance", "BTC-USD-INVERSE@okx")
          + "venue: { capabilities: venues/okx.yml }\n";

  private static final String WITH_COINS =
      AT_OKX.replace(
          "[ { instrument: BTC-USD-INVERSE@okx } ]",
          "[ { instrument: BTC-USD-INVERSE@okx, ratio: -1 }, { instrument: BTC-USD-SPOT@okx } ]");

  @TempDir private Path directory;

  private ConfigRig rig;

  @BeforeEach
  void rig() {
    rig = new ConfigRig(directory);
    rig.write("venues/okx.yml", ConfigRig.read(Path.of("config/venues/okx.yml")));
  }

  /** Only what these checks find: others have tests of their own. */
  private List<String> errors(String text) {
    return rig.errors(text).stream()
        .filter(
            line -> line.contains("priced") || line.contains("prices") || line.contains("inverse"))
        .toList();
  }

  @Test
  void a_coin_that_nothing_prices_is_no_margin() {
    assertThat(errors(AT_OKX))
        .containsExactly(
            "my.yml:8: sleeves[0].legs[0].instrument: found BTC-USD-INVERSE@okx, whose margin and"
                + " profit are in BTC, and nothing prices BTC in USD; add a rate of BTC, such as the"
                + " market BTC-USD-SPOT, or a leg in that market");
  }

  @Test
  void a_leg_in_the_coins_market_prices_it() {
    assertThat(errors(WITH_COINS)).isEmpty();
  }

  @Test
  void a_venue_that_trades_no_inverse_contracts_refuses_them_before_anything_starts() {
    rig.write(
        "venues/okx.yml",
        ConfigRig.read(Path.of("config/venues/okx.yml"))
            .replace("inverse_contracts: true", "inverse_contracts: false"));
    assertThat(errors(WITH_COINS))
        .containsExactly(
            "my.yml:8: sleeves[0].legs[0].instrument: found BTC-USD-INVERSE@okx, and inverse"
                + " contracts cannot be traded at okx: the margin accounts that they lie in are not read"
                + " there; write a contract that is margined in its quote, such as BTC-USDT-PERP");
    assertThat(errors(WITH_COINS.replace("@okx", "@binance").replace("okx.yml", "binance.yml")))
        .hasSize(1)
        .allMatch(line -> line.contains("cannot be traded at binance"));
  }

  @Test
  void the_name_of_an_inverse_contract_is_an_instrument() {
    assertThat(rig.errors(WITH_COINS.replace("INVERSE", "INVERTED")))
        .anyMatch(line -> line.contains("write an instrument"));
    assertThat(rig.errors(WITH_COINS)).noneMatch(line -> line.contains("write an instrument"));
  }

  private static String eitherAtOkx(String alternatives) {
    return AT_OKX.replace(
        "[ { instrument: BTC-USD-INVERSE@okx } ]",
        "[ { instrument: BTC-USD-PERP@okx, alternatives: [ " + alternatives + " ] } ]");
  }

  @Test
  void an_inverse_alternative_needs_a_price_of_its_coin_like_a_leg() {
    assertThat(errors(eitherAtOkx("BTC-USD-INVERSE@okx")))
        .singleElement()
        .asString()
        .contains("sleeves[0].legs[0].alternatives", "nothing prices BTC in USD");
    assertThat(
            errors(
                eitherAtOkx("BTC-USD-INVERSE@okx")
                    + "rates: [ { currency: BTC, market: BTC-USD-SPOT@okx } ]\n"))
        .isEmpty();
  }

  @Test
  void coins_that_are_margin_of_an_alternative_are_no_alternative_themselves() {
    assertThat(rig.errors(eitherAtOkx("BTC-USD-INVERSE@okx, BTC-USD-SPOT@okx")))
        .anyMatch(line -> line.contains("held in the same BTC at okx"));
  }
}
