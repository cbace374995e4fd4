/**
 * Target weights to target positions to ordered legs: rounding, no-trade bands, reduce before add.
 *
 * <p>Goes in: target weights, what is held, specifications and quotes. Comes out: a plan in which everything that is not
 * traded has its reason. Must not know: limits, overrides, orders.
 */
@NullMarked
package org.evenkeel.core.plan;

import org.jspecify.annotations.NullMarked;
