package org.evenkeel.core.basics;

/**
 * The closed list of reasons for which the bot declines to go on.
 *
 * <p>Each constant says when it is used and what the operator does about it.
 */
public enum RefusalReason {
  /** An input is malformed: NaN, wrong size, not symmetric. Operator: a bug or a broken feed; look at the detail. */
  INVALID_INPUT,
  /** Too few closed bars in the window. Operator: wait, or take the instrument out of the universe. */
  COVERAGE_TOO_LOW,
  /** The newest data is older than allowed. Operator: look at the venue; nothing trades until it is fresh. */
  DATA_STALE,
  /** A price jumped further than the filter allows. Operator: confirm the print elsewhere. */
  DATA_OUTLIER,
  /** The covariance cannot carry a decision: condition number, rank or floor. Operator: look at `risk`. */
  ESTIMATE_POOR,
  /** The solver met no certificate. The last targets are held. Operator: look at the cycle's detail. */
  SOLVER_UNCERTIFIED,
  /** The problem has no risk-parity solution: a long-only combination without risk. Operator: remove the hedge. */
  NO_SOLUTION,
  /** The constraints contradict each other. Operator: correct bounds or budgets. */
  INFEASIBLE,
  /** The change is too small to be worth its cost. Operator: nothing. */
  INSIDE_NO_TRADE_BAND,
  /** A stablecoin trades too far under its peg to be bought, and is not sold in panic. Operator: decide what to hold. */
  OFF_PEG,
  /** The order would be under the venue's smallest quantity or notional. Operator: nothing, or a larger account. */
  BELOW_VENUE_MINIMUM,
  /** A limit would be exceeded. Operator: `limits` in the configuration, or wait. */
  LIMIT,
  /** The trading state forbids it: paused, reduce-only or halted. Operator: `resume`. */
  TRADING_STATE,
  /** The instrument is frozen: unresolved attempt, break, changed specification. Operator: `orders`, `status`. */
  INSTRUMENT_FROZEN,
  /** An operator's override forbids it. Operator: `override list`. */
  OVERRIDE,
  /** Free margin or balance does not suffice. Operator: add funds or lower leverage. */
  INSUFFICIENT_FUNDS,
  /** The venue did not answer, or answered nonsense. Operator: nothing; it is read again. */
  VENUE_UNAVAILABLE,
  /** The venue answered that the request is not acceptable. Operator: look at the code in the detail. */
  VENUE_REJECTED,
  /** The orders allowed for one intent did not fill it. Operator: nothing, the next cycle goes on; or a wider collar. */
  UNFILLED,
  /** At fresh prices less is wanted than was decided, such as when fees have made the portfolio smaller. Operator: nothing. */
  NOT_WANTED,
  /** What is held is not what the plan was made for. Operator: nothing; the next decision starts from what is held. */
  PLAN_STALE,
  /** The steps of a plan are not proven to be safe, or others than the proven are to be sent. Operator: the detail. */
  PLAN_UNPROVED,
  /** Our clock and the venue's are too far apart. Operator: synchronize the host's clock. */
  CLOCK_OFFSET,
  /** The venue knows no such instrument or it does not trade now. Operator: correct the universe. */
  INSTRUMENT_NOT_TRADING,
  /** Our ledger and the venue disagree. Operator: `status` shows the break. */
  POSITION_BREAK,
  /** Another process leads. Operator: nothing. */
  NOT_LEADER,
  /** The slot was due too long ago. Operator: nothing; the next slot runs. */
  SLOT_TOO_LATE,
  /** The slot already has its decision. Operator: nothing. */
  SLOT_ALREADY_DECIDED,
  /** The previous cycle was still running. Operator: lengthen the period. */
  BUSY,
  /** The database did not answer. Operator: look at the database; the bot resumes by itself. */
  JOURNAL_UNAVAILABLE,
  /** The process stopped in mid-cycle. Operator: nothing; what was open has been resolved. */
  INTERRUPTED,
  /** Two persons are needed, or their time is over. Operator: `approvals`, and ask again. */
  APPROVAL
}
