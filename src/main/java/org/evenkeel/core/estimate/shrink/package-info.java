/**
 * Noise taken out of a correlation matrix.
 *
 * <p>Goes in: a sample and its correlations. Comes out: correlations with less noise. Must not know: sleeves, instants or settings.
 */
@NullMarked
package org.evenkeel.core.estimate.shrink;

import org.jspecify.annotations.NullMarked;
