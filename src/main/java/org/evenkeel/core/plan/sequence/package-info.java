/**
 * The proof that a plan is safe at every step, and the order, slices and waits that make it so.
 *
 * <p>Goes in: what may be held, the legs, what contracts are worth, equity per venue, bounds. Comes out: a sequence with
 * its worst figures. Must not know: configuration, orders, journals.
 */
@NullMarked
package org.evenkeel.core.plan.sequence;

import org.jspecify.annotations.NullMarked;
