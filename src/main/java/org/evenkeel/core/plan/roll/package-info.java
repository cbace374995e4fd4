/** Rolls of dated futures: which contract carries a leg, and the series of prices in which a roll is no return. */
@NullMarked
package org.evenkeel.core.plan.roll;

import org.jspecify.annotations.NullMarked;
