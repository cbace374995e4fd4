/**
 * Correlations before any shrinkage.
 *
 * <p>Goes in: a weighted sample of returns. Comes out: correlations. Must not know: sleeves, instants or settings.
 */
@NullMarked
package org.evenkeel.core.estimate.correlation;

import org.jspecify.annotations.NullMarked;
