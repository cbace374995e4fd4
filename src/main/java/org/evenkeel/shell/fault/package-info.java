/**
 * What every call to a venue must pass: allowance, breaker, one call in flight, a limit of time.
 *
 * <p>Goes in: a call and its kind. Comes out: its value, its failure, or the statement that it was not sent. Must not
 * know: venues, orders, or what a call means.
 */
@NullMarked
package org.evenkeel.shell.fault;

import org.jspecify.annotations.NullMarked;
