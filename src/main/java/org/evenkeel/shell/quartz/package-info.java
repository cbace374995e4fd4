/**
 * Trigger to duty: Quartz rings the bells, and nothing else.
 *
 * <p>Goes in: instants and intervals. Comes out: calls of three duties. Must not know: what a cycle does, and never acts
 * as a lock or an identity; slots and the lease decide that.
 */
@NullMarked
package org.evenkeel.shell.quartz;

import org.jspecify.annotations.NullMarked;
