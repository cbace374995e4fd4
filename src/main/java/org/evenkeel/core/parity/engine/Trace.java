package org.evenkeel.core.parity.engine;

/** What became of a run; written by the algorithms, so that they need to allocate nothing. */
final class Trace {

  private final int[] counts = new int[2];
  private final double[] error = new double[1];
  private final Outcome[] outcome = {Outcome.STALLED};
  private final Method[] method = {Method.CLOSED_FORM};

  void begin() {
    counts[0] = 0;
    counts[1] = 0;
  }

  void with(Method chosen) {
    method[0] = chosen;
  }

  void product() {
    counts[1]++;
  }

  /** Adds the steps of an algorithm to those of the ones before. */
  Outcome end(Outcome reason, int iterations, double lastError) {
    counts[0] += iterations;
    outcome[0] = reason;
    error[0] = lastError;
    return reason;
  }

  int iterations() {
    return counts[0];
  }

  int products() {
    return counts[1];
  }

  Outcome outcome() {
    return outcome[0];
  }

  Method method() {
    return method[0];
  }

  double error() {
    return error[0];
  }
}
