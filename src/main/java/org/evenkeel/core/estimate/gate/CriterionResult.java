package org.evenkeel.core.estimate.gate;

import java.util.Optional;

/**
 * One criterion, measured against its limits.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param criterion what was looked at
 * @param subject the instrument it is about; empty if it is about the whole covariance
 * @param value what was found, in the criterion's unit
 * @param reduceOnlyLimit beyond it the book may only be reduced; empty if there is no such step
 * @param holdLimit beyond it nothing trades; empty if the criterion alone never stops trading
 * @param permission what it allows
 * @param isDecisive false if it is about a sleeve that was set aside, so that the verdict does not count it
 * @param detail the finding in words; empty if the numbers say everything
 */
public record CriterionResult(
    Criterion criterion,
    String subject,
    double value,
    Optional<Double> reduceOnlyLimit,
    Optional<Double> holdLimit,
    Permission permission,
    boolean isDecisive,
    String detail) {

  /** The result of holding a value against two limits; a value that is not a number passes none. */
  static CriterionResult measured(
      Criterion criterion,
      String subject,
      double value,
      Optional<Double> reduceOnlyLimit,
      Optional<Double> holdLimit,
      String detail) {
    Permission permission =
        isBeyond(criterion, value, holdLimit)
            ? Permission.HOLD
            : isBeyond(criterion, value, reduceOnlyLimit)
                ? Permission.REDUCE_ONLY
                : Permission.TRADE;
    return new CriterionResult(
        criterion, subject, value, reduceOnlyLimit, holdLimit, permission, true, detail);
  }

  /** The same finding about a sleeve that takes no part in the decision. */
  CriterionResult setAside() {
    return new CriterionResult(
        criterion, subject, value, reduceOnlyLimit, holdLimit, permission, false, detail);
  }

  /** Whether it stops or restricts trading. */
  public boolean fails() {
    return permission != Permission.TRADE;
  }

  private static boolean isBeyond(Criterion criterion, double value, Optional<Double> limit) {
    return limit.isPresent()
        && !(criterion.moreIsBetter() ? value >= limit.get() : value <= limit.get());
  }
}
