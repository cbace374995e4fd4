/**
 * Detectors of unusual times: readings of the sleeves' returns against their own history.
 *
 * <p>Goes in: rows of returns. Comes out: values with their rank in the window's history. Must not know: weights or
 * positions.
 */
@NullMarked
package org.evenkeel.core.estimate.regime;

import org.jspecify.annotations.NullMarked;
