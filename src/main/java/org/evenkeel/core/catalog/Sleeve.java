package org.evenkeel.core.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;

/**
 * One risk-bearing unit of the portfolio with a risk budget.
 *
 * <p>For example, 'btc' is long the bitcoin perpetual; 'btc-carry' is long spot bitcoin and short the perpetual.
 *
 * @param id the name
 * @param sleeveClass the class, which sets the volatility floor
 * @param riskBudget parts of the portfolio's risk, relative to the other sleeves, above zero
 * @param legs the instruments with their ratios, at least one, each instrument once
 */
public record Sleeve(SleeveId id, SleeveClass sleeveClass, BigDecimal riskBudget, List<Leg> legs) {

  public Sleeve {
    legs = List.copyOf(legs);
    if (legs.isEmpty()) {
      throw new IllegalArgumentException("the sleeve " + id + " has no leg");
    }
    if (legs.stream().map(Leg::instrument).distinct().count() < legs.size()) {
      throw new IllegalArgumentException(
          "the sleeve " + id + " names an instrument twice: " + legs);
    }
    if (riskBudget.signum() <= 0) {
      throw new IllegalArgumentException("the risk budget of " + id + " must be above zero");
    }
  }
}
