/**
 * The numerical engine of risk parity: plain arrays in, unscaled weights out, nothing allocated on the way.
 *
 * <p>Goes in: a covariance as something that multiplies vectors, budgets, a tolerance.
 * Comes out: weights with the error that they have. Whether they are good enough is for {@code core.parity} to say.
 * Must not know: sleeves, settings, refusals.
 */
@NullMarked
package org.evenkeel.core.parity.engine;

import org.jspecify.annotations.NullMarked;
