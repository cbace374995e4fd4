package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.data.Books.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.Quote;
import org.junit.jupiter.api.Test;

/** Hard limits at the gate, for themselves: also under soft ones that are wider, which nothing should ever let come about. */
class HardLimitsAtTheGateTest {

  private static final Instrument BTC = perpetual("BTC");
  private static final LimitValues SOFT = LimitValues.of(Limits.defaults(), Guards.defaults());

  private Quote quote = Books.quote(BTC, "10000");

  private String buy(String hard, String quantity, String price) {
    InstrumentSpec spec = Samples.spec(BTC);
    OrderGate.Circumstances now =
        new OrderGate.Circumstances(
            TradingState.ACTIVE,
            Money.of("100000", "USDT"),
            new Exposure(),
            List.of(spec),
            List.of(quote),
            Books.yardstick(List.of(quote)),
            NOON,
            Duration.ZERO,
            BigDecimal.ZERO,
            0,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            0,
            new BigDecimal("1000000"),
            false,
            List.of(),
            new TreeMap<>());
    ProposedOrder order =
        new ProposedOrder(spec.id(), Side.BUY, Contracts.of(quantity), Price.of(price), false);
    return OrderGate.of(SOFT, HardLimits.parse(hard).orThrow())
        .objection(order, spec, quote, now)
        .map(Object::toString)
        .orElse("free");
  }

  @Test
  void a_value_over_the_hard_limit_is_refused_as_such_whatever_the_soft_one_is() {
    assertThat(buy("max_order_notional_nav_currency 10000", "1", "10000")).isEqualTo("free");
    assertThat(buy("max_order_notional_nav_currency 10000", "1.001", "10000"))
        .startsWith("LIMIT: hard limit: order of 10010 is over max_order_notional");
    assertThat(buy("max_gross_leverage_ratio 0.1", "1.001", "10000"))
        .startsWith("LIMIT: hard limit: gross exposure could reach");
    assertThat(buy("max_day_notional_nav_currency 9000", "1", "10000"))
        .startsWith("LIMIT: hard limit: orders of 10000 within 24 hours");
  }

  @Test
  void a_quantity_has_a_hard_limit_of_its_own() {
    String hard = "max_order_contracts." + BTC.id() + " 0.5";
    assertThat(buy(hard, "0.5", "10000")).isEqualTo("free");
    assertThat(buy(hard, "0.501", "10000"))
        .startsWith("LIMIT: hard limit: order of 0.501 contracts is over max_order_contracts 0.5");
  }

  @Test
  void the_limit_price_stays_within_the_collar_around_the_middle_and_the_last_trade_too() {
    assertThat(buy("", "1", "10300")).isEqualTo("free");
    quote = Books.quote(BTC, "10000").lastAt(Price.of("9000"));
    assertThat(buy("", "1", "10000")).contains("LIMIT", "from the last trade 9000");
    quote = Books.quote(BTC.id(), "9400", "9600", "10000");
    assertThat(buy("", "1", "10000")).contains("LIMIT", "from the mid 9500");
  }

  @Test
  void a_price_beyond_the_hard_collar_is_refused_as_such() {
    assertThat(buy("price_collar_fraction 0.01", "1", "10101"))
        .startsWith("LIMIT: hard limit: limit price 10101");
  }
}
