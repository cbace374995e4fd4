/**
 * Factors behind the sleeves' risk, and weights by budgets over factors.
 *
 * <p>Goes in: a covariance, loadings, budgets over factors.
 * Comes out: factors that keep their identity, contributions by factor, weights with the error of their budgets.
 * Must not know: prices, positions, orders.
 */
@NullMarked
package org.evenkeel.core.parity.factor;

import org.jspecify.annotations.NullMarked;
