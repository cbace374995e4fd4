package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.calendar.SlotMove;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.OverrideScope;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.WalletTransfer;

/**
 * The operator's hand: everything is a row with author and reason, written without the lease and read by the daemon.
 *
 * <p>Works while the daemon is down; throws {@link JournalUnavailable} if the database does not answer.
 */
public interface Controls {

  void setTradingState(TradingState state, String author, String reason);

  /**
   * Adds an override and returns it with its number.
   *
   * @param wanted what is ordered; its number is not looked at
   * @param seen the numbers of those in force that the author has seen; refused if others are in force now, because two
   *     who order at once would not know what both orders do together
   */
  Result<OperatorOverride> setOverride(OperatorOverride wanted, Optional<List<Long>> seen);

  /** The same for one sleeve, whatever else is in force. */
  default OperatorOverride addOverride(
      SleeveId sleeve,
      OperatorOverride.Kind kind,
      Ratio value,
      String author,
      String reason,
      Instant from,
      Instant until) {
    return setOverride(
            new OperatorOverride(
                0, OverrideScope.of(sleeve), kind, value, author, reason, from, until),
            Optional.empty())
        .orThrow();
  }

  /** Ends an override now; false if there is none of this number in force. */
  boolean expireOverride(long id, String author, String reason, Instant at);

  /** Asks for a cycle now and returns the request's number. */
  long requestRun(String author, String reason);

  /** Asks for a cycle now that trades these sleeves only, and returns the request's number. */
  long requestRebalance(SortedSet<SleeveId> only, String author, String reason);

  /** Moves an appointment; false if it has its decision already. */
  boolean moveSlot(SlotMove move, String author, String reason);

  /** Lets one appointment pass without a decision; false if that is recorded already. */
  boolean skipSlot(Instant dueAt, String author, String reason);

  /** Answers for a difference between the books and a second source of executions; false if none of this number stands. */
  boolean acceptGap(long number, String author, String reason);

  /** Sends the daemon to do something once, beside its schedule, and returns the errand's number. */
  long send(Errand.Kind kind, String subject, String author, String reason);

  /** The same for an errand that is about all. */
  default long send(Errand.Kind kind, String author, String reason) {
    return send(kind, "", author, reason);
  }

  /** Asks for a cycle now that carries a saved plan out, and returns the request's number. */
  long requestPlan(SavedPlan plan, String author, String reason);

  /**
   * Says what money is that has left; false if there is no such flow to be explained. Money that came in needs two persons,
   * see {@link AccountingRequests}, and is an error here.
   */
  boolean classifyFlow(long number, FlowClass as, String author, String reason, Instant at);

  /** What the bot may start by. */
  ConfigControls configs();

  /** Asks for a transfer that one person may ask for, and returns its number. */
  long requestTransfer(WalletTransfer transfer, String author, String reason);

  /** Says that nothing more is to be expected of a transfer; false if there is none of this number that is open. */
  boolean giveUpTransfer(long number, String author, String reason);
}
