/**
 * The deterministic simulation: the real core and cycle over a virtual clock, a journal in memory and a venue that fails.
 *
 * <p>One seed decides everything that happens in a run, so every run can be repeated exactly.
 */
@NullMarked
package org.evenkeel.shell.simulate;

import org.jspecify.annotations.NullMarked;
