package org.evenkeel.core.parity;

/** The principle by which weights are found; only the first spreads the risk by budgets. */
public enum WeightMethod {
  /** Every sleeve, or factor, bears its budget of the risk. */
  RISK_PARITY("risk-parity"),
  /** Weights in proportion to one over each volatility; budgets and correlations have no effect. */
  INVERSE_VOLATILITY("inverse-volatility"),
  /** The long-only weights of least variance; budgets have no effect. */
  MINIMUM_VARIANCE("minimum-variance"),
  /** The long-only weights with the largest diversification ratio; budgets have no effect. */
  MAXIMUM_DIVERSIFICATION("maximum-diversification"),
  /** Hierarchical risk parity (Lopez de Prado 2016); budgets have no effect. */
  HIERARCHICAL_RISK_PARITY("hrp"),
  /** Hierarchical equal risk contribution (Raffinot 2018); budgets have no effect. */
  HIERARCHICAL_EQUAL_RISK("herc");

  private final String word;

  WeightMethod(String word) {
    this.word = word;
  }

  /** The name in configuration and reports. */
  public String word() {
    return word;
  }
}
