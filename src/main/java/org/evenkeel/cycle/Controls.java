package org.evenkeel.cycle;

import java.time.Instant;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.settle.FlowClass;

/**
 * The operator's hand: everything is a row with author and reason, written without the lease and read by the daemon.
 *
 * <p>Works while the daemon is down; throws {@link JournalUnavailable} if the database does not answer.
 */
public interface Controls {

  void setTradingState(TradingState state, String author, String reason);

  /** Adds an override and returns it with its number. */
  OperatorOverride addOverride(
      SleeveId sleeve,
      OperatorOverride.Kind kind,
      Ratio value,
      String author,
      String reason,
      Instant from,
      Instant until);

  /** Ends an override now; false if there is none of this number in force. */
  boolean expireOverride(long id, String author, String reason, Instant at);

  /** Asks for a cycle now and returns the request's number. */
  long requestRun(String author, String reason);

  /** Asks for a cycle now that carries a saved plan out, and returns the request's number. */
  long requestPlan(SavedPlan plan, String author, String reason);

  /**
   * Says what money is that has left; false if there is no such flow to be explained. Money that came in needs two persons,
   * see {@link AccountingRequests}, and is an error here.
   */
  boolean classifyFlow(long number, FlowClass as, String author, String reason, Instant at);
}
