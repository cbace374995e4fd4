package org.evenkeel.shell.simvenue.krakenfutures;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An endpoint: what it costs of which allowance, and what it answers.
 *
 * @param cost what one request costs; nothing for public ones
 */
record Route(Allowance allowance, int cost, Action action) {

  /** Whose allowance a request uses. */
  enum Allowance {
    /** Nobody's: public, without a key. */
    NONE,
    /** That of the account's trading endpoints. */
    DERIVATIVES,
    /** That of the account's history. */
    HISTORY
  }

  /** Computes the answer at a market time. */
  @FunctionalInterface
  interface Action {
    ObjectNode answer(Asked asked, long atMs);
  }

  static Route open(Action action) {
    return new Route(Allowance.NONE, 0, action);
  }

  static Route signed(int cost, Action action) {
    return new Route(Allowance.DERIVATIVES, cost, action);
  }

  static Route history(int cost, Action action) {
    return new Route(Allowance.HISTORY, cost, action);
  }
}
