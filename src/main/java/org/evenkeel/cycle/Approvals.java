package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.RequestRow;

/**
 * The bot's side of the rule of two; part of the {@link Journal} and of its transactions.
 *
 * <p>A request is concluded at most once, whatever dies in between: {@link #conclude} belongs into the transaction of what
 * was asked for.
 */
public interface Approvals {

  /** The requests that were approved in time and not concluded, oldest first. */
  List<RequestRow> approved();

  /** Sets the trading state as two persons have agreed. */
  void setTradingState(RequestRow request, TradingState state);

  /** Ends an override as two persons have agreed; false if it is not in force. */
  boolean endOverride(RequestRow request, long id, Instant at);

  /** Takes a lock by hand back as two persons have agreed; false if there is none. */
  boolean unlock(RequestRow request, String subject, Instant at);

  /** Records what came of a request, with an audit row; throws if it has an outcome or is not approved any more. */
  void conclude(RequestRow request, boolean isDone, String outcome);
}
