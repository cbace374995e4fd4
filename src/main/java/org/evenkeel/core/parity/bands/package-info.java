/**
 * The no-trade zone: which deviations are worth their cost of trading, in units of tracking variance.
 *
 * <p>Goes in: what is held and wanted, a covariance, the cost of trading each name. Comes out: where each should be traded
 * to, with saving against cost for everything that is left alone. Must not know: instruments, lots, orders.
 *
 * <p>Everything is computed in one fixed order, so equal inputs give equal bits on every machine.
 */
@NullMarked
package org.evenkeel.core.parity.bands;

import org.jspecify.annotations.NullMarked;
