/**
 * Who is called when: alerts that stand, by which channels they have gone, and when they go again.
 *
 * <p>Goes in: alerts, the wall clock, what the channels answered, what persons have taken up. Comes out: calls to be made
 * and facts to be recorded. Must not know: how a channel sends, where facts are kept, and any thread.
 */
@NullMarked
package org.evenkeel.cycle.alerting;

import org.jspecify.annotations.NullMarked;
