/**
 * The ways out to a person, over HTTP, and the threads that go them.
 *
 * <p>Goes in: calls that are due. Comes out: POSTs, and why one was not taken. Must not know: where alerts are kept, and
 * anything of the engine.
 */
@NullMarked
package org.evenkeel.shell.alerting;

import org.jspecify.annotations.NullMarked;
