/**
 * The variances of the sleeves' returns per bar.
 *
 * <p>Goes in: returns or price ranges with weights. Comes out: a variance per column. Must not know: sleeves, instants or settings.
 */
@NullMarked
package org.evenkeel.core.estimate.volatility;

import org.jspecify.annotations.NullMarked;
