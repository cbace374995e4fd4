package org.evenkeel.core.parity.scenario;

/**
 * When a solver of convex risk stops, and what it may return.
 *
 * @param wanted relative gap at which it stops
 * @param accepted largest relative gap with which weights are returned
 * @param maxTangents linear bounds after which it gives up
 */
public record Accuracy(double wanted, double accepted, int maxTangents) {

  /** A gap of 1e-12 wanted, 1e-8 accepted, at most 2000 linear bounds. */
  public static Accuracy standard() {
    return new Accuracy(1e-12, 1e-8, 2000);
  }
}
