package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.estimate.gate.GatedEstimate;
import org.evenkeel.core.parity.KnownFactors;
import org.evenkeel.core.parity.Sizing;
import org.evenkeel.core.parity.SleeveAdjustments;
import org.evenkeel.core.plan.InstrumentChoice;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.plan.Planner;
import org.evenkeel.core.statement.Cause;

/**
 * The wanted contracts on the way from one decision to the next, one group of inputs exchanged at each step.
 *
 * <p>A mixture that cannot be decided, such as old prices of a new instrument, counts with the next step; that is
 * remarked.
 *
 * <p>The instruments in which exposures are held that could be held in several are a group of their own, the last one:
 * until then every leg is wanted in the instrument that the decision before had chosen.
 */
final class Substitution {

  /**
   * The wanted contracts after a step.
   *
   * @param cause what was exchanged
   * @param wanted contracts by instrument
   */
  record Step(Cause cause, SortedMap<InstrumentId, BigDecimal> wanted) {

    BigDecimal of(InstrumentId id) {
      return wanted.getOrDefault(id, BigDecimal.ZERO);
    }
  }

  /** What the target exposures follow from. */
  private record Basis(
      DecisionRules rules,
      GatedEstimate gate,
      SleeveAdjustments adjustments,
      Sizing sizing,
      KnownFactors earlier) {}

  private record Holding(MarketSnapshot market, AccountSnapshot account, Money nav) {}

  /** All that wanted contracts follow from. */
  private record Question(
      Universe universe,
      PlanSettings settings,
      Optional<List<InstrumentChoice>> chosen,
      SortedMap<SleeveId, Ratio> exposures,
      Holding holding) {

    Question(
        Basis basis,
        Optional<List<InstrumentChoice>> chosen,
        SortedMap<SleeveId, Ratio> exposures,
        Holding holding) {
      this(basis.gate.universe(), basis.rules.plan(), chosen, exposures, holding);
    }

    Result<SortedMap<InstrumentId, BigDecimal>> asked() {
      return WantedContracts.of(planner(), exposures, holding.market, holding.account, holding.nav);
    }

    private Planner planner() {
      return chosen
          .map(made -> new Planner(InstrumentChoice.held(made, universe), settings).withoutChoice())
          .orElseGet(() -> new Planner(universe, settings))
          .withEndlessMargin();
    }
  }

  private record Answer(Question question, Result<SortedMap<InstrumentId, BigDecimal>> wanted) {}

  private final Decided before;
  private final Decided now;
  private final Optional<Choices> choices;
  private final List<String> remarks;
  private final List<Step> steps = new ArrayList<>();
  private Optional<Answer> answer = Optional.empty();

  /**
   * The instruments that two decisions have chosen.
   *
   * @param then of the one before
   * @param today of this one
   */
  record Choices(List<InstrumentChoice> then, List<InstrumentChoice> today) {}

  /**
   * @param choices empty as earlier versions told it: every leg wherever most of it is held
   */
  Substitution(Decided before, Decided now, Optional<Choices> choices, List<String> remarks) {
    this.before = before;
    this.now = now;
    this.choices = choices;
    this.remarks = remarks;
  }

  List<Step> steps() {
    Basis old = basis(before);
    Basis fresh = basis(now);
    Holding then = holding(before);
    Holding today = holding(now);
    boolean isSameUniverse = old.rules.universe().equals(fresh.rules.universe());
    if (!isSameUniverse) {
      remarks.add("the universe has changed; the rules that changed with it count as covariance");
    }
    DecisionRules rules = isSameUniverse ? old.rules : fresh.rules;
    SortedMap<SleeveId, Ratio> was = Decision.exposures(before.decision().parity());
    SortedMap<SleeveId, Ratio> wanted = Decision.exposures(now.decision().parity());
    step(Cause.FIRST_POSITION, old, Result.ok(was), then);
    Basis estimated = new Basis(rules, fresh.gate, old.adjustments, old.sizing, fresh.earlier);
    step(Cause.COVARIANCE, estimated, exposures(estimated), then);
    Basis sized = new Basis(fresh.rules, fresh.gate, old.adjustments, fresh.sizing, fresh.earlier);
    boolean isUntouched = old.adjustments.equals(fresh.adjustments);
    step(Cause.LEVERAGE, sized, isUntouched ? Result.ok(wanted) : exposures(sized), then);
    step(Cause.OVERRIDE, fresh, Result.ok(wanted), then);
    step(Cause.CHARGES, fresh, Result.ok(wanted), charged(then));
    step(
        Cause.EQUITY, fresh, Result.ok(wanted), new Holding(then.market, today.account, today.nav));
    step(Cause.PRICE, fresh, Result.ok(wanted), today);
    choices.ifPresent(
        made -> step(Cause.INSTRUMENT, fresh, Result.ok(wanted), today, Optional.of(made.today)));
    return steps;
  }

