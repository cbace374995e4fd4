package org.evenkeel.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedenominationTest {

  private static String spec(String tick, String lot, String multiplier) {
    return new InstrumentSpec(
            Samples.perpetual("PEPE"),
            new BigDecimal(tick),
            new BigDecimal(lot),
            new BigDecimal(lot),
            new BigDecimal("100000000"),
            new BigDecimal("5"),
            new BigDecimal(multiplier),
            true)
        .describe();
  }

  private static Optional<String> change(String before, String after) {
    return Redenomination.named(before, after);
  }

  @Test
  void a_contract_of_a_thousand_coins_instead_of_one_is_named_in_both_directions() {
    assertThat(change(spec("0.0001", "1", "1"), spec("0.0001", "1", "1000")))
        .contains("redenominated by 1000: a contract is worth 1000 times what it was");
    assertThat(change(spec("0.0001", "1", "1000"), spec("0.0001", "1", "1")))
        .contains("redenominated by 1000: a contract is worth a thousandth of what it was");
  }

  @Test
  void a_coin_that_becomes_a_thousand_new_ones_is_known_by_its_grids() {
    assertThat(change(spec("0.1", "0.001", "1"), spec("0.0001", "1", "1")))
        .contains("redenominated by 1000: a coin is priced at a thousandth of what it was");
  }

  @Test
  void other_changes_are_no_redenomination() {
    assertThat(change(spec("0.1", "0.001", "1"), spec("0.01", "0.001", "1"))).isEmpty();
    assertThat(change(spec("0.1", "0.001", "1"), spec("0.0001", "0.001", "1"))).isEmpty();
    assertThat(change(spec("0.1", "1", "1"), spec("0.1", "1", "100"))).isEmpty();
    assertThat(change("words of another version", spec("0.1", "1", "1"))).isEmpty();
  }
}
