package org.evenkeel.core.policy;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.plan.TradeRule;

/**
 * What the overrides leave of one sleeve.
 *
 * <p>Mandates are a join-semilattice: {@link #and} is associative, commutative and idempotent, {@link #free} is its
 * neutral element, and nothing that is joined ever permits more. Multipliers are kept by the number of their override
 * and multiplied at the end, so that an override that is met twice counts once.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param rule the strictest rule of trading
 * @param isClosed whether nothing of it is wanted, also where a stricter rule keeps it from being sold
 * @param multipliers the multipliers by the number of their override
 * @param isExcluded whether the sleeve leaves the problem
 */
public record Mandate(
    TradeRule rule, boolean isClosed, SortedMap<Long, Ratio> multipliers, boolean isExcluded) {

  public Mandate {
    multipliers = Collections.unmodifiableSortedMap(new TreeMap<>(multipliers));
  }

  /** Nothing is changed. */
  public static Mandate free() {
    return new Mandate(TradeRule.FREE, false, new TreeMap<>(), false);
  }

  /** What one override leaves; caps are of groups and not of a sleeve, see {@link Mandates}. */
  public static Mandate of(OperatorOverride override) {
    TreeMap<Long, Ratio> multipliers = new TreeMap<>();
    if (override.kind() == OperatorOverride.Kind.MULTIPLIER) {
      multipliers.put(override.id(), override.value());
    }
    return new Mandate(
        rule(override.kind()),
        override.kind() == OperatorOverride.Kind.CLOSE,
        multipliers,
        override.kind() == OperatorOverride.Kind.EXCLUDE);
  }

  /** The rule of trading that a kind of override means. */
  static TradeRule rule(OperatorOverride.Kind kind) {
    return switch (kind) {
      case CAP, MULTIPLIER, EXCLUDE, RISK_CAP -> TradeRule.FREE;
      case REDUCE_ONLY -> TradeRule.REDUCE_ONLY;
      case FREEZE_WEIGHT -> TradeRule.KEEP;
      case CLOSE -> TradeRule.CLOSE;
      case NO_TRADE -> TradeRule.NO_TRADE;
    };
  }

  /** What both leave. */
  public Mandate and(Mandate other) {
    TreeMap<Long, Ratio> all = new TreeMap<>(multipliers);
    other.multipliers.forEach(
        (id, ratio) -> all.merge(id, ratio, (a, b) -> a.compareTo(b) <= 0 ? a : b));
    return new Mandate(
        rule.and(other.rule), isClosed || other.isClosed, all, isExcluded || other.isExcluded);
  }

  /** The factor on the solved exposure, 0 to 1: the product of the multipliers, and zero for what is to be closed. */
  public Ratio factor() {
    return isClosed ? Ratio.ZERO : multipliers.values().stream().reduce(Ratio.ONE, Ratio::times);
  }
}
