package org.evenkeel.core.plan;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;

/**
 * How far an instrument may be traded by order of a person, from the mildest to the strictest.
 *
 * <p>Of several rules for one instrument the strictest holds, which is the later constant: left out before no trade
 * before close before keep before reduce-only before free.
 * No rule permits an order that a milder one refuses, so a stricter rule never adds to a position.
 * What keeps a position may keep risk that would have been taken off.
 */
public enum TradeRule {
  /** Whatever the plan says. */
  FREE,
  /** Only toward zero. */
  REDUCE_ONLY,
  /** The plan leaves it as it is; what only reduces may still be sent by a safety rule. */
  KEEP,
  /** The plan closes it; nothing opens it again. */
  CLOSE,
  /** No order at all, in either direction. */
  NO_TRADE,
  /** No order in this decision, which is limited to other sleeves. */
  LEFT_OUT;

  /** The stricter of two: associative, commutative and idempotent. */
  public TradeRule and(TradeRule other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** True if an order may be sent; {@code reduces} if it can only bring the position toward zero. */
  public boolean permits(boolean reduces) {
    return this == FREE || (reduces && compareTo(NO_TRADE) < 0);
  }

  /** The rules of two tables, the stricter where both have one. */
  public static SortedMap<InstrumentId, TradeRule> both(
      Map<InstrumentId, TradeRule> one, Map<InstrumentId, TradeRule> other) {
    TreeMap<InstrumentId, TradeRule> rules = new TreeMap<>(one);
    other.forEach((instrument, rule) -> rules.merge(instrument, rule, TradeRule::and));
    return Collections.unmodifiableSortedMap(rules);
  }

  /** The rule in words. */
  public String inWords() {
    return switch (this) {
      case FREE -> "free";
      case REDUCE_ONLY -> "reduce-only";
      case KEEP -> "freeze-weight";
      case CLOSE -> "close";
      case NO_TRADE -> "no-trade";
      case LEFT_OUT -> "a decision that is limited to other sleeves";
    };
  }
}
