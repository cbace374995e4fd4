/**
 * Observations as values: bars, quotes, balances, positions, each with when it was true and when we learned it.
 *
 * <p>Goes in: what a venue said, already decoded. Comes out: snapshots with a canonical text, whose hash is the name of
 * the decision's input, and checks of freshness. Must not know: where the observation came from or how it is stored.
 */
@NullMarked
package org.evenkeel.core.data;

import org.jspecify.annotations.NullMarked;
