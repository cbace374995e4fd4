package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an event would cost.
 *
 * @param event the event in words
 * @param perYear how often it is expected in a year, if anyone says so
 * @param navLoss what it would cost, as a fraction of the portfolio's value; negative for a gain
 */
public record StressRow(String event, Optional<BigDecimal> perYear, BigDecimal navLoss) {}
