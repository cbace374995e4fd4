/**
 * Weights by other principles than risk parity, to compare with or to choose.
 *
 * <p>Goes in: a covariance that has been checked.
 * Comes out: long-only weights with the proof that the principle allows.
 * Must not know: sleeves, budgets, prices.
 */
@NullMarked
package org.evenkeel.core.parity.alternative;

import org.jspecify.annotations.NullMarked;
