/**
 * What estimates are made from: weighted rows of returns, and the price ranges of their bars.
 *
 * <p>Goes in: arrays of doubles. Comes out: the same with weights. Must not know: sleeves, instants
 * or settings.
 */
@NullMarked
package org.evenkeel.core.estimate.sample;

import org.jspecify.annotations.NullMarked;
