package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What answers one endpoint.
 *
 * @param security what the request must prove
 * @param weight request weight it costs
 * @param action the answer
 */
record Route(Security security, int weight, Action action) {

  /** What a request must prove. */
  enum Security {
    /** Nothing: public data. */
    PUBLIC,
    /** Key, signature and time. */
    SIGNED
  }

  /** Computes the answer at a market time. */
  @FunctionalInterface
  interface Action {
    JsonNode answer(ApiRequest request, long atMs);
  }

  static Route open(int weight, Action action) {
    return new Route(Security.PUBLIC, weight, action);
  }

  static Route signed(int weight, Action action) {
    return new Route(Security.SIGNED, weight, action);
  }
}
