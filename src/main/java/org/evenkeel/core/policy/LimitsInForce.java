package org.evenkeel.core.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The limits at an instant: those of the configuration, what operators have set for a time, and above both the hard ones.
 *
 * <p>What is set later replaces what was set earlier. What allows more than what is in force without it counts only if
 * two persons have agreed; a row of one person, or of nobody, is passed over. The same holds for the early end of a
 * limit that was lowered. What is set beyond a hard limit is cut to that.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param values what holds
 * @param set the settings that hold, by limit
 * @param canary what makes the values small for a while, if something does
 */
public record LimitsInForce(
    LimitValues values, SortedMap<LimitName, LimitOverride> set, Optional<Canary> canary) {

  public LimitsInForce {
    set = Collections.unmodifiableSortedMap(new TreeMap<>(set));
  }

  /**
   * What holds.
   *
   * @param configured what the configuration says
   * @param hard the hard limits
   * @param overrides what operators have set, in the order of their numbers
   * @param at the bot's time
   */
  public static LimitsInForce of(
      LimitValues configured, HardLimits hard, List<LimitOverride> overrides, Instant at) {
    LimitValues values = hard.tighten(configured);
    TreeMap<LimitName, LimitOverride> set = new TreeMap<>();
    for (LimitOverride each : overrides) {
      if (counts(each, values, at)) {
        values = hard.tighten(values.with(each.name(), each.value()));
        set.put(each.name(), each);
      }
    }
    return new LimitsInForce(values, set, Optional.empty());
  }

  /** The same, small if something is new: the last step, whoever has set what. */
  public LimitsInForce under(Optional<Canary> small) {
    return small.map(canary -> new LimitsInForce(canary.of(values), set, small)).orElse(this);
  }

  private static boolean counts(LimitOverride each, LimitValues before, Instant at) {
    boolean raises = before.isRaisedBy(each.name(), each.value());
    boolean isTakenBack = each.isEnded(at) && (raises || each.end().orElseThrow().isAgreed());
    return each.isWithin(at)
        && !isTakenBack
        && (!raises || each.isAgreed())
        && each.name().key().objection(each.value()).isEmpty();
  }
}
