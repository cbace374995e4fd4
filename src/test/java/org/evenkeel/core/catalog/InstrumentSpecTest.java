package org.evenkeel.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.evenkeel.core.basics.BaseQuantity;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.junit.jupiter.api.Test;

class InstrumentSpecTest {

  private static final InstrumentSpec ONE_FOR_ONE = Samples.spec(Samples.perpetual("BTC"));

  private static InstrumentSpec with(
      String tick, String lot, String minQty, String maxQty, String minNotional, String mult) {
    return new InstrumentSpec(
        Samples.perpetual("BTC"),
        new BigDecimal(tick),
        new BigDecimal(lot),
        new BigDecimal(minQty),
        new BigDecimal(maxQty),
        new BigDecimal(minNotional),
        new BigDecimal(mult),
        true);
  }

  @Test
  void a_contract_is_worth_its_multiplier_in_base_currency() {
    InstrumentSpec thousandth = with("0.1", "1", "1", "1000", "5", "0.001");
    assertThat(thousandth.baseOf(Contracts.of("-25"), Price.of("50000")))
        .isEqualTo(BaseQuantity.of("-0.025"));
    assertThat(thousandth.notional(Contracts.of("-25"), Price.of("50000")))
        .isEqualTo(Money.of("-1250", "USDT"));
    assertThat(thousandth.nearestLots(Money.of("1250", "USDT"), Price.of("50000")))
        .isEqualTo(Contracts.of("25"));
  }

  @Test
  void nearest_goes_to_the_even_lot_and_toward_zero_cuts() {
    Price price = Price.of("100");
    InstrumentSpec whole = with("0.1", "1", "1", "1000", "5", "1");
    assertThat(whole.nearestLots(Money.of("250", "USDT"), price)).isEqualTo(Contracts.of("2"));
    assertThat(whole.nearestLots(Money.of("350", "USDT"), price)).isEqualTo(Contracts.of("4"));
    assertThat(whole.nearestLots(Money.of("-260", "USDT"), price)).isEqualTo(Contracts.of("-3"));
    assertThat(whole.lotsTowardZero(Money.of("299", "USDT"), price)).isEqualTo(Contracts.of("2"));
    assertThat(whole.lotsTowardZero(Money.of("-299", "USDT"), price)).isEqualTo(Contracts.of("-2"));
  }

  @Test
  void money_of_another_currency_buys_no_contracts() {
    assertThatThrownBy(() -> ONE_FOR_ONE.nearestLots(Money.of("100", "USDC"), Price.of("100")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100 USDC cannot be turned into contracts of BTC-USDT-PERP@binance");
  }

  @Test
  void a_grid_without_steps_is_refused() {
    assertThatThrownBy(() -> with("0", "1", "1", "1", "1", "1")).hasMessageContaining("tickSize");
    assertThatThrownBy(() -> with("1", "0", "1", "1", "1", "1")).hasMessageContaining("lotSize");
    assertThatThrownBy(() -> with("1", "1", "-1", "1", "1", "1")).hasMessageContaining("minQty");
    assertThatThrownBy(() -> with("1", "1", "1", "0", "1", "1")).hasMessageContaining("maxQty");
    assertThatThrownBy(() -> with("1", "1", "1", "1", "-1", "1"))
        .hasMessageContaining("minNotional");
    assertThatThrownBy(() -> with("1", "1", "1", "1", "1", "0")).hasMessageContaining("multiplier");
  }

  @Test
  void a_spot_market_trades_units_of_the_base_and_nothing_else() {
    assertThatThrownBy(
            () ->
                new InstrumentSpec(
                    Samples.spot("USDC"),
                    BigDecimal.ONE,
                    BigDecimal.ONE,
                    BigDecimal.ONE,
                    BigDecimal.TEN,
                    BigDecimal.ONE,
                    BigDecimal.TEN,
                    true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("USDC-USDT-SPOT@binance");
  }

  @Test
  void the_hash_changes_with_every_number_and_not_with_their_look_or_the_trading_hours() {
    InstrumentSpec spec = with("0.1", "0.001", "0.001", "1000", "100", "1");
    List<InstrumentSpec> others =
        List.of(
            with("0.2", "0.001", "0.001", "1000", "100", "1"),
            with("0.1", "0.002", "0.001", "1000", "100", "1"),
            with("0.1", "0.001", "0.002", "1000", "100", "1"),
            with("0.1", "0.001", "0.001", "2000", "100", "1"),
            with("0.1", "0.001", "0.001", "1000", "101", "1"),
            with("0.1", "0.001", "0.001", "1000", "100", "1000"),
            Samples.spec(Samples.perpetual("ETH")));
    TreeSet<String> hashes = new TreeSet<>(List.of(spec.hash().value()));
    others.forEach(other -> hashes.add(other.hash().value()));
    assertThat(hashes).hasSize(others.size() + 1);
    assertThat(with("0.10", "0.0010", "0.001", "1E+3", "100.00", "1.0").hash())
        .isEqualTo(spec.hash());
    InstrumentSpec halted =
        new InstrumentSpec(
            spec.instrument(),
            spec.tickSize(),
            spec.lotSize(),
            spec.minQty(),
            spec.maxQty(),
            spec.minNotional(),
            spec.multiplier(),
            false);
    assertThat(halted.hash()).isEqualTo(spec.hash());
  }

  @Property
  void lots_toward_zero_never_cost_more_than_the_money(
      @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(4) BigDecimal amount,
      @ForAll @BigRange(min = "0.01", max = "100000") @Scale(2) BigDecimal price) {
    Money money = new Money(amount, Samples.USDT);
    Contracts lots = ONE_FOR_ONE.lotsTowardZero(money, Price.of(price));
    Money cost = ONE_FOR_ONE.notional(lots, Price.of(price));
    assertThat(cost.abs().exceeds(money.abs())).isFalse();
    assertThat(Decimals.isMultipleOf(lots.value(), ONE_FOR_ONE.lotSize())).isTrue();
    BigDecimal lotValue = ONE_FOR_ONE.lotSize().multiply(price);
    assertThat(money.abs().minus(cost.abs()).amount()).isLessThan(lotValue);
    Contracts nearest = ONE_FOR_ONE.nearestLots(money, Price.of(price));
    BigDecimal off = ONE_FOR_ONE.notional(nearest, Price.of(price)).minus(money).amount().abs();
    assertThat(off.multiply(BigDecimal.valueOf(2))).isLessThanOrEqualTo(lotValue);
  }
}
