package org.evenkeel.core.plan;

import java.math.BigDecimal;
import org.evenkeel.core.basics.InstrumentId;

/**
 * What one way of holding an exposure is expected to cost until the next cycle, item by item, in NAV currency.
 *
 * <p>Negative items are earned. The items add up to {@link #total} exactly.
 *
 * @param instrument where the exposure would be held
 * @param fee taker fee of trading from what is held of it to what is wanted
 * @param spread half of the measured spread of that trade
 * @param impact expected move of the price by that trade
 * @param leaving fee, half spread and impact of closing what is held in the other instruments
 * @param funding funding expected until the next cycle, with that of the short that hedges margin coins which are not the exposure
 * @param basis what a dated contract is expected to lose of its distance from the index until then
 * @param borrow what the money put into coins costs until then
 * @param fault why it cannot be chosen; empty if it can
 */
public record CandidateCost(
    InstrumentId instrument,
    BigDecimal fee,
    BigDecimal spread,
    BigDecimal impact,
    BigDecimal leaving,
    BigDecimal funding,
    BigDecimal basis,
    BigDecimal borrow,
    String fault) {

  /** One that cannot be valued. */
  static CandidateCost unknown(InstrumentId instrument, String fault) {
    BigDecimal none = BigDecimal.ZERO;
    return new CandidateCost(instrument, none, none, none, none, none, none, none, fault);
  }

  /** The same, which cannot be chosen. */
  CandidateCost not(String why) {
    return new CandidateCost(instrument, fee, spread, impact, leaving, funding, basis, borrow, why);
  }

  /** All items together. */
  public BigDecimal total() {
    return fee.add(spread).add(impact).add(leaving).add(funding).add(basis).add(borrow);
  }

  /** Whether it may be chosen. */
  public boolean isFit() {
    return fault.isEmpty();
  }
}
