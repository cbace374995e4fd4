package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.core.catalog.MaintenanceTiers.Unit;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.plan.sequence.MaintenanceCurve.Motion;
import org.evenkeel.core.plan.sequence.MaintenanceTable;
import org.junit.jupiter.api.Test;

/** Tiers of 1 % up to a size of 100, of 4 % up to 300 and of 10 % above, with 20, 5 and 4 times the leverage. */
class MarginCurvesTest {

  private final List<InstrumentSpec> specs = new ArrayList<>();
  private final List<Quote> quotes = new ArrayList<>();
  private final List<MaintenanceTiers> tiers = new ArrayList<>();

  private InstrumentId contract(
      String name, String price, String multiplier, Unit unit, String family) {
    InstrumentId id = InstrumentId.of(name);
    specs.add(
        new InstrumentSpec(
            Instrument.parse(id),
            new BigDecimal("0.1"),
            BigDecimal.ONE,
            BigDecimal.ONE,
            new BigDecimal("1000000"),
            BigDecimal.ZERO,
            new BigDecimal(multiplier),
            true));
    Price at = Price.of(price);
    quotes.add(new Quote(id, at, at, at, Books.NOON, Books.NOON));
    tiers.add(
        new MaintenanceTiers(
            id,
            unit,
            MaintenanceTiers.Charge.PART,
            family,
            List.of(tier("0", "0.01", "20"), tier("100", "0.04", "5"), tier("300", "0.10", "4")),
            Optional.of(new BigDecimal("1000")),
            Books.NOON));
    return id;
  }

  private void halfADollar() {
    InstrumentId id = InstrumentId.of("USD-USDT-SPOT@okx");
    Price half = Price.of("0.5");
    quotes.add(new Quote(id, half, half, half, Books.NOON, Books.NOON));
  }

  private static MaintenanceTiers.Tier tier(String from, String rate, String leverage) {
    return new MaintenanceTiers.Tier(
        new BigDecimal(from), Ratio.of(rate), new BigDecimal(leverage));
  }

  private MaintenanceTable table(String least, int leverage) {
    MarketSnapshot market =
        new MarketSnapshot(Books.NOON, Books.NOON, specs, List.of(), quotes)
            .with(new MarginView(tiers, new TreeMap<>()));
    Universe universe =
        new Universe(
            Samples.USDT,
            List.of(Samples.sleeve("btc", Samples.leg(Samples.perpetual("BTC"), "1"))),
            List.of());
    return MarginCurves.of(
        Ratio.of(least), leverage, market, Yardstick.of(universe, quotes).orThrow());
  }

  private BigDecimal margin(InstrumentId id, String value) {
    return table("0.02", 5).margin(id, new BigDecimal(value));
  }

  @Test
  void
      sizes_in_the_currency_of_the_portfolio_are_values_and_no_tier_is_under_the_configured_rate() {
    InstrumentId id = contract("BTC-USDT-PERP@binance", "50", "1", Unit.QUOTE, "");
    assertThat(margin(id, "400")).as("2 + 8 + 10").isEqualByComparingTo("20");
    assertThat(table("0.02", 5).most(id)).hasValueSatisfying(is("300"));
    assertThat(table("0.02", 4).most(id)).as("all").hasValueSatisfying(is("1000"));
    assertThat(table("0.02", 5).curves().get(id).motion()).isEqualTo(Motion.VALUE);
  }

  @Test
  void sizes_in_another_currency_are_converted_at_its_price() {
    halfADollar();
    InstrumentId id = contract("BTC-USD-PERP@krakenfutures", "50", "1", Unit.QUOTE, "");
    assertThat(margin(id, "200")).as("half of each").isEqualByComparingTo("10");
    assertThat(table("0.02", 5).most(id)).hasValueSatisfying(is("150"));
  }

  @Test
  void sizes_in_contracts_are_worth_what_a_contract_is_worth_at_its_mark() {
    InstrumentId id = contract("BTC-USDT-PERP@okx", "50", "0.1", Unit.CONTRACTS, "");
    assertThat(margin(id, "2000")).as("five times as much").isEqualByComparingTo("100");
    assertThat(table("0.02", 5).curves().get(id).motion()).isEqualTo(Motion.CONTRACTS);
  }

  @Test
  void an_inverse_contract_is_worth_its_face_at_any_price() {
    halfADollar();
    InstrumentId id = contract("BTC-USD-INVERSE@okx", "50", "10", Unit.CONTRACTS, "");
    assertThat(table("0.02", 5).most(id)).as("300 x 10 USD").hasValueSatisfying(is("1500"));
    assertThat(table("0.02", 5).curves().get(id).motion()).isEqualTo(Motion.FACE);
  }

  @Test
  void contracts_whose_sizes_count_together_have_tiers_half_as_wide() {
    InstrumentId march = contract("BTC-USDT-20260327@okx", "50", "0.1", Unit.CONTRACTS, "BTC");
    InstrumentId june = contract("BTC-USDT-20260626@okx", "50", "0.1", Unit.CONTRACTS, "BTC");
    BigDecimal both = margin(march, "1500").add(margin(june, "500"));
    assertThat(margin(march, "1000")).as("250 and 500 and 250").isEqualByComparingTo("50");
    assertThat(both).as("of 2000 at once").isGreaterThanOrEqualTo(new BigDecimal("100"));
  }

  @Test
  void a_contract_of_which_nothing_is_told_has_the_configured_rate_and_no_largest_size() {
    MaintenanceTable table = table("0.02", 5);
    InstrumentId id = InstrumentId.of("ETH-USDT-PERP@binance");
    assertThat(table.margin(id, new BigDecimal("1000"))).isEqualByComparingTo("20");
    assertThat(table.most(id)).isEmpty();
  }

  private static java.util.function.Consumer<BigDecimal> is(String number) {
    return value -> assertThat(value).isEqualByComparingTo(number);
  }
}
