package org.evenkeel.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.evenkeel.core.basics.Result;
import org.junit.jupiter.api.Test;

class PerformanceEntryTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static PerformanceEntry next(PerformanceEntry last, String nav, String flow) {
    return last.next(NOON, number(nav), number(flow), last.throughFlow() + 1);
  }

  /** The example of the class: 1000 is worth 1100 when 550 come. */
  @Test
  void money_that_comes_buys_units_and_leaves_the_index() {
    PerformanceEntry after = next(PerformanceEntry.first(NOON, number("1000"), 0), "1650", "550");
    Performance shown = after.checked().orThrow();
    assertThat(shown.index()).isEqualByComparingTo("1.1");
    assertThat(after.units()).isEqualByComparingTo("1500");
    assertThat(shown.drawdown()).isZero();
  }

  @Test
  void a_loss_is_measured_from_the_peak_and_a_withdrawal_is_no_loss() {
    PerformanceEntry up = next(PerformanceEntry.first(NOON, number("1000"), 0), "1250", "0");
    PerformanceEntry down = next(up, "1000", "0");
    PerformanceEntry taken = next(down, "100", "-900");
    assertThat(down.checked().orThrow().drawdown()).isEqualByComparingTo("0.2");
    assertThat(taken.checked().orThrow().drawdown()).isEqualByComparingTo("0.2");
    assertThat(taken.checked().orThrow().index()).isEqualByComparingTo("1");
    assertThat(taken.checked().orThrow().peak()).isEqualByComparingTo("1.25");
  }

  @Test
  void an_account_that_was_emptied_goes_on_at_its_index_when_money_comes_back() {
    PerformanceEntry up = next(PerformanceEntry.first(NOON, number("1000"), 0), "1100", "0");
    PerformanceEntry empty = next(up, "0", "-1100");
    PerformanceEntry back = next(empty, "500", "500");
    PerformanceEntry gained = next(back, "550", "0");
    assertThat(back.checked().orThrow().index()).isEqualByComparingTo("1.1");
    assertThat(gained.checked().orThrow().index()).isEqualByComparingTo("1.21");
  }

  @Test
  void two_methods_that_disagree_give_no_figure() {
    PerformanceEntry good = next(PerformanceEntry.first(NOON, number("1000"), 0), "1100", "0");
    PerformanceEntry bad =
        new PerformanceEntry(
            good.asOf(),
            good.nav(),
            good.flow(),
            good.units(),
            good.unitValue(),
            good.unitPeak(),
            good.chained().add(number("2e-12")),
            good.chainedPeak(),
            1);
    assertThat(bad.checked())
        .isInstanceOfSatisfying(
            Result.Refused.class,
            no -> assertThat(no.refusal().detail()).contains("by units").contains("by returns"));
    assertThat(Capital.of(List.of(), java.util.Optional.of(bad)).performance()).isEmpty();
  }

  /** The truth is the product of the returns, computed here in binary floats from the returns alone. */
  @Property(tries = 200)
  void flows_of_any_size_change_neither_index_nor_drawdown(
      @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -0.3, max = 0.4) Double> returns,
      @ForAll @Size(min = 60, max = 60) List<@DoubleRange(min = -0.9, max = 5) Double> flows) {
    PerformanceEntry entry = PerformanceEntry.first(NOON, number("1000"), 0);
    double index = 1;
    double peak = 1;
    for (int i = 0; i < returns.size(); i++) {
      BigDecimal before =
          entry
              .nav()
              .multiply(BigDecimal.valueOf(1 + returns.get(i)), java.math.MathContext.DECIMAL64);
      BigDecimal flow =
          before.multiply(BigDecimal.valueOf(flows.get(i)), java.math.MathContext.DECIMAL32);
      PerformanceEntry without = entry.next(NOON, before, BigDecimal.ZERO, 0);
      entry = entry.next(NOON, before.add(flow), flow, 0);
      index *= 1 + returns.get(i);
      peak = Math.max(peak, index);
      Performance shown = entry.checked().orThrow();
      Performance unmoved = without.checked().orThrow();
      assertThat(shown.index()).isEqualTo(unmoved.index());
      assertThat(shown.drawdown()).isEqualTo(unmoved.drawdown());
      assertThat(shown.index().doubleValue()).isCloseTo(index, within(1e-9 * index));
      assertThat(shown.drawdown().doubleValue()).isCloseTo(1 - index / peak, within(1e-9));
    }
  }
}
