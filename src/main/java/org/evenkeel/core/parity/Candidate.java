package org.evenkeel.core.parity;

import org.evenkeel.core.parity.SolverCertificate.Algorithm;
import org.evenkeel.core.parity.exact.ExactNewton;

/**
 * What an algorithm offers as the solution: holdings in the units of the scaled problem, each a sum of two doubles.
 *
 * <p>Used within this package only; whoever makes one gives its arrays away.
 */
final class Candidate {

  private final double[] high;
  private final double[] low;
  private final Algorithm algorithm;
  private final int iterations;

  Candidate(double[] high, double[] low, Algorithm algorithm, int iterations) {
    this.high = high;
    this.low = low;
    this.algorithm = algorithm;
    this.iterations = iterations;
  }

  static Candidate of(ExactNewton exact, Algorithm algorithm, int iterations) {
    return new Candidate(exact.high(), exact.low(), algorithm, iterations);
  }

  static Candidate of(Iterate found) {
    return new Candidate(
        found.x(), new double[found.x().length], found.algorithm(), found.iterations());
  }

  double[] high() {
    return high;
  }

  double[] low() {
    return low;
  }

  Algorithm algorithm() {
    return algorithm;
  }

  int iterations() {
    return iterations;
  }
}
