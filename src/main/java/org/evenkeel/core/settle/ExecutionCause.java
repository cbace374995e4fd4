package org.evenkeel.core.settle;

/** Why something was executed: because of an order that somebody sent, or because the venue itself closed a position. */
public enum ExecutionCause {
  /** An order, ours or another's. */
  ORDER,
  /** The account's margin no longer covered the position. */
  LIQUIDATION,
  /** Auto-deleveraging: the position was closed against that of a bankrupt account. */
  ADL,
  /** A dated contract ended and was settled. */
  DELIVERY
}