  private void step(
      Cause cause, Basis basis, Result<SortedMap<SleeveId, Ratio>> exposures, Holding holding) {
    step(cause, basis, exposures, holding, choices.map(Choices::then));
  }

  private void step(
      Cause cause,
      Basis basis,
      Result<SortedMap<SleeveId, Ratio>> exposures,
      Holding holding,
      Optional<List<InstrumentChoice>> chosen) {
    switch (exposures.then(found -> wanted(new Question(basis, chosen, found, holding)))) {
      case Result.Ok<SortedMap<InstrumentId, BigDecimal>> ok ->
          steps.add(new Step(cause, ok.value()));
      case Result.Refused<SortedMap<InstrumentId, BigDecimal>> refused -> {
        remarks.add(
            "the part of '"
                + cause.words()
                + "' is in that of the next: alone it is refused, "
                + refused.refusal());
        steps.add(
            new Step(
                cause, steps.isEmpty() ? new TreeMap<>() : steps.get(steps.size() - 1).wanted()));
      }
    }
  }

  /** Most steps exchange nothing that has changed, and what was just answered is not asked again. */
  private Result<SortedMap<InstrumentId, BigDecimal>> wanted(Question question) {
    Optional<Answer> known = answer.filter(last -> last.question.equals(question));
    if (known.isEmpty()) {
      answer = Optional.of(new Answer(question, question.asked()));
    }
    return answer.orElseThrow().wanted;
  }

  private static Result<SortedMap<SleeveId, Ratio>> exposures(Basis basis) {
    return basis
        .gate
        .decided()
        .then(
            estimate ->
                Decision.targets(
                    basis.rules,
                    basis.gate,
                    estimate,
                    basis.adjustments,
                    basis.sizing,
                    basis.earlier))
        .map(targets -> Decision.exposures(targets.parity()));
  }

  private static Basis basis(Decided decided) {
    DecisionInputs inputs = decided.inputs();
    return new Basis(
        inputs.rules(),
        decided.decision().gate(),
        PlanStages.adjusted(
            inputs.rules(), decided.decision().gate(), decided.seen(), inputs.adjustments()),
        Decision.sizing(inputs.rules(), decided.seen(), inputs.score(), inputs.brake()).orThrow(),
        inputs.earlier());
  }

  private static Holding holding(Decided decided) {
    return new Holding(decided.seen().market(), decided.seen().account(), decided.seen().nav());
  }

  /** What was held then, less the fees and funding paid since, at the prices of now. */
  private Holding charged(Holding then) {
    TreeMap<String, BigDecimal> paid = new TreeMap<>(now.inputs().charges());
    before
        .inputs()
        .charges()
        .forEach((unit, amount) -> paid.merge(unit, amount.negate(), BigDecimal::add));
    Money nav = then.nav;
    for (Map.Entry<String, BigDecimal> charge : paid.entrySet()) {
      nav = nav.minus(inNavCurrency(charge.getKey(), charge.getValue()));
    }
    return new Holding(then.market, then.account, nav);
  }

  /** A charge in NAV currency; what has no price is left to the change of equity, which it is in. */
  private Money inNavCurrency(String account, BigDecimal amount) {
    String[] unit = account.substring(account.indexOf(' ') + 1).split("@", 2);
    Currency nav = now.seen().nav().currency();
    Result<BigDecimal> price =
        unit.length < 2
            ? Result.refused(org.evenkeel.core.basics.RefusalReason.DATA_STALE, account)
            : Yardstick.of(now.inputs().rules().universe(), now.seen().market().quotes())
                .then(by -> by.price(Currency.of(unit[0]), VenueId.of(unit[1])));
    return switch (price) {
      case Result.Ok<BigDecimal> ok -> new Money(amount.multiply(ok.value()), nav);
      case Result.Refused<BigDecimal> refused -> {
        remarks.add("charges of " + account + " count as equity: " + refused.refusal().detail());
        yield Money.zero(nav);
      }
    };
  }
}
