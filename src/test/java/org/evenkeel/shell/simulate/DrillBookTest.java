package org.evenkeel.shell.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.policy.Limits;
import org.junit.jupiter.api.Test;

/** A book that is given, flattened at the simulated venue. */
class DrillBookTest {

  private static final InstrumentSpec REAL =
      new InstrumentSpec(
          new Instrument.LinearPerpetual(
              Currency.of("SOL"), Currency.of("USDT"), VenueId.of("okx")),
          new BigDecimal("0.01"),
          new BigDecimal("0.1"),
          new BigDecimal("0.1"),
          new BigDecimal("100000"),
          new BigDecimal("5"),
          BigDecimal.TEN,
          true);

  private static DrillBook.Entry entry(int number, String value, String price) {
    return DrillBook.Entry.of(number, new BigDecimal(value), new BigDecimal(price), List.of(REAL));
  }

  @Test
  void a_stand_in_has_the_value_the_lots_and_the_tick_of_what_it_stands_for() {
    DrillBook.Entry entry = entry(1, "-3100", "155.004");
    assertThat(entry.price().value()).isEqualByComparingTo("155.00");
    // A lot of 0.1 contracts of ten coins is one coin.
    assertThat(entry.quantity().value()).isEqualByComparingTo("-20");
    assertThat(entry.spec().lotSize()).isEqualByComparingTo("1");
  }

  @Test
  void every_position_is_closed_once_also_where_answers_are_wrong() {
    DrillBook book =
        new DrillBook(
            List.of(entry(1, "-3100", "155"), entry(2, "600000", "155")), Limits.defaults());
    FlattenDrill.Run calm = FlattenDrill.run(1, book, false);
    assertThat(calm.taken())
        .extracting(DrillBook.Taken::traded)
        .satisfiesExactly(
            small -> assertThat(small).isEqualByComparingTo("3100"),
            large -> assertThat(large).isEqualByComparingTo("600005"));
    assertThat(calm.taken().get(1).orders()).as("slices").isGreaterThan(1);
    for (long seed = 1; seed <= 5; seed++) {
      FlattenDrill.Run faulty = FlattenDrill.run(seed, book, true);
      assertThat(faulty.taken().get(0).traded()).isEqualByComparingTo("3100");
      assertThat(faulty.taken().get(1).traded()).isEqualByComparingTo("600005");
      assertThat(faulty.flatAfter()).isLessThan(Duration.ofMinutes(5));
    }
  }
}
