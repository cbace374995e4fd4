package org.evenkeel.core.statement;

/** Why an order is as large as it is: the parts into which every order is taken apart. */
public enum Cause {
  /** There was no decision before. */
  FIRST_POSITION("first position"),
  /** Bars since the decision before, and what the estimate makes of them; a changed universe too. */
  COVARIANCE("covariance"),
  /** A position moves from one dated contract to the next, with what the newer contract's own prices make of the estimate. */
  ROLL("roll to the next contract"),
  /** Knobs of the configuration, usable equity, the scoreboard's cut. */
  LEVERAGE("volatility target and leverage"),
  /** Operators' overrides. */
  OVERRIDE("override"),
  /** Fees and funding since the decision before. */
  CHARGES("funding and fees"),
  /** Every other change of the portfolio's value: profit, loss, deposits, withdrawals. */
  EQUITY("equity"),
  /** The same value is more or fewer contracts at another price. */
  PRICE("price drift"),
  /** The exposure is held in another of its leg's instruments. */
  INSTRUMENT("choice of the instrument"),
  /** Margin at the venue, and limits. */
  CAP("cap"),
  /** Whole lots and the venue's smallest order. */
  LOTS("lot rounding"),
  /** The no-trade band. */
  BAND("no-trade band"),
  /** An open order, a lock, a venue that takes no orders, a coin off its peg. */
  HELD_BACK("held back"),
  /** The quality gate: reduce only, or a sleeve set aside. */
  GATE("quality gate"),
  /** A saved plan was carried out instead of the fresh one. */
  SAVED_PLAN("saved plan"),
  /** What the decision before wanted and did not get, and whatever else moved the position since. */
  UNFILLED("unfilled remainder"),
  /** It could not be taken apart; the explanation says why. */
  UNEXPLAINED("unexplained");

  private final String words;

  Cause(String words) {
    this.words = words;
  }

  /** What people call it. */
  public String words() {
    return words;
  }
}
