package org.evenkeel.shell.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.evenkeel.core.plan.CandidateCost;
import org.evenkeel.core.plan.InstrumentChoice;
import org.evenkeel.core.plan.RebalancePlan;

/** The instruments in which exposures are held, with what each would cost until the next cycle. */
public final class ChoiceText {

  private ChoiceText() {}

  /** The choices of a plan; empty if there was nothing to choose. */
  static String of(RebalancePlan plan) {
    if (plan.choices().isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable(
            "sleeve",
            "instrument",
            ">cost",
            ">fee",
            ">spread",
            ">impact",
            ">leaving",
            ">funding",
            ">basis",
            ">borrow",
            "");
    for (InstrumentChoice choice : plan.choices()) {
      for (CandidateCost one : choice.candidates()) {
        boolean isChosen = one.instrument().equals(choice.chosen());
        table.row(
            choice.sleeve().value(),
            one.instrument().value(),
            figure(one.total()),
            figure(one.fee()),
            figure(one.spread()),
            figure(one.impact()),
            figure(one.leaving()),
            figure(one.funding()),
            figure(one.basis()),
            figure(one.borrow()),
            isChosen ? "chosen: " + choice.reason() : one.fault());
      }
    }
    return "expected cost until the next cycle, in " + plan.nav().currency() + "\n" + table;
  }

  /** What a stored choice says of one of its candidates. */
  public static String line(JsonNode choice, JsonNode candidate) {
    String fault = candidate.path("fault").asText();
    String chosen = choice.path("chosen").asText();
    if (candidate.path("instrument").asText().equals(chosen)) {
      return "chosen: " + choice.path("reason").asText() + "; expected to cost " + costs(candidate);
    }
    return (fault.isEmpty() ? "" : fault + "; ")
        + "held in "
        + chosen
        + ", here expected to cost "
        + costs(candidate);
  }

  private static String costs(JsonNode candidate) {
    BigDecimal total = BigDecimal.ZERO;
    StringBuilder items = new StringBuilder();
    for (String item :
        new String[] {"fee", "spread", "impact", "leaving", "funding", "basis", "borrow"}) {
      BigDecimal value = candidate.path(item).decimalValue();
      total = total.add(value);
      if (value.signum() != 0) {
        items.append(items.isEmpty() ? "" : ", ").append(item).append(' ').append(figure(value));
      }
    }
    return figure(total) + (items.isEmpty() ? "" : " (" + items + ")");
  }

  private static String figure(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
