package org.evenkeel.shell.simvenue.exchange;

/** Whether a series may be traded; each venue has its own words for it. */
public enum SymbolState {
  /** Not listed yet. */
  PENDING,
  /** Everything may be traded. */
  TRADING,
  /** Nothing may be ordered or filled; orders can be canceled. */
  HALTED,
  /** Only orders that rest are taken. */
  POST_ONLY,
  /** Before delivery: only orders that reduce are taken. */
  SETTLING,
  /** Delivered, for ever. */
  DELIVERED;

  /** Whether orders that rest are filled. */
  boolean fills() {
    return this == TRADING || this == POST_ONLY || this == SETTLING;
  }
}
