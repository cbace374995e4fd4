/**
 * What is done to symmetric matrices: eigenvalues, and the nearest correlation matrix.
 *
 * <p>Goes in: arrays of doubles. Comes out: the same. Must not know: sleeves, bars or settings.
 */
@NullMarked
package org.evenkeel.core.estimate.matrix;

import org.jspecify.annotations.NullMarked;
