package org.evenkeel.core.statement;

import java.math.BigDecimal;

/**
 * What an event would cost.
 *
 * @param event the event in words
 * @param perYear how often it is expected in a year
 * @param navLoss what it would cost, as a fraction of the portfolio's value
 */
public record StressRow(String event, BigDecimal perYear, BigDecimal navLoss) {}
