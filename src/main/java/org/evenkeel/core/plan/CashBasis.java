package org.evenkeel.core.plan;

import org.evenkeel.core.catalog.CashTerms;

/**
 * What the cash of a plan is kept by.
 *
 * @param terms haircuts and caps of issuers
 * @param pegs the pegs as they were last seen
 */
public record CashBasis(CashTerms terms, PegWatch pegs) {

  /** No caps, and every peg stands. */
  static CashBasis none() {
    return new CashBasis(CashTerms.riskless(), PegWatch.none());
  }
}
