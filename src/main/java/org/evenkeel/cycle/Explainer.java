package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.plan.CandidateCost;
import org.evenkeel.core.plan.InstrumentChoice;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.TargetPosition;
import org.evenkeel.core.plan.roll.RollChoice;
import org.evenkeel.core.statement.Cause;
import org.evenkeel.core.statement.Contribution;
import org.evenkeel.core.statement.ExplainedOrder;
import org.evenkeel.core.statement.Explanation;

/**
 * Takes every order of a plan apart, by putting the inputs of this decision in the place of those of the one before, one
 * group after the other, through the planner itself.
 *
 * <p>Each part is the difference between two numbers of which the next part begins with the second, so the parts add up
 * to the order whatever the planner does: covariance, volatility target and leverage, override, funding and fees, equity
 * and price move the wanted contracts ({@link Substitution}); what stands between the wanted contracts and the position
 * after the plan (margin and limits, lots, band, what is held back, the gate) counts by how it differs from the decision
 * before ({@link InTheWay}); and what the decision before wanted and is not held now is the unfilled remainder.
 * The order in which inputs are exchanged is fixed; another order would share out what two changes do together in
 * another way.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class Explainer {

  private Explainer() {}

  /** The explanation of the first plan of all. */
  public static Explanation first(Decided now) {
    return whole(now, Optional.empty(), Cause.FIRST_POSITION, List.of());
  }

  /** An explanation that could not be made, with the reason. */
  static Explanation impossible(Decided now, String before, String why) {
    return whole(now, Optional.of(before), Cause.UNEXPLAINED, List.of(why));
  }

  private static Explanation whole(
      Decided now, Optional<String> before, Cause cause, List<String> remarks) {
    List<ExplainedOrder> orders = new ArrayList<>();
    for (TargetPosition target : now.decision().plan().targets()) {
      EnumMap<Cause, BigDecimal> parts = new EnumMap<>(Cause.class);
      parts.put(cause, PlanStages.traded(now.decision().plan(), target.instrument()));
      explained(now, target.instrument(), parts).ifPresent(orders::add);
    }
    return new Explanation(before, orders, remarks);
  }

  /** The explanation of a plan by the decision before it. */
  public static Explanation of(Decided before, Decided now) {
    return of(before, now, true);
  }

  /**
   * The same as earlier versions told it, for what they have stored: an exposure that was held in an alternative without
   * moving counted as equity and cap, and what an override kept from being traded as band or gate.
   */
  static Explanation asBefore(Decided before, Decided now) {
    return of(before, now, false);
  }

  private static Explanation of(Decided before, Decided now, boolean isAsNow) {
    List<String> remarks = new ArrayList<>();
    now.decision().plan().choices().stream()
        .filter(InstrumentChoice::isSwitch)
        .forEach(choice -> remarks.add(moved(choice)));
    PlanStages old = before.decision().stages();
    PlanStages fresh = now.decision().stages();
    Optional<Substitution.Choices> choices =
        Optional.of(new Substitution.Choices(old.planned().choices(), fresh.planned().choices()))
            .filter(made -> isAsNow);
    List<Substitution.Step> steps = new Substitution(before, now, choices, remarks).steps();
    InTheWay then = new InTheWay(before, old, steps.get(0).wanted(), isAsNow);
    InTheWay today = new InTheWay(now, fresh, steps.get(steps.size() - 1).wanted(), isAsNow);
    List<ExplainedOrder> orders = new ArrayList<>();
    for (TargetPosition target : now.decision().plan().targets()) {
      InstrumentId id = target.instrument();
      EnumMap<Cause, BigDecimal> parts = new EnumMap<>(Cause.class);
      for (int i = 1; i < steps.size(); i++) {
        add(parts, steps.get(i).cause(), steps.get(i).of(id).subtract(steps.get(i - 1).of(id)));
      }
      today.of(id).forEach((cause, amount) -> add(parts, cause, amount));
      then.of(id).forEach((cause, amount) -> add(parts, cause, amount.negate()));
      add(parts, Cause.UNFILLED, then.after(id).subtract(target.current().value()));
      if (isRolled(now, id)) {
        BigDecimal moved =
            Optional.ofNullable(parts.remove(Cause.COVARIANCE)).orElse(BigDecimal.ZERO);
        add(parts, Cause.ROLL, moved);
      }
      explained(now, id, parts).ifPresent(orders::add);
    }
    now.decision().rolls().stream()
        .filter(RollChoice::isRemarkable)
        .forEach(roll -> remarks.add(roll.inWords()));
    return new Explanation(Optional.of(before.cycle().value()), orders, remarks);
  }

  private static boolean isRolled(Decided now, InstrumentId id) {
    return now.decision().rolls().stream()
        .filter(roll -> roll.state() == RollChoice.State.ROLLS)
        .anyMatch(roll -> roll.from().equals(id) || roll.to().equals(id));
  }

  /** A position that moves to another instrument, with what both would cost. */
  private static String moved(InstrumentChoice choice) {
    StringBuilder text =
        new StringBuilder(
            choice.sleeve() + " moves from " + choice.before() + " to " + choice.chosen());
    for (CandidateCost one : choice.candidates()) {
      text.append("; ")
          .append(one.instrument())
          .append(one.isFit() ? " would cost " + Decimals.text(one.total()) : ": " + one.fault());
    }
    return text.toString();
  }

  private static void add(Map<Cause, BigDecimal> parts, Cause cause, BigDecimal amount) {
    parts.merge(cause, amount, BigDecimal::add);
  }

  /** Nothing for an instrument that is not traded and of which nothing has changed. */
  private static Optional<ExplainedOrder> explained(
      Decided now, InstrumentId id, EnumMap<Cause, BigDecimal> parts) {
    InstrumentSpec spec = now.inputs().market().spec(id).orElseThrow();
    Quote quote = now.inputs().market().quote(id).orElseThrow();
    List<Contribution> contributions = new ArrayList<>();
    parts.forEach(
        (cause, amount) -> {
          if (amount.signum() != 0) {
            contributions.add(
                new Contribution(cause, Decimals.normal(amount), value(spec, quote, amount)));
          }
        });
    RebalancePlan plan = now.decision().plan();
    BigDecimal traded = PlanStages.traded(plan, id);
    return contributions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ExplainedOrder(
                id.value(),
                plan.current(id).value(),
                Decimals.normal(traded),
                value(spec, quote, traded),
                contributions));
  }

  private static BigDecimal value(InstrumentSpec spec, Quote quote, BigDecimal contracts) {
    return Decimals.normal(spec.notional(new Contracts(contracts), quote.mark()).amount());
  }
}
