/**
 * The sequence: one rebalance cycle, start-up, recovery and the kill switch; and the ports they need.
 *
 * <p>Goes in: slots from a schedule, facts from the ports. Comes out: committed decisions and settled orders. Must not
 * know: any venue, database or framework.
 */
@NullMarked
package org.evenkeel.cycle;

import org.jspecify.annotations.NullMarked;
