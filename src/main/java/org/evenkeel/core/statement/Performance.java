package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * How the portfolio has done, without what was paid in and taken out.
 *
 * @param asOf the valuation
 * @param index value of one unit of money since the first valuation
 * @param drawdown of the index from its peak, 0 to 1
 * @param peak highest index so far
 */
public record Performance(Instant asOf, BigDecimal index, BigDecimal drawdown, BigDecimal peak) {}
