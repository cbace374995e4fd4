/**
 * A venue's behavior against what its reviewed file claims of it, checked one claim at a time by the ports alone.
 *
 * <p>It trades: it belongs on a test network or a simulated venue.
 */
@NullMarked
package org.evenkeel.cycle.conform;

import org.jspecify.annotations.NullMarked;
