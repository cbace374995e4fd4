package org.evenkeel.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.evenkeel.core.basics.BaseQuantity;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.VenueId;
import org.junit.jupiter.api.Test;

/** A contract that is margined in its base: OKX's BTC-USD-SWAP of 100 dollars. */
class InverseContractTest {

  private static final Currency BTC = Currency.of("BTC");
  private static final Currency USD = Currency.of("USD");
  private static final VenueId OKX = VenueId.of("okx");
  private static final InstrumentSpec SPEC = spec(new Instrument.InversePerpetual(BTC, USD, OKX));

  private static InstrumentSpec spec(Instrument instrument) {
    return new InstrumentSpec(
        instrument,
        new BigDecimal("0.1"),
        BigDecimal.ONE,
        BigDecimal.ONE,
        new BigDecimal("100000000"),
        BigDecimal.ZERO,
        new BigDecimal("100"),
        true);
  }

  @Test
  void its_name_says_that_it_is_inverse_and_is_read_back() {
    Instrument perpetual = Instrument.parse(InstrumentId.of("BTC-USD-INVERSE@okx"));
    Instrument dated = Instrument.parse(InstrumentId.of("BTC-USD-INVERSE20260327@okx"));
    assertThat(perpetual).isEqualTo(new Instrument.InversePerpetual(BTC, USD, OKX));
    assertThat(dated)
        .isEqualTo(new Instrument.InverseDatedFuture(BTC, USD, LocalDate.of(2026, 3, 27), OKX));
    assertThat(perpetual.id().value()).isEqualTo("BTC-USD-INVERSE@okx");
    assertThat(dated.id().value()).isEqualTo("BTC-USD-INVERSE20260327@okx");
    assertThatThrownBy(() -> InstrumentId.of("BTC-USD-INVERSE2026@okx"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Instrument.parse(InstrumentId.of("BTC-USD-INVERSE20260230@okx")))
        .hasMessageContaining("no calendar");
  }

  @Test
  void it_settles_in_its_base_and_a_linear_one_in_its_quote() {
    assertThat(settlement("BTC-USD-INVERSE@okx")).isEqualTo(BTC);
    assertThat(settlement("BTC-USD-INVERSE20260327@okx")).isEqualTo(BTC);
    assertThat(settlement("BTC-USDT-PERP@okx")).isEqualTo(Currency.of("USDT"));
    assertThat(settlement("BTC-USDT-20260327@okx")).isEqualTo(Currency.of("USDT"));
  }

  private static Currency settlement(String id) {
    return ((Instrument.Future) Instrument.parse(InstrumentId.of(id))).settlement();
  }

  @Test
  void its_value_in_dollars_does_not_depend_on_the_price_and_its_coins_do() {
    Contracts ten = Contracts.of("-10");
    for (String price : new String[] {"25000", "50000", "100000"}) {
      assertThat(SPEC.notional(ten, Price.of(price))).isEqualTo(Money.of("-1000", "USD"));
    }
    assertThat(SPEC.baseOf(ten, Price.of("25000"))).isEqualTo(BaseQuantity.of("-0.04"));
    assertThat(SPEC.baseOf(ten, Price.of("50000"))).isEqualTo(BaseQuantity.of("-0.02"));
  }

  @Test
  void a_value_becomes_contracts_whatever_the_price() {
    Money value = Money.of("1260", "USD");
    assertThat(SPEC.exactContracts(value, Price.of("20000"))).isEqualTo(Contracts.of("12.6"));
    assertThat(SPEC.exactContracts(value, Price.of("90000"))).isEqualTo(Contracts.of("12.6"));
    assertThat(SPEC.nearestLots(value, Price.of("20000"))).isEqualTo(Contracts.of("13"));
    assertThat(SPEC.lotsTowardZero(value, Price.of("20000"))).isEqualTo(Contracts.of("12"));
    assertThatThrownBy(() -> SPEC.exactContracts(Money.of("1", "BTC"), Price.of("20000")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** 10 contracts are 1000 dollars: 0.02 bitcoin at 50,000, 0.016 at 62,500. */
  @Test
  void a_long_earns_coins_when_the_price_rises_and_a_short_loses_them() {
    Price low = Price.of("50000");
    Price high = Price.of("62500");
    assertThat(SPEC.profit(Contracts.of("10"), low, high)).isEqualTo(Money.of("0.004", "BTC"));
    assertThat(SPEC.profit(Contracts.of("-10"), low, high)).isEqualTo(Money.of("-0.004", "BTC"));
    assertThat(SPEC.profit(Contracts.of("10"), high, low)).isEqualTo(Money.of("-0.004", "BTC"));
  }

  @Test
  void a_linear_contract_earns_its_quote() {
    InstrumentSpec linear = spec(new Instrument.LinearPerpetual(BTC, Currency.of("USDT"), OKX));
    assertThat(linear.profit(Contracts.of("-2"), Price.of("100"), Price.of("90")))
        .isEqualTo(Money.of("2000", "USDT"));
    assertThat(
            linear.average(
                Contracts.of("10"), Price.of("40000"), Contracts.of("10"), Price.of("60000")))
        .isEqualTo(Price.of("50000"));
  }

  @Test
  void the_average_of_purchases_is_harmonic() {
    assertThat(
            SPEC.average(
                Contracts.of("10"), Price.of("40000"), Contracts.of("10"), Price.of("60000")))
        .isEqualTo(Price.of("48000"));
  }

  /** What an average price is for: profits from it are those of the parts. */
  @Property
  void the_profit_from_the_average_is_that_of_the_parts(
      @ForAll @IntRange(min = 1, max = 100000) int some,
      @ForAll @IntRange(min = 1, max = 100000) int more,
      @ForAll @BigRange(min = "1", max = "200000") @Scale(1) BigDecimal at,
      @ForAll @BigRange(min = "1", max = "200000") @Scale(1) BigDecimal atMore,
      @ForAll @BigRange(min = "1", max = "200000") @Scale(1) BigDecimal exit) {
    Contracts a = Contracts.of(BigDecimal.valueOf(some));
    Contracts b = Contracts.of(BigDecimal.valueOf(more));
    Price end = new Price(exit);
    Price average = SPEC.average(a, new Price(at), b, new Price(atMore));
    BigDecimal parts =
        SPEC.profit(a, new Price(at), end).plus(SPEC.profit(b, new Price(atMore), end)).amount();
    BigDecimal whole = SPEC.profit(a.plus(b), average, end).amount();
    assertThat(whole.subtract(parts).abs()).isLessThan(new BigDecimal("1E-15"));
  }

  /** Sign and limits: nothing is lost without a move, and a short never earns more than it is worth at its entry. */
  @Property
  void the_profit_has_the_sign_of_the_move_and_a_long_earns_less_than_its_coins(
      @ForAll @IntRange(min = 1, max = 1000000) int contracts,
      @ForAll @BigRange(min = "1", max = "200000") @Scale(1) BigDecimal entry,
      @ForAll @BigRange(min = "1", max = "200000") @Scale(1) BigDecimal exit) {
    Contracts held = Contracts.of(BigDecimal.valueOf(contracts));
    BigDecimal profit = SPEC.profit(held, new Price(entry), new Price(exit)).amount();
    assertThat(profit.signum()).isEqualTo(exit.compareTo(entry));
    assertThat(profit).isLessThan(SPEC.baseOf(held, new Price(entry)).value());
    BigDecimal asDifference =
        Decimals.quotient(BigDecimal.valueOf(contracts * 100L), entry)
            .subtract(Decimals.quotient(BigDecimal.valueOf(contracts * 100L), exit));
    assertThat(profit.subtract(asDifference).abs()).isLessThan(new BigDecimal("1E-20"));
  }
}
