package org.evenkeel.core.policy;

/**
 * Why something is locked, who ends that, and what may still be sent: the one place where this is written down.
 *
 * <p>An instrument that is locked is never planned. An order that only reduces may still go out, because refusing it would
 * keep the risk, unless the lock puts in doubt what an order means or who else sends orders: then nothing is sent.
 * Orders can be canceled whatever is locked.
 */
public enum LockCause {
  /** Ledger and venue disagree about a position. */
  POSITION_DIFFERS(Owner.CAUSE, Permits.REDUCING, "ledger and venue differ in the position"),
  /** Ledger and venue disagree about a balance. */
  BALANCE_DIFFERS(Owner.CAUSE, Permits.REDUCING, "ledger and venue differ in the balance"),
  /** An order that nobody here has decided is open on the account. */
  FOREIGN_ORDER(Owner.CAUSE, Permits.REDUCING, "an order that is not this bot's is open"),
  /** Another bot of this product, with a database of its own, trades the same account. */
  OTHER_DEPLOYMENT(Owner.OPERATOR, Permits.NOTHING, "another deployment trades this account"),
  /** The venue knows orders of this database that it has forgotten: it was restored from an older copy. */
  DATABASE_BEHIND(Owner.OPERATOR, Permits.NOTHING, "the database has lost orders that were sent"),
  /** The venue executed something that was no order of the bot: a trade by hand. */
  EXTERNAL_FILL(Owner.OPERATOR, Permits.REDUCING, "the venue executed an order that is not ours"),
  /** The venue closed a position for want of margin; trading is halted besides. */
  LIQUIDATION(Owner.OPERATOR, Permits.REDUCING, "the venue liquidated a position"),
  /** The venue closed a position in profit against a bankrupt account: a hedge may have lost its other leg. */
  ADL(Owner.OPERATOR, Permits.REDUCING, "the venue closed a position by auto-deleveraging"),
  /** The venue executed an order after it had been closed. */
  LATE_FILL(Owner.OPERATOR, Permits.REDUCING, "the venue executed an order that had ended"),
  /** Contract size, tick or limits of an instrument have changed. */
  SPEC_CHANGED(Owner.OPERATOR, Permits.NOTHING, "the venue changed the specification"),
  /** More orders one way within a short time than any decision needs: a loop that must not go on. */
  REPEATED_EXECUTION(
      Owner.OPERATOR, Permits.REDUCING, "more orders of one side than the window allows"),
  /** A person wants it so. */
  OPERATOR(Owner.OPERATOR, Permits.REDUCING, "locked by hand");

  /** Who ends a lock; nobody else can. */
  public enum Owner {
    /** It ends by itself when its cause is gone. */
    CAUSE,
    /** A person ends it. */
    OPERATOR
  }

  /** What may still be sent. */
  public enum Permits {
    /** Orders that only reduce a position. */
    REDUCING,
    NOTHING
  }

  private final Owner owner;
  private final Permits permits;
  private final String meaning;

  LockCause(Owner owner, Permits permits, String meaning) {
    this.owner = owner;
    this.permits = permits;
    this.meaning = meaning;
  }

  public Owner owner() {
    return owner;
  }

  /** What a lock of this cause still permits where it is about one instrument or wallet. */
  public Permits permits() {
    return permits;
  }

  /** What has happened, in words. */
  public String meaning() {
    return meaning;
  }

  /** True if two persons must agree before it is cleared; a lock by hand is taken back by one. */
  public boolean needsAcknowledgement() {
    return owner == Owner.OPERATOR && this != OPERATOR;
  }
}
