package org.evenkeel.shell.simulate;

/**
 * A way in which the world around the bot goes wrong; the number is the strongest chance that a seed may draw for it.
 *
 * <p>Chances are per order, per reading, per bell or per pause, as each constant says.
 */
public enum Fault {
  /** The venue takes the order and the answer is lost; per order. */
  LOST_ACK(0.3, Moment.ORDER),
  /** The request is lost before it reaches the venue; per order. */
  NEVER_ARRIVES(0.3, Moment.ORDER),
  /** The request reaches the venue after the sender gave up, sometimes after its expiry; per order. */
  LATE_ARRIVAL(0.3, Moment.ORDER),
  /** The venue answers with a code that says neither yes nor no; per order. */
  AMBIGUOUS_CODE(0.3, Moment.ORDER),
  /** The venue refuses with a code that proves that there is no order; per order. */
  DEFINITIVE_REJECT(0.2, Moment.ORDER),
  /** The venue takes the order without its time in force; per order. */
  DROPPED_FLAG(0.05, Moment.ORDER),
  /** The venue acknowledges the order and rejects it afterwards; per order. */
  ASYNC_REJECT(0.2, Moment.ORDER),
  /** The answer comes late, but comes; per order. */
  SLOW_ACK(0.2, Moment.ORDER),
  /** A part of the order is filled; per order. */
  PARTIAL_FILL(0.6, Moment.ORDER),
  /** Nothing of the order is filled; per order. */
  MISSED_FILL(0.4, Moment.ORDER),
  /** A reading is not answered; per reading. */
  READ_FAILS(0.15, Moment.CALL),
  /** Orders become visible with a delay up to what the venue is trusted with; per order. */
  ORDER_LAG(0.8, Moment.ORDER),
  /** Orders are shown as working for a while after they closed; per order. */
  STATUS_LAG(0.8, Moment.ORDER),
  /** Fills become visible with a delay up to what the venue is trusted with; per order. */
  FILL_LAG(0.8, Moment.ORDER),
  /** The venue claims to hold no position and no money; per reading of the account. */
  EMPTY_ACCOUNT(0.1, Moment.READING),
  /** The venue shows twice what is really held of an instrument, for a while; per pause. */
  GHOST_POSITION(0.06, Moment.PAUSE),
  /** The clock of this host jumps; per bell. */
  CLOCK_JUMP(0.05, Moment.BELL),
  /** A transaction fails before it has an effect; per bell. */
  JOURNAL_FAILS(0.3, Moment.CALL),
  /** A transaction takes effect and its confirmation is lost; per bell. */
  COMMIT_UNKNOWN(0.3, Moment.CALL),
  /** The database is away for a while; per bell. */
  JOURNAL_DOWN(0.1, Moment.BELL),
  /** The process dies before or after a call; per bell. */
  CRASH(0.5, Moment.CALL),
  /** The process stands still at a call while another one takes over; per bell. */
  TAKEOVER(0.3, Moment.CALL),
  /** The operator changes the trading state, adds or ends an override, or asks for a cycle; per pause. */
  OPERATOR(0.4, Moment.PAUSE),
  /** The operator acts in the middle of whatever the bot is doing; per bell. */
  OPERATOR_IN_CYCLE(0.3, Moment.CALL),
  /** Somebody trades on the account by hand; per pause. */
  MANUAL_TRADE(0.1, Moment.PAUSE),
  /** Funding is paid or received; per pause. */
  FUNDING(0.5, Moment.PAUSE),
  /** The bell for decisions does not ring; per slot. */
  MISSED_BELL(0.3, Moment.BELL),
  /** The bell for decisions rings twice; per slot. */
  DOUBLE_BELL(0.3, Moment.BELL),
  /** A price moves by up to a third at once; per pause. */
  PRICE_GAP(0.2, Moment.PAUSE),
  /** The venue takes the order without its reduce-only flag; per reduce-only order. */
  DROPPED_REDUCE_ONLY(0.05, Moment.ORDER),
  /** The venue refuses a reduce-only order that is larger than the position; per such order. */
  STRICT_REDUCE_ONLY(0.5, Moment.ORDER),
  /** An order is executed in two fills, each with a delay of its own; per order. */
  SEVERAL_FILLS(0.5, Moment.ORDER),
  /** An order and its fills become visible much later than the venue is trusted with; per order. */
  LAG_BEYOND_TRUST(0.1, Moment.ORDER),
  /** A bar shows ten times the price; per reading of bars. */
  BAD_PRINT(0.02, Moment.MARKET),
  /** The older half of the bars is missing; per reading of bars. */
  BAR_GAP(0.02, Moment.MARKET),
  /** The feed repeats old quotes for a while; per pause. */
  FROZEN_FEED(0.06, Moment.PAUSE),
  /** The venue lets nothing through for a while; per pause. */
  BAN(0.05, Moment.PAUSE),
  /** The venue takes no orders for a while; per pause. */
  MAINTENANCE(0.05, Moment.PAUSE),
  /** The clock of this host runs wrong; per pause. */
  CLOCK_DRIFT(0.06, Moment.PAUSE),
  /** The bot is down for hours, longer than the venue remembers some things; per pause. */
  OUTAGE(0.03, Moment.PAUSE),
  /** The order works for some seconds before it is executed; per order. */
  SLOW_MATCH(0.3, Moment.ORDER),
  /** The database is restored from an older copy; per pause. */
  RESTORED(0.04, Moment.PAUSE),
  /** A second deployment with a database of its own trades the account; per pause. */
  RIVAL(0.04, Moment.PAUSE),
  /** Money comes to the account, leaves it or goes between its wallets; per pause. */
  CASH_FLOW(0.3, Moment.PAUSE),
  /** The venue makes two orders of one, each with an id of its own that alone the fills name; per order. */
  SPLIT_ORDER(0.4, Moment.ORDER),
  /** A part of the order is executed at once and the rest some seconds later; per order. */
  WORKED_LONGER(0.4, Moment.ORDER);

  /** At which moments a fault may strike. */
  enum Moment {
    /** While a request is on its way. */
    ORDER,
    /** At a question about the account. */
    READING,
    /** At a question about the market's past, which is asked before anything is ordered. */
    MARKET,
    /** At whatever call the bot is making. */
    CALL,
    /** While a bell is answered, or when one should ring. */
    BELL,
    /** Between the bells. */
    PAUSE
  }

  private final double strongest;
  private final Moment moment;

  Fault(double strongest, Moment moment) {
    this.strongest = strongest;
    this.moment = moment;
  }

  Moment moment() {
    return moment;
  }

  double strongest() {
    return strongest;
  }
}
