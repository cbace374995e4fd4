/**
 * Trials of the solver on random problems, with a judge of their own.
 *
 * <p>Goes in: how many, a seed.
 * Comes out: what became of them, and the numbers of those that went wrong.
 * Must not know: how the solver solves, nor how it certifies.
 */
@NullMarked
package org.evenkeel.shell.cli.trial;

import org.jspecify.annotations.NullMarked;
