package org.evenkeel.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.MaintenanceTiers.Charge;
import org.junit.jupiter.api.Test;

class MaintenanceTiersTest {

  private static final InstrumentId BTC = InstrumentId.of("BTC-USDT-PERP@binance");

  /** Tiers as 'size rate leverage'. */
  private static MaintenanceTiers tiers(Charge charge, Optional<BigDecimal> most, String... rows) {
    List<MaintenanceTiers.Tier> tiers = new ArrayList<>();
    for (String row : rows) {
      String[] parts = row.split(" ", -1);
      tiers.add(
          new MaintenanceTiers.Tier(
              new BigDecimal(parts[0]), Ratio.of(parts[1]), new BigDecimal(parts[2])));
    }
    return new MaintenanceTiers(
        BTC, MaintenanceTiers.Unit.QUOTE, charge, "", tiers, most, Instant.EPOCH);
  }

  private static BigDecimal margin(MaintenanceTiers tiers, String least, BigDecimal size) {
    BigDecimal margin = BigDecimal.ZERO;
    List<MaintenanceTiers.Step> steps = tiers.steps(Ratio.of(least));
    for (int i = 0; i < steps.size(); i++) {
      BigDecimal to = i + 1 < steps.size() ? steps.get(i + 1).from().min(size) : size;
      BigDecimal part = to.subtract(steps.get(i).from()).max(BigDecimal.ZERO);
      margin = margin.add(part.multiply(steps.get(i).rate().value()));
    }
    return margin;
  }

  /** Binance's BTCUSDT: notional times the rate of the tier that it reaches, less what lower tiers save. */
  @Test
  void each_part_has_the_rate_of_its_own_tier() {
    MaintenanceTiers btc =
        tiers(
            Charge.PART,
            Optional.empty(),
            "0 0.004 125",
            "50000 0.005 100",
            "600000 0.0065 75",
            "3000000 0.01 50",
            "12000000 0.02 25");
    assertThat(margin(btc, "0", new BigDecimal("70000000")))
        .isEqualByComparingTo(
            new BigDecimal("70000000").multiply(new BigDecimal("0.02")).subtract(cum()));
    assertThat(margin(btc, "0.01", new BigDecimal("20000000")))
        .as("12 million at the least rate and 8 at 2 %")
        .isEqualByComparingTo("280000");
  }

  /** 50 + 900 + 10,500 + 120,000. */
  private static BigDecimal cum() {
    return new BigDecimal("131450");
  }

  @Test
  void where_the_whole_has_the_rate_the_steps_go_from_the_top_of_one_leap_to_the_next() {
    MaintenanceTiers whole =
        tiers(Charge.WHOLE, Optional.empty(), "0 0.01 50", "100 0.02 25", "300 0.04 10");
    assertThat(whole.steps(Ratio.ZERO))
        .as("from 0 to 2 at 100, to 12 at 300, and no flatter after it")
        .containsExactly(
            new MaintenanceTiers.Step(BigDecimal.ZERO, Ratio.of("0.02")),
            new MaintenanceTiers.Step(new BigDecimal("100"), Ratio.of("0.05")));
    assertThat(whole.steps(Ratio.of("0.03")))
        .as("3 % is above the first two tiers, so the only leap is from 9 to 12 at 300")
        .containsExactly(
            new MaintenanceTiers.Step(BigDecimal.ZERO, Ratio.of("0.03")),
            new MaintenanceTiers.Step(new BigDecimal("100"), Ratio.of("0.045")));
  }

  @Property(tries = 200)
  void the_steps_are_convex_and_nowhere_under_what_is_asked(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 400) Integer> widths,
      @ForAll @IntRange(min = 0, max = 60) int least,
      @ForAll boolean isWhole,
      @ForAll @Size(6) List<@IntRange(min = 0, max = 500) Integer> rates,
      @ForAll @IntRange(min = 0, max = 3000) int size) {
    List<String> rows = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < widths.size(); i++) {
      rows.add(from + " " + BigDecimal.valueOf(rates.get(i), 3).toPlainString() + " 10");
      from += widths.get(i);
    }
    MaintenanceTiers tiers =
        tiers(isWhole ? Charge.WHOLE : Charge.PART, Optional.empty(), rows.toArray(String[]::new));
    String floor = BigDecimal.valueOf(least, 3).toPlainString();

    BigDecimal asked = asked(rows, widths, isWhole, size);
    assertThat(margin(tiers, floor, BigDecimal.valueOf(size)))
        .isGreaterThanOrEqualTo(asked.max(BigDecimal.valueOf((long) least * size, 3)));
    List<MaintenanceTiers.Step> steps = tiers.steps(Ratio.of(floor));
    for (int i = 1; i < steps.size(); i++) {
      assertThat(steps.get(i).rate()).isGreaterThan(steps.get(i - 1).rate());
      assertThat(steps.get(i).from()).isGreaterThan(steps.get(i - 1).from());
    }
  }

  /** What the venue asks, unit by unit or by the tier that a size reaches. */
  private static BigDecimal asked(
      List<String> rows, List<Integer> widths, boolean isWhole, int size) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal last = BigDecimal.ZERO;
    int tier = 0;
    int end = widths.get(0);
    for (int unit = 1; unit <= size; unit++) {
      while (unit > end && tier + 1 < rows.size()) {
        tier++;
        end += widths.get(tier);
      }
      last = new BigDecimal(rows.get(tier).split(" ", -1)[1]);
      sum = sum.add(last);
    }
    return isWhole ? last.multiply(BigDecimal.valueOf(size)) : sum;
  }

  @Test
  void a_leverage_is_granted_up_to_the_first_tier_that_has_less() {
    MaintenanceTiers tiers =
        tiers(
            Charge.PART,
            Optional.of(new BigDecimal("900")),
            "0 0.01 50",
            "100 0.02 5",
            "300 0.04 4.99");
    assertThat(tiers.mostAt(50)).contains(new BigDecimal("100"));
    assertThat(tiers.mostAt(5)).contains(new BigDecimal("300"));
    assertThat(tiers.mostAt(4)).as("the end of all").contains(new BigDecimal("900"));
    assertThat(tiers.mostAt(51)).as("to nothing").contains(new BigDecimal("0"));
    assertThat(tiers(Charge.PART, Optional.empty(), "0 0.01 50").mostAt(5)).isEmpty();
  }

  @Test
  void tiers_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> tiers(Charge.PART, Optional.empty(), "1 0.01 50"))
        .hasMessageContaining("begin at zero");
    assertThatThrownBy(() -> tiers(Charge.PART, Optional.empty(), "0 0.01 50", "0 0.02 25"))
        .hasMessageContaining("rise in size");
    assertThatThrownBy(() -> tiers(Charge.PART, Optional.empty(), "0 1.01 50"))
        .hasMessageContaining("0..1");
    assertThatThrownBy(() -> tiers(Charge.PART, Optional.empty(), "0 0.01 0"))
        .hasMessageContaining("leverage");
    assertThatThrownBy(
            () -> tiers(Charge.PART, Optional.of(BigDecimal.TEN), "0 0.01 9", "10 0.02 5"))
        .hasMessageContaining("empty");
  }
}
