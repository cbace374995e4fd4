/**
 * Whole lots for ideal exposures: the combination whose risk contributions are nearest to the ideal ones.
 *
 * <p>Goes in: a covariance, ideal exposures, the grid on which each sleeve may lie, and caps. Comes out: lots per sleeve
 * and an account of what is lost by them. Must not know: instruments, prices, orders.
 *
 * <p>Everything is computed in one fixed order, so equal inputs give equal bits on every machine.
 */
@NullMarked
package org.evenkeel.core.parity.lots;

import org.jspecify.annotations.NullMarked;
