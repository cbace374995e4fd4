package org.evenkeel.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.gate.GatedEstimate;
import org.evenkeel.core.parity.ActiveConstraint;
import org.evenkeel.core.parity.GroupCap;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.RiskParitySolution;
import org.evenkeel.core.parity.SleeveAdjustments;

/**
 * The caps without which a decision would have wanted more of a sleeve, found by deciding again without each of them.
 *
 * <p>Bounds of the solver bind by their multipliers, and the overlay by its own account.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param name the cap, such as 'risk.max_gross_leverage_ratio'
 * @param detail with the figures
 */
public record BindingCaps(String name, String detail) {

  /** Larger than any cap. */
  private static final double NO_CAP = 1e6;

  /** Exposures have twelve digits after the point. */
  private static final double SAME = 1e-9;

  /** The caps of a sleeve that bind in a decision; none if it was refused. */
  public static List<BindingCaps> of(DecisionInputs inputs, SleeveId sleeve) {
    return Decision.from(inputs) instanceof Result.Ok<Decision> ok
        ? new Search(inputs, ok.value(), sleeve).all()
        : List.of();
  }

  /** Decides again and again. */
  private static final class Search {

    private final DecisionInputs inputs;
    private final Decision decision;
    private final SleeveId sleeve;
    private final double wanted;
    private final List<BindingCaps> found = new ArrayList<>();

    Search(DecisionInputs inputs, Decision decision, SleeveId sleeve) {
      this.inputs = inputs;
      this.decision = decision;
      this.sleeve = sleeve;
      this.wanted = exposure(decision);
    }

    List<BindingCaps> all() {
      if (inputs.adjustments().excluded().contains(sleeve)) {
        return List.of(
            new BindingCaps("override exclude", "the sleeve is left out by an override"));
      }
      settings();
      overrides();
      solver();
      decision
          .overlay()
          .binding()
          .ifPresent(
              scale ->
                  found.add(
                      new BindingCaps(
                          scale.cause(),
                          "everything times " + scale.factor() + ": " + scale.detail())));
      if (decision.plan().marginScale().compareTo(Ratio.ONE) < 0) {
        found.add(
            new BindingCaps(
                "margin",
                "the money in the futures wallets carries "
                    + percent(decision.plan().marginScale().value().doubleValue())
                    + " of what is wanted"));
      }
      return List.copyOf(found);
    }

    private void settings() {
      ParitySettings now = inputs.rules().parity();
      without(
          "risk.max_gross_leverage_ratio",
          parity(now, NO_CAP, now.maxSleeveExposure()),
          inputs.adjustments());
      without(
          "risk.max_sleeve_exposure_ratio",
          parity(now, now.maxGrossLeverage(), NO_CAP),
          inputs.adjustments());
    }

    private static ParitySettings parity(ParitySettings now, double gross, double each) {
      return new ParitySettings(
          now.targetVolatilityAnnual(),
          gross,
          each,
          now.tolerance(),
          now.maxIterations(),
          now.acceptedResidual(),
          now.principle());
    }

    private void overrides() {
      SleeveAdjustments now = inputs.adjustments();
      ParitySettings parity = inputs.rules().parity();
      if (now.exposureCaps().containsKey(sleeve)) {
        TreeMap<SleeveId, Ratio> caps = new TreeMap<>(now.exposureCaps());
        caps.remove(sleeve);
        without(
            "override cap " + now.exposureCaps().get(sleeve),
            parity,
            new SleeveAdjustments(caps, now.multipliers(), now.excluded(), now.groupCaps()));
      }
      if (now.multipliers().containsKey(sleeve)) {
        TreeMap<SleeveId, Ratio> factors = new TreeMap<>(now.multipliers());
        factors.remove(sleeve);
        without(
            "override multiplier " + now.multipliers().get(sleeve),
            parity,
            new SleeveAdjustments(now.exposureCaps(), factors, now.excluded(), now.groupCaps()));
      }
      for (GroupCap cap : now.groupCaps()) {
        if (cap.members().contains(sleeve)) {
          List<GroupCap> others = new ArrayList<>(now.groupCaps());
          others.remove(cap);
          without(
              "override cap on "
                  + cap.measure().name().toLowerCase(Locale.ROOT)
                  + " "
                  + cap.limit()
                  + " of "
                  + cap.members(),
              parity,
              new SleeveAdjustments(now.exposureCaps(), now.multipliers(), now.excluded(), others));
        }
      }
    }

    /** The bounds of weights by sleeve and class, which the solver has had. */
    private void solver() {
      List<ActiveConstraint> active =
          decision.parity().solution() instanceof RiskParitySolution solution
              ? solution.certificate().active()
              : List.of();
      for (ActiveConstraint each : active) {
        boolean isOwn =
            each.kind() == ActiveConstraint.Kind.ROW || each.name().equals(sleeve.value());
        if (isOwn && each.kind() != ActiveConstraint.Kind.LOWER) {
          found.add(
              new BindingCaps(
                  (each.kind() == ActiveConstraint.Kind.ROW ? "weight rule " : "weight cap of ")
                      + each.name(),
                  String.format(
                      Locale.ROOT, "binds in the solution, multiplier %.3g", each.multiplier())));
        }
      }
    }

    private void without(String name, ParitySettings parity, SleeveAdjustments adjustments) {
      DecisionInputs other = inputs.under(inputs.rules().with(parity), adjustments);
      if (Decision.from(other, new SameEstimate()) instanceof Result.Ok<Decision> ok) {
        double more = exposure(ok.value());
        if (more > wanted + SAME) {
          found.add(
              new BindingCaps(
                  name, "wanted is " + percent(wanted) + " of NAV, without it " + percent(more)));
        }
      }
    }

    private double exposure(Decision of) {
      Ratio exposure = Decision.exposures(of.parity()).get(sleeve);
      return exposure == null ? 0 : Math.abs(exposure.value().doubleValue());
    }

    private static String percent(double ratio) {
      return String.format(Locale.ROOT, "%.2f %%", 100 * ratio);
    }

    /** The estimate does not depend on caps. */
    private final class SameEstimate implements DecisionStages {
      @Override
      public GatedEstimate gate(DecisionRules rules, Observation seen) {
        return decision.gate();
      }
    }
  }
}
