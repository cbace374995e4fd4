package org.evenkeel.core.policy.watch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Ratio;

/** The comparison of what the venues show with what the engine says. Stateless and thread-safe. */
final class Disagreement {

  private static final int NAMED = 5;

  private Disagreement() {}

  /** What is held otherwise than the engine says, if it is worth more than the tolerance, or if nothing says its worth. */
  static Optional<String> of(WatchFigures figures, EngineClaim claim, Ratio tolerance) {
    TreeMap<String, BigDecimal> said = new TreeMap<>(claim.coins());
    claim.positions().forEach((id, amount) -> said.put(id.value(), amount));
    List<String> words = new ArrayList<>();
    BigDecimal worth = BigDecimal.ZERO;
    for (Carried each : figures.carried()) {
      BigDecimal claimed = said.getOrDefault(each.name(), BigDecimal.ZERO);
      said.remove(each.name());
      BigDecimal gap = each.held().subtract(claimed).abs();
      if (gap.signum() != 0) {
        worth = worth.add(each.value(gap).abs());
        words.add(line(each.name(), Decimals.text(each.held()), claimed));
      }
    }
    said.values().removeIf(amount -> amount.signum() == 0);
    boolean isUnpriced = !said.isEmpty();
    said.forEach((name, amount) -> words.add(line(name, "none", amount)));
    BigDecimal most = tolerance.value().multiply(figures.nav().max(BigDecimal.ZERO));
    return isUnpriced || worth.compareTo(most) > 0
        ? Optional.of(
            "the venues and the engine differ by "
                + WatchVerdict.money(worth)
                + " "
                + figures.currency()
                + ", the tolerance is "
                + WatchVerdict.money(most)
                + ": "
                + told(words))
        : Optional.empty();
  }

  private static String line(String name, String shown, BigDecimal claimed) {
    return name + " " + shown + " at the venue, " + Decimals.text(claimed) + " by the engine";
  }

  private static String told(List<String> words) {
    return words.size() <= NAMED
        ? String.join(", ", words)
        : String.join(", ", words.subList(0, NAMED)) + " and " + (words.size() - NAMED) + " more";
  }
}
