/**
 * The quality gate: whether the data and the covariance made from it are good enough to trade on.
 *
 * <p>Goes in: a market snapshot and the universe. Comes out: the covariance with a verdict, criterion by criterion. Must
 * not know: weights, positions or orders.
 */
@NullMarked
package org.evenkeel.core.estimate.gate;

import org.jspecify.annotations.NullMarked;
