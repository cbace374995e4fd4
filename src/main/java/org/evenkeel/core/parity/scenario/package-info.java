/**
 * Risk budgets under measures other than the volatility: expected shortfall and drawdown on past returns.
 *
 * <p>Goes in: rows of returns, budgets.
 * Comes out: weights with a proven gap, or the reason why there are none.
 * Must not know: prices, positions, orders.
 */
@NullMarked
package org.evenkeel.core.parity.scenario;

import org.jspecify.annotations.NullMarked;
