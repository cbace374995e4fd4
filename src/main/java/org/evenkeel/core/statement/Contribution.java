package org.evenkeel.core.statement;

import java.math.BigDecimal;

/**
 * One part of an order.
 *
 * @param cause why
 * @param contracts signed contracts, not zero
 * @param value the same at the mark price, in NAV currency
 */
public record Contribution(Cause cause, BigDecimal contracts, BigDecimal value) {}
