package org.evenkeel.core.statement;

import java.math.BigDecimal;

/**
 * A position that is uncertain because the fate of an order is open, for one sleeve that holds it.
 *
 * @param instrument what is held
 * @param sleeve the sleeve; empty for a coin that no sleeve holds
 * @param low the least position, in contracts
 * @param high the greatest position, in contracts
 * @param grossLow gross leverage of the portfolio if it is the least
 * @param grossHigh gross leverage of the portfolio if it is the greatest
 * @param riskLow the sleeve's share of the forecast risk if it is the least
 * @param riskHigh the sleeve's share of the forecast risk if it is the greatest
 */
public record OpenRow(
    String instrument,
    String sleeve,
    BigDecimal low,
    BigDecimal high,
    BigDecimal grossLow,
    BigDecimal grossHigh,
    BigDecimal riskLow,
    BigDecimal riskHigh) {}
