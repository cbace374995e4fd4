package org.evenkeel.core.plan;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;

/**
 * The way from what is held to what should be held.
 *
 * @param nav the portfolio's value for which it was sized
 * @param marginScale factor applied to every futures target so that margin suffices; 1 if it did anyway
 * @param targets one row per instrument, in order of name
 * @param legs what to trade, in sequence
 * @param skips what is not traded, with reasons
 */
public record RebalancePlan(
    Money nav,
    Ratio marginScale,
    List<TargetPosition> targets,
    List<PlannedLeg> legs,
    List<Skip> skips) {

  public RebalancePlan {
    targets = List.copyOf(targets);
    legs = List.copyOf(legs);
    skips = List.copyOf(skips);
  }

  /** The same plan with more trades named that are not made. */
  public RebalancePlan withSkips(List<Skip> more) {
    List<Skip> all = new ArrayList<>(skips);
    all.addAll(more);
    return new RebalancePlan(nav, marginScale, targets, legs, all);
  }

  /** The hash of the whole plan: the same inputs must give the same hash on every machine. */
  public ContentHash hash() {
    StringBuilder text = new StringBuilder(nav + " " + marginScale);
    targets.forEach(target -> text.append('\n').append(target));
    legs.forEach(leg -> text.append('\n').append(leg));
    skips.forEach(skip -> text.append('\n').append(skip));
    return ContentHash.ofText(text.toString());
  }
}
