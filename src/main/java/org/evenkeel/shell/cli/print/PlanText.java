package org.evenkeel.shell.cli.print;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.Skip;
import org.evenkeel.core.statement.WeightRow;

/** What a decision would do now. */
public final class PlanText {

  private PlanText() {}

  public static String of(
      Instant asOf,
      Optional<Refusal> refusal,
      Optional<RebalancePlan> plan,
      List<WeightRow> weights) {
    StringBuilder text = new StringBuilder("as of ").append(Figures.time(asOf)).append('\n');
    refusal.ifPresent(no -> text.append("\nnothing would be traded: ").append(no).append('\n'));
    if (!weights.isEmpty()) {
      text.append('\n').append(WeightsText.table(weights));
    }
    plan.ifPresent(found -> plan(text, found));
    return text.toString();
  }

  private static void plan(StringBuilder text, RebalancePlan plan) {
    TextTable legs =
        new TextTable(">#", "instrument", "side", ">quantity", ">price", ">value", "reason");
    for (PlannedLeg leg : plan.legs()) {
      legs.row(
          String.valueOf(leg.number()),
          leg.instrument().value(),
          leg.side() + (leg.reduceOnly() ? " reduce-only" : ""),
          leg.quantity().toString(),
          leg.arrivalPrice().toString(),
          Figures.money(leg.notional().amount()),
          leg.reason());
    }
    text.append("\nplan ")
        .append(plan.hash().value(), 0, 12)
        .append(" for a NAV of ")
        .append(Figures.money(plan.nav().amount()))
        .append(' ')
        .append(plan.nav().currency())
        .append("\n\n")
        .append(plan.lots().map(lots -> lots.inWords() + "\n\n").orElse(""))
        .append(plan.legs().isEmpty() ? "nothing to trade\n" : legs.toString())
        .append(plan.proof().map(proof -> "\n" + ProofLines.of(proof)).orElse(""));
    String choices = ChoiceText.of(plan);
    text.append(choices.isEmpty() ? "" : "\n" + choices);
    if (!plan.advice().isEmpty()) {
      text.append('\n').append(CashLines.of(plan));
    }
    if (!plan.skips().isEmpty()) {
      TextTable skips = new TextTable("not traded", "reason", "detail");
      for (Skip skip : plan.skips()) {
        skips.row(
            skip.instrument().value(), skip.refusal().reason().name(), skip.refusal().detail());
      }
      text.append('\n').append(skips);
    }
  }
}
