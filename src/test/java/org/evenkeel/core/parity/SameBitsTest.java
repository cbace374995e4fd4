package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One number that changes if any weight of any of many problems changes in its last bit. */
class SameBitsTest {

  @Test
  void the_weights_have_the_same_bits_on_every_machine_and_java() {
    // What came out of Temurin 25 on x86-64: interpreted, compiled by C1 and by C2, and with SSE2,
    // AVX, AVX2 and AVX-512.
    assertThat(bits()).isEqualTo(6615176769463960344L);
  }

  /** A hash of the weights and their tails, over all methods, sizes and a hedge. */
  static long bits() {
    long hash = 1;
    for (int n : new int[] {1, 2, 3, 5, 8, 9, 16, 30, 61, 100, 150}) {
      for (int seed = 0; seed < 3; seed++) {
        double[] budgets = Problems.equalBudgets(n);
        budgets[0] = 1 + seed;
        hash = add(hash, Problems.sample(n, n + n / 2 + 1, seed, seed), budgets);
      }
    }
    double rho = -1 + 0x1p-44;
    double[][] hedge = {{1, rho, 0}, {rho, 1, 0}, {0, 0, 2}};
    return add(hash, hedge, 1, 2, 3);
  }

  private static long add(long hash, double[][] covariance, double... budgets) {
    RiskParitySolution solution = Problems.solve(covariance, budgets).orThrow();
    long sum = hash;
    for (int i = 0; i < budgets.length; i++) {
      sum = 31 * sum + Double.doubleToLongBits(solution.weights().get(i));
      sum = 31 * sum + Double.doubleToLongBits(solution.weightTails().get(i));
    }
    return 31 * sum + Double.doubleToLongBits(solution.certificate().maxRelativeError());
  }
}
