package org.evenkeel.core.statement;

import java.math.BigDecimal;

/**
 * One sleeve: what it should be and what it is, all as fractions.
 *
 * @param sleeve the sleeve
 * @param sleeveClass its class
 * @param riskBudget share of the risk it should bear
 * @param targetWeight solved weight, the weights add up to one
 * @param targetExposure wanted notional over NAV
 * @param currentExposure held notional over NAV
 * @param drift current minus target exposure
 * @param targetRiskContribution share of the forecast risk at the target
 * @param realizedRiskContribution share of the forecast risk at what is held
 * @param override what an operator ordered, empty if nothing
 */
public record WeightRow(
    String sleeve,
    String sleeveClass,
    BigDecimal riskBudget,
    BigDecimal targetWeight,
    BigDecimal targetExposure,
    BigDecimal currentExposure,
    BigDecimal drift,
    BigDecimal targetRiskContribution,
    BigDecimal realizedRiskContribution,
    String override) {}
