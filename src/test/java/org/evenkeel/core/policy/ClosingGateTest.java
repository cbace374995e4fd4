package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.spot;
import static org.evenkeel.core.data.Books.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.junit.jupiter.api.Test;

/** What may go out to close a position, each demand at its edge: tick 0.1, lot 0.01, 5 at most, a collar of 3 %, 30 s. */
class ClosingGateTest {

  private static final Instrument BTC = perpetual("BTC");

  private final ClosingGate gate = new ClosingGate(Limits.defaults());
  private Instrument instrument = BTC;
  private String held = "3";
  private Side side = Side.SELL;
  private String price = "10000";
  private boolean isReduceOnly = true;
  private Duration clockOffset = Duration.ZERO;
  private Duration sinceReceived = Duration.ZERO;
  private Duration sinceVenue = Duration.ZERO;

  private String close(String quantity) {
    Price mark = Price.of("10000");
    Quote quote =
        new Quote(
            instrument.id(),
            mark,
            mark,
            mark,
            NOON.minus(clockOffset).minus(sinceVenue),
            NOON.minus(sinceReceived));
    InstrumentSpec spec =
        new InstrumentSpec(
            instrument,
            new BigDecimal("0.1"),
            new BigDecimal("0.01"),
            new BigDecimal("0.01"),
            new BigDecimal("5"),
            new BigDecimal("5"),
            BigDecimal.ONE,
            true);
    ProposedOrder order =
        new ProposedOrder(
            instrument.id(), side, Contracts.of(quantity), Price.of(price), isReduceOnly);
    return gate.objection(order, spec, quote, Contracts.of(held), NOON, clockOffset)
        .map(Object::toString)
        .orElse("free");
  }

  @Test
  void it_closes_at_most_what_is_held_on_either_side() {
    assertThat(close("3")).isEqualTo("free");
    assertThat(close("3.01")).startsWith("LIMIT").contains("does not close 3 of");
    side = Side.BUY;
    assertThat(close("3")).contains("does not close 3 of");
    held = "-3";
    assertThat(close("3")).isEqualTo("free");
    assertThat(close("3.01")).contains("does not close -3 of");
    side = Side.SELL;
    assertThat(close("3")).contains("does not close -3 of");
  }

  @Test
  void where_nothing_is_held_there_is_nothing_to_close() {
    held = "0";
    assertThat(close("0")).contains("does not close 0 of");
    side = Side.BUY;
    assertThat(close("0")).contains("does not close 0 of");
  }

  @Test
  void a_contract_is_closed_only_by_what_the_venue_knows_as_reducing_and_a_coin_is_sold_without() {
    isReduceOnly = false;
    assertThat(close("1")).contains("does not close");
    instrument = spot("BTC");
    assertThat(close("1")).isEqualTo("free");
    assertThat(close("3.01")).contains("does not close");
  }

  @Test
  void it_lies_on_the_grid() {
    held = "9";
    assertThat(close("5")).isEqualTo("free");
    assertThat(close("5.01")).contains("is not on the grid");
    assertThat(close("1.005")).contains("is not on the grid");
    assertThat(close("0")).contains("is not on the grid");
    price = "10000.1";
    assertThat(close("1")).isEqualTo("free");
    price = "10000.05";
    assertThat(close("1")).contains("is not on the grid");
  }

  @Test
  void its_price_stays_within_the_collar_around_the_mark() {
    price = "9700";
    assertThat(close("1")).isEqualTo("free");
    price = "9699.9";
    assertThat(close("1")).contains("further than 0.03 from the mark 10000");
    price = "10300";
    assertThat(close("1")).isEqualTo("free");
    price = "10300.1";
    assertThat(close("1")).contains("further than 0.03 from the mark 10000");
  }

  @Test
  void its_quote_is_fresh_by_both_clocks() {
    sinceReceived = Duration.ofSeconds(30);
    assertThat(close("1")).isEqualTo("free");
    sinceReceived = Duration.ofMillis(30_001);
    assertThat(close("1")).startsWith("DATA_STALE").contains("30001 ms old");
    sinceReceived = Duration.ZERO;
    clockOffset = Duration.ofSeconds(20);
    sinceVenue = Duration.ofSeconds(30);
    assertThat(close("1")).isEqualTo("free");
    sinceVenue = Duration.ofMillis(30_001);
    assertThat(close("1")).startsWith("DATA_STALE").contains("30001 ms old");
  }
}
