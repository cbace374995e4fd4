package org.evenkeel.core.parity;

import org.evenkeel.core.basics.SleeveId;

/** A sleeve's target as the solver computed it, before it crosses from binary to decimal numbers. */
record UnroundedTarget(
    SleeveId sleeve, double weight, double exposure, double riskContribution, double riskBudget) {

  static UnroundedTarget nothingOf(SleeveId sleeve) {
    return new UnroundedTarget(sleeve, 0, 0, 0, 0);
  }
}
