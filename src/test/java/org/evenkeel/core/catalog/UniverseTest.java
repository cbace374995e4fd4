package org.evenkeel.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.core.catalog.Samples.USDT;
import static org.evenkeel.core.catalog.Samples.leg;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.share;
import static org.evenkeel.core.catalog.Samples.sleeve;
import static org.evenkeel.core.catalog.Samples.spot;

import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.junit.jupiter.api.Test;

class UniverseTest {

  @Test
  void sleeves_and_instruments_are_in_order_of_name_however_they_were_written() {
    Universe universe =
        new Universe(
            USDT,
            List.of(
                sleeve("SOL"),
                sleeve("btc-carry", leg(spot("BTC"), "1"), leg(perpetual("BTC"), "-1")),
                sleeve("BTC")),
            List.of(share("USDC", "0.4")));
    assertThat(universe.sleeves())
        .extracting(s -> s.id().value())
        .containsExactly("btc", "btc-carry", "sol");
    assertThat(universe.riskInstruments())
        .extracting(Object::toString)
        .containsExactly("BTC-USDT-PERP@binance", "BTC-USDT-SPOT@binance", "SOL-USDT-PERP@binance");
    assertThat(universe.instruments())
        .extracting(Object::toString)
        .containsExactly(
            "BTC-USDT-PERP@binance",
            "BTC-USDT-SPOT@binance",
            "SOL-USDT-PERP@binance",
            "USDC-USDT-SPOT@binance");
  }

  @Test
  void nothing_and_twice_the_same_name_are_refused() {
    assertThatThrownBy(() -> new Universe(USDT, List.of(), List.of()))
        .hasMessageContaining("at least one sleeve");
    assertThatThrownBy(() -> new Universe(USDT, List.of(sleeve("BTC"), sleeve("BTC")), List.of()))
        .hasMessageContaining("two sleeves are named btc");
  }

  @Test
  void every_instrument_is_quoted_in_the_nav_currency() {
    Instrument usdc =
        new Instrument.LinearPerpetual(Currency.of("BTC"), Currency.of("USDC"), Samples.BINANCE);
    assertThatThrownBy(() -> new Universe(USDT, List.of(sleeve("btc", leg(usdc, "1"))), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BTC-USDC-PERP@binance");
  }

  @Test
  void coins_cannot_be_held_short() {
    assertThatThrownBy(
            () ->
                new Universe(
                    USDT,
                    List.of(sleeve("short", leg(spot("BTC"), "-1"), leg(perpetual("BTC"), "1"))),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BTC-USDT-SPOT@binance");
  }

  /** Two planners would give two targets for one holding and trade it back and forth for ever. */
  @Test
  void a_stablecoin_is_named_once_on_a_spot_market_and_is_no_leg() {
    assertThatThrownBy(
            () ->
                new Universe(
                    USDT,
                    List.of(sleeve("usdc", leg(spot("USDC"), "1"))),
                    List.of(share("USDC", "0.4"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("USDC-USDT-SPOT@binance");
    assertThatThrownBy(
            () ->
                new Universe(
                    USDT,
                    List.of(sleeve("BTC")),
                    List.of(share("USDC", "0.4"), share("USDC", "0.1"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new Universe(
                    USDT,
                    List.of(sleeve("BTC")),
                    List.of(new StablecoinShare(perpetual("USDC").id(), Ratio.of("0.1")))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void each_venue_has_shares_of_its_own() {
    List<StablecoinShare> atTwo =
        List.of(
            new StablecoinShare(InstrumentId.of("USDC-USDT-SPOT@binance"), Ratio.of("0.6")),
            new StablecoinShare(InstrumentId.of("USDC-USDT-SPOT@okx"), Ratio.of("0.6")));
    assertThat(new Universe(USDT, List.of(sleeve("BTC")), atTwo).stablecoins()).hasSize(2);
  }

  @Test
  void stablecoin_shares_add_up_to_one_at_most() {
    List<StablecoinShare> exactly = List.of(share("USDC", "0.4"), share("FDUSD", "0.6"));
    assertThat(new Universe(USDT, List.of(sleeve("BTC")), exactly).stablecoins()).hasSize(2);
    assertThatThrownBy(
            () ->
                new Universe(
                    USDT,
                    List.of(sleeve("BTC")),
                    List.of(share("USDC", "0.4"), share("FDUSD", "0.61"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.01");
    assertThatThrownBy(() -> share("USDC", "1.01")).hasMessageContaining("0..1");
    assertThatThrownBy(() -> share("USDC", "-0.01")).hasMessageContaining("0..1");
  }

  @Test
  void a_sleeve_has_legs_each_instrument_once_and_a_budget_above_zero() {
    SleeveClass majors = SleeveClass.of("majors");
    SleeveId name = SleeveId.of("btc");
    assertThatThrownBy(() -> new Sleeve(name, majors, BigDecimal.ONE, List.of()))
        .hasMessageContaining("no leg");
    assertThatThrownBy(
            () -> new Sleeve(name, majors, BigDecimal.ZERO, List.of(leg(perpetual("BTC"), "1"))))
        .hasMessageContaining("above zero");
    assertThatThrownBy(
            () -> sleeve("btc", leg(perpetual("BTC"), "1"), leg(perpetual("BTC"), "0.5")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BTC-USDT-PERP@binance");
    assertThatThrownBy(() -> leg(perpetual("BTC"), "0")).hasMessageContaining("ratio 0");
  }
}
