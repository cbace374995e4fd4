/**
 * Risk estimates from price files, with the estimator of the bot.
 *
 * <p>Goes in: a table of closes and settings. Comes out: a covariance with the facts about its quality, or a refusal.
 * Must not know: the bot, its configuration and its database.
 */
@NullMarked
package org.evenkeel.shell.cli.history;

import org.jspecify.annotations.NullMarked;
