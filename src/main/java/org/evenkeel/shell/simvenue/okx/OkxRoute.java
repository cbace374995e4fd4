package org.evenkeel.shell.simvenue.okx;

import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * What answers one endpoint.
 *
 * @param isSigned whether the request must be signed
 * @param perTwoSeconds how often it may be asked in two seconds of wall time
 * @param action the rows of the answer
 */
record OkxRoute(boolean isSigned, int perTwoSeconds, Action action) {

  /** Computes the rows at a market time. */
  @FunctionalInterface
  interface Action {
    ArrayNode rows(OkxRequest request, long atMs);
  }

  static OkxRoute open(int perTwoSeconds, Action action) {
    return new OkxRoute(false, perTwoSeconds, action);
  }

  static OkxRoute signed(int perTwoSeconds, Action action) {
    return new OkxRoute(true, perTwoSeconds, action);
  }
}
