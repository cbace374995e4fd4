package org.evenkeel.core.parity;

import java.util.Collections;
import java.util.List;
import org.evenkeel.core.basics.SleeveId;

/**
 * What the weights must satisfy beside their budgets: bounds, linear rows, directions.
 *
 * <p>An empty list of bounds or directions means that there are none.
 * Bounds and rows speak of weights whose absolute values sum to one.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param definition what risk parity means where a constraint binds
 * @param lower smallest weight per sleeve, 0 to 1; empty for none
 * @param upper largest weight per sleeve, 0 to 1; empty for none
 * @param rows linear bounds
 * @param signs +1 for long and -1 for short, one per sleeve; empty for all long
 */
public record ParityConstraints(
    Definition definition,
    List<Double> lower,
    List<Double> upper,
    List<LinearRow> rows,
    List<Integer> signs) {

  /** What risk parity means where a constraint binds. */
  public enum Definition {
    /**
     * Richard and Roncalli (2019): minimize the risk less lambda times the sum of b log w within the constraints, with
     * the lambda for which the weights sum to one; sleeves that no constraint touches keep equal multiples of their
     * budgets.
     */
    RICHARD_RONCALLI,
    /**
     * Constraints scaled with the portfolio, as skfolio and Riskfolio-Lib have it: rows a - c 1 with right side zero on
     * the unnormalized solution; every sleeve feels every binding row.
     */
    SCALED
  }

  public ParityConstraints {
    lower = List.copyOf(lower);
    upper = List.copyOf(upper);
    rows = List.copyOf(rows);
    signs = List.copyOf(signs);
  }

  /** No constraint but weights above zero. */
  public static ParityConstraints none() {
    return new ParityConstraints(
        Definition.RICHARD_RONCALLI, List.of(), List.of(), List.of(), List.of());
  }

  /** The same bounds for every sleeve. */
  public static ParityConstraints box(List<SleeveId> sleeves, double lower, double upper) {
    return new ParityConstraints(
        Definition.RICHARD_RONCALLI,
        Collections.nCopies(sleeves.size(), lower),
        Collections.nCopies(sleeves.size(), upper),
        List.of(),
        List.of());
  }

  /** Whether there is no bound and no row; directions alone change no algorithm. */
  public boolean areFree() {
    return lower.isEmpty() && upper.isEmpty() && rows.isEmpty();
  }
}
