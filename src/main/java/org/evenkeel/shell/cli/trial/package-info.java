/**
 * Trials: the solver on random problems with a judge of its own, and estimators judged by what came after their forecasts.
 *
 * <p>Goes in: how many and a seed, or a table of prices.
 * Comes out: what became of them, a table of scores.
 * Must not know: the bot's configuration, venues or the database; nor how the solver solves and certifies.
 */
@NullMarked
package org.evenkeel.shell.cli.trial;

import org.jspecify.annotations.NullMarked;
