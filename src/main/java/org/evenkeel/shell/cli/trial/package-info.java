/**
 * Estimators judged by what came after their forecasts, on prices that somebody recorded.
 *
 * <p>Goes in: a table of prices. Comes out: a table of scores. Must not know: the bot's configuration, venues or the
 * database.
 */
@NullMarked
package org.evenkeel.shell.cli.trial;

import org.jspecify.annotations.NullMarked;
