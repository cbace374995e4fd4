package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.shell.simulate.CycleEntry;
import org.junit.jupiter.api.Test;

class RulesTrialTest {

  private static final CycleEntry ENTRY = DecidedExamples.inARow(1).get(0);
  private static final CycleId CYCLE = ENTRY.slot().cycleId();
  private static final DecisionInputs STORED = ENTRY.inputs().orElseThrow();

  @Test
  void the_rules_that_were_stored_decide_the_same_again() {
    RulesTrial.Row row = RulesTrial.row(CYCLE, STORED, STORED.rules());

    assertThat(row.after()).isEqualTo(row.before());
    assertThat(row.before().held()).isEmpty();
    assertThat(row.before().orders()).isEqualTo(DecidedExamples.intents(ENTRY).size()).isPositive();
  }

  @Test
  void half_the_gross_leverage_is_half_of_what_is_wanted() {
    RulesTrial.Row whole = RulesTrial.row(CYCLE, STORED, atMost(0.2));
    RulesTrial.Row half = RulesTrial.row(CYCLE, STORED, atMost(0.1));

    assertThat(whole.after().grossLeverage())
        .isCloseTo(new BigDecimal("0.2"), within(new BigDecimal("0.001")));
    assertThat(half.after().grossLeverage())
        .isCloseTo(new BigDecimal("0.1"), within(new BigDecimal("0.001")));
    assertThat(half.after().volatility()).isLessThan(whole.after().volatility());
    assertThat(half.after().traded()).isLessThan(whole.after().traded());
    assertThat(half.before()).isEqualTo(whole.before());
  }

  private static DecisionRules atMost(double gross) {
    ParitySettings parity = STORED.rules().parity();
    return STORED
        .rules()
        .with(
            new ParitySettings(
                5,
                gross,
                parity.maxSleeveExposure(),
                parity.tolerance(),
                parity.maxIterations(),
                parity.acceptedResidual(),
                parity.principle()));
  }
}
