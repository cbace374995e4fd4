/**
 * The judgement of the independent watcher: what an account carries at worst, and whether that may be.
 *
 * <p>Goes in: what the venues show, limits of its own, and what the engine says it holds. Comes out: figures, a verdict,
 * and, after enough looks that agree, the cause of a halt. Must not know: the ledger, the planner, the order gate.
 */
@NullMarked
package org.evenkeel.core.policy.watch;

import org.jspecify.annotations.NullMarked;
