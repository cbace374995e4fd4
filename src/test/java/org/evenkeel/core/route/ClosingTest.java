package org.evenkeel.core.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.spot;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.policy.ProposedOrder;
import org.evenkeel.core.route.Closing.Step;
import org.junit.jupiter.api.Test;

/** Bought at 101, sold at 99, mark 100; lots of 0.01, orders of 0.02 to 5 and worth 5 at least, and 300 at most. */
class ClosingTest {

  private Instrument instrument = perpetual("BTC");
  private String most = "300";

  private InstrumentSpec spec() {
    return new InstrumentSpec(
        instrument,
        new BigDecimal("0.1"),
        new BigDecimal("0.01"),
        new BigDecimal("0.02"),
        new BigDecimal("5"),
        new BigDecimal("5"),
        BigDecimal.ONE,
        true);
  }

  private Quote quote() {
    return Books.quote(instrument.id(), "99", "101", "100");
  }

  private Closing.Terms terms() {
    return new Closing.Terms(Ratio.of("0.01"), Ratio.of("0.03"), new BigDecimal(most));
  }

  private String next(String held, int misses) {
    return switch (Closing.next(Contracts.of(held), spec(), quote(), misses, terms())) {
      case Step.Flat flat -> "flat";
      case Step.Dust dust -> "dust";
      case Step.Slice slice -> inWords(slice.order());
    };
  }

  private static String inWords(ProposedOrder order) {
    return order.side()
        + " "
        + order.orderQty()
        + " at "
        + order.limitPrice()
        + (order.reduceOnly() ? " less" : "");
  }

  @Test
  void a_position_is_closed_by_the_other_side_beyond_the_touch() {
    assertThat(next("0", 0)).isEqualTo("flat");
    assertThat(next("2", 0)).as("99 less a hundredth").isEqualTo("SELL 2 at 98.1 less");
    assertThat(next("-2", 0)).as("101 and a hundredth").isEqualTo("BUY 2 at 102 less");
  }

  @Test
  void every_miss_doubles_the_collar_up_to_the_bound_around_touch_and_mark() {
    assertThat(next("2", 1)).isEqualTo("SELL 2 at 97.1 less");
    assertThat(next("2", 2)).as("96.1, and the mark allows 97").isEqualTo("SELL 2 at 97 less");
    assertThat(next("2", 99)).isEqualTo("SELL 2 at 97 less");
    assertThat(next("-2", 1)).as("103.02, and the mark allows 103").isEqualTo("BUY 2 at 103 less");
    assertThat(next("-2", 99)).isEqualTo("BUY 2 at 103 less");
    assertThat(terms().collarAfter(0)).isEqualTo(Ratio.of("0.01"));
    assertThat(terms().collarAfter(1)).isEqualTo(Ratio.of("0.02"));
    assertThat(terms().collarAfter(2)).isEqualTo(Ratio.of("0.03"));
    assertThat(terms().collarAfter(99)).isEqualTo(Ratio.of("0.03"));
  }

  @Test
  void less_than_the_smallest_quantity_is_dust_and_of_a_coin_less_than_the_smallest_value_too() {
    assertThat(next("0.019", 0)).isEqualTo("dust");
    assertThat(next("0.009", 0)).isEqualTo("dust");
    assertThat(next("-0.02", 0)).as("a contract may be worth less").startsWith("BUY 0.02");
    assertThat(next("0.029", 0)).as("whole lots").startsWith("SELL 0.02");
    instrument = spot("BTC");
    assertThat(next("0.05", 0)).as("4.95 at the bid").isEqualTo("dust");
    assertThat(next("0.06", 0)).as("5.94").isEqualTo("SELL 0.06 at 98.1");
  }

  @Test
  void one_order_is_at_most_so_large_by_value_and_by_the_venue() {
    assertThat(next("3", 0)).startsWith("SELL 3 ");
    assertThat(next("3.02", 0)).startsWith("SELL 3 ");
    most = "1000";
    assertThat(next("8", 0)).as("5 is the venue's largest").startsWith("SELL 5 ");
  }

  @Test
  void a_slice_is_halved_where_its_rest_could_not_be_closed() {
    assertThat(next("3.01", 0)).as("0.01 is too small").startsWith("SELL 1.5 ");
    assertThat(next("3.04", 0)).as("0.04 of contracts is not").startsWith("SELL 3 ");
    instrument = spot("BTC");
    assertThat(next("3.04", 0)).as("0.04 of coins is worth 3.96").startsWith("SELL 1.52 ");
    assertThat(next("3.06", 0)).startsWith("SELL 3 ");
  }

  /** Whatever the largest value is: what reduces is never kept from going out by a limit that no order fits. */
  @Test
  void a_slice_is_never_smaller_than_the_venues_smallest_order() {
    most = "0.1";
    assertThat(next("1", 0)).startsWith("SELL 0.02 ");
    most = "2";
    assertThat(next("0.03", 0)).as("half of it is too small, too").startsWith("SELL 0.02 ");
    most = "3";
    assertThat(next("0.04", 0)).as("half of it is just large enough").startsWith("SELL 0.02 ");
  }

  @Test
  void the_number_of_orders_is_that_of_full_slices_and_of_coins_one_more() {
    assertThat(Closing.slices(Contracts.of("-6"), spec(), quote(), terms())).isEqualTo(2);
    assertThat(Closing.slices(Contracts.of("6.01"), spec(), quote(), terms())).isEqualTo(3);
    instrument = spot("BTC");
    assertThat(Closing.slices(Contracts.of("6"), spec(), quote(), terms())).isEqualTo(3);
  }
}
