/**
 * Returns and covariance: what the sleeves' risk is believed to be, and whether that belief is good
 * enough to trade on.
 *
 * <p>Goes in: a market snapshot and the universe. Comes out: a covariance with the facts about its
 * quality, or a refusal. Must not know: budgets, weights or positions.
 */
@NullMarked
package org.evenkeel.core.estimate;

import org.jspecify.annotations.NullMarked;
