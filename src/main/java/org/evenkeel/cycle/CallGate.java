package org.evenkeel.cycle;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * What stands between an adapter and the network: budgets, breakers, one call in flight, a limit of time.
 *
 * <p>A call that the gate itself refuses was not sent, and the gate says so: this is one of the few proofs that an order
 * does not exist.
 * An order is passed to the network at most once, whatever happens.
 */
public interface CallGate {

  /** What a call is for; the kinds share no breaker and no budget, so a broken one cannot block another. */
  enum Kind {
    /** Asks and changes nothing; may be repeated. */
    READ,
    /** An order that may enlarge a position; never repeated. */
    ADD,
    /** A cancel or an order that only reduces; never repeated. */
    REDUCE_CANCEL
  }

  /**
   * One call to be made.
   *
   * @param kind what it is for
   * @param budget whose allowance it uses, such as 'futures'
   * @param weight what it costs of the allowance, in the venue's units
   * @param name what is asked, for messages, such as 'fapi/v1/klines'
   */
  record Call(Kind kind, String budget, int weight, String name) {}

  /** How a call went. */
  sealed interface Outcome<T> {

    /** The request returned. */
    record Answered<T>(T value) implements Outcome<T> {}

    /** The request threw, or took too long: what the venue did with it is not known. */
    record Failed<T>(Throwable cause) implements Outcome<T> {}

    /** The gate did not let it through: not a byte was sent. */
    record NotSent<T>(String why) implements Outcome<T> {}
  }

  /** Lets a call through, or says why not; never throws. */
  <T> Outcome<T> pass(Call call, Callable<T> request);

  /**
   * The venue's own count of the weight that was used of a budget in this minute, by us and by whoever shares it.
   *
   * <p>A gate that does not look at it relies on its own count.
   */
  default void used(String budget, int weight) {
    // Its own count is all that such a gate has.
  }

  /** Lets nothing of a budget through for a time, because the venue asked for it. */
  void pause(String budget, Duration howLong);
}
