package org.evenkeel.core.policy;

import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.data.Purse;

/**
 * Whether a change of a person raises any number of risk: what may be held or added, leverage, volatility target, limit.
 *
 * <p>What lowers needs one person, what raises needs two. What is held already is not raised by leaving it alone, so
 * that everybody alone can stop trading.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class RiskChange {

  private RiskChange() {}

  /** A new trading state raises if it lets orders add that could not before, or if it ends a flatten. */
  public static boolean ofState(TradingState from, TradingState to) {
    boolean addsAgain = to.mayAddRisk() && !from.mayAddRisk();
    return addsAgain || (from == TradingState.FLATTENING && to != TradingState.FLATTENING);
  }

  /** An override raises only if it shares the risk of what it takes out among the others. */
  public static boolean ofOverride(OperatorOverride.Kind kind) {
    return switch (kind) {
      case EXCLUDE -> true;
      case CAP, MULTIPLIER, RISK_CAP, REDUCE_ONLY, FREEZE_WEIGHT, CLOSE, NO_TRADE -> false;
    };
  }

  /** The early end of an override raises: each permits less than none. */
  public static boolean ofOverrideEnd() {
    return true;
  }

  /** A lock lowers, its end raises. */
  public static boolean ofLock(boolean isLock) {
    return !isLock;
  }

  /** A transfer raises if it takes money from where it carries futures: liquidation comes nearer. */
  public static boolean ofTransfer(Purse from, Purse to) {
    return from.carriesMargin() && !to.carriesMargin();
  }

  /** A limit, a leverage, a volatility target or the capital raises if it becomes larger. */
  public static boolean ofNumber(Ratio before, Ratio after) {
    return after.compareTo(before) > 0;
  }
}
