package org.evenkeel.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.parity.GroupCap;

/** Whether an override makes sense beside those in force. This class is stateless and thread-safe. */
public final class OverrideCheck {

  private OverrideCheck() {}

  /** The reason why an override must not be added, or empty if it may. */
  public static Optional<Refusal> objection(
      Universe universe, List<OperatorOverride> inForce, OperatorOverride wanted) {
    List<OperatorOverride> all = new ArrayList<>(inForce);
    all.add(wanted);
    return concernsNothing(universe, wanted)
        .or(() -> stablecoin(universe, wanted))
        .or(() -> excludesEverything(universe, all))
        .or(() -> risksDoNotAddUp(universe, all));
  }

  private static Optional<Refusal> concernsNothing(Universe universe, OperatorOverride wanted) {
    boolean concerns =
        !Mandates.touched(universe, wanted.scope()).isEmpty() || isCash(universe, wanted);
    return concerns
        ? Optional.empty()
        : no(wanted.scope() + " concerns no sleeve and no coin of this configuration");
  }

  private static boolean isCash(Universe universe, OperatorOverride wanted) {
    return universe.stablecoins().stream()
        .map(StablecoinShare::instrument)
        .anyMatch(wanted.scope()::names);
  }

  private static Optional<Refusal> stablecoin(Universe universe, OperatorOverride wanted) {
    boolean stopsTrading =
        wanted.kind() == OperatorOverride.Kind.NO_TRADE
            || wanted.kind() == OperatorOverride.Kind.FREEZE_WEIGHT;
    return stopsTrading || !Mandates.touched(universe, wanted.scope()).isEmpty()
        ? Optional.empty()
        : no(wanted.scope() + " is a stablecoin: only no-trade and freeze-weight are for cash");
  }

  private static Optional<Refusal> excludesEverything(
      Universe universe, List<OperatorOverride> all) {
    TreeSet<SleeveId> left = new TreeSet<>();
    Mandates.of(universe, all)
        .sleeves()
        .forEach(
            (sleeve, mandate) -> {
              if (!mandate.isExcluded()) {
                left.add(sleeve);
              }
            });
    boolean hasExclusion =
        all.stream().anyMatch(each -> each.kind() == OperatorOverride.Kind.EXCLUDE);
    return hasExclusion && left.isEmpty()
        ? no(
            "no sleeve would be left to share the risk; to hold nothing use close on the book,"
                + " or the command 'flatten'")
        : Optional.empty();
  }

  /** Shares of the risk of all that is held add up to one: caps that leave less for everything leave nothing. */
  private static Optional<Refusal> risksDoNotAddUp(Universe universe, List<OperatorOverride> all) {
    TreeSet<SleeveId> uncapped = new TreeSet<>(Mandates.of(universe, all).sleeves().keySet());
    Ratio sum = Ratio.ZERO;
    for (GroupCap cap : Mandates.of(universe, all).caps()) {
      if (cap.measure() == GroupCap.Measure.RISK) {
        uncapped.removeAll(cap.members());
        sum = sum.plus(cap.limit());
      }
    }
    return uncapped.isEmpty() && sum.compareTo(Ratio.ONE) < 0
        ? no(
            "the caps on risk would leave "
                + sum
                + " of it for all sleeves together, but what is held bears all of it;"
                + " to hold less use a cap on exposure or a multiplier")
        : Optional.empty();
  }

  private static Optional<Refusal> no(String why) {
    return Optional.of(Refusal.of(RefusalReason.OVERRIDE, why));
  }
}
