/**
 * The stress view of a target portfolio, and the overlay that lowers exposure to what it bears.
 *
 * <p>Goes in: certified targets, the covariance and the returns it was made from. Comes out: loss and volatility per
 * scenario, and one factor on exposure with its cause. Must not know: positions or orders.
 */
@NullMarked
package org.evenkeel.core.parity.stress;

import org.jspecify.annotations.NullMarked;
