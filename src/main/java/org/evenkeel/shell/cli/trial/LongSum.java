package org.evenkeel.shell.cli.trial;

import java.util.Arrays;

/**
 * A sum of products without rounding errors that matter: exact products by fma, then three rounds of error-free
 * vector transformation (Ogita, Rump, Oishi, "Accurate sum and dot product", 2005, algorithm SumK with K = 4).
 *
 * <p>It has no line in common with the arithmetic of the solver's certificate.
 *
 * <p>This class is not thread-safe.
 */
final class LongSum {

  private double[] terms = new double[64];
  private int count;

  void clear() {
    count = 0;
  }

  void addProduct(double a, double b) {
    if (count + 2 > terms.length) {
      terms = Arrays.copyOf(terms, 2 * terms.length);
    }
    double product = a * b;
    terms[count++] = Math.fma(a, b, -product);
    terms[count++] = product;
  }

  /** The sum, in the first number of the pair, and what it lacks, in the second. */
  void sum(double[] pair) {
    for (int round = 0; round < 3; round++) {
      for (int i = 1; i < count; i++) {
        double a = terms[i];
        double b = terms[i - 1];
        double sum = a + b;
        double part = sum - a;
        terms[i] = sum;
        terms[i - 1] = (a - (sum - part)) + (b - part);
      }
    }
    double rest = 0;
    for (int i = 0; i < count - 1; i++) {
      rest += terms[i];
    }
    double last = count == 0 ? 0 : terms[count - 1];
    pair[0] = last + rest;
    pair[1] = rest - (pair[0] - last);
  }
}
