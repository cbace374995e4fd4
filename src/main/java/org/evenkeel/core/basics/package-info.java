/**
 * The units everything is said in: money, price, quantity, ratio, identifiers, and the two worlds of outcome.
 *
 * <p>Goes in: nothing. Comes out: immutable values that refuse nonsense when they are made. Must not know: what an
 * instrument, an order or a portfolio is.
 */
@NullMarked
package org.evenkeel.core.basics;

import org.jspecify.annotations.NullMarked;
