/**
 * The independent watcher: a second process with a key of its own that looks at the whole account from outside of the
 * engine, and halts it.
 *
 * <p>Goes in: what the venues show, and what the engine has written down. Comes out: a look, and at need a halt and the
 * cancellation of every working order. Must not know: the engine's ledger, planner, gate and way of sending; a rule of
 * the build checks it.
 */
@NullMarked
package org.evenkeel.cycle.watch;

import org.jspecify.annotations.NullMarked;
