package org.evenkeel.core.parity;

import java.util.List;

/**
 * A linear bound on the weights: coefficients times weights is at most the limit.
 *
 * <p>For example, "the last two of three at least 30 %" has coefficients 0, -1, -1 and limit -0.3.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param name what to call it in a refusal or a certificate, for example "class alts at most 0.4"
 * @param coefficients one per sleeve, finite
 * @param limit finite, a fraction of the sum of the weights
 */
public record LinearRow(String name, List<Double> coefficients, double limit) {

  public LinearRow {
    coefficients = List.copyOf(coefficients);
  }
}
