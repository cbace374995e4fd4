/**
 * The solver as a tool: problems from files, their answers, and cases with known answers.
 *
 * <p>Goes in: files. Comes out: certified weights or a refusal, in the names that the files use.
 * Must not know: the bot, its configuration and its database.
 */
@NullMarked
package org.evenkeel.shell.cli.solver;

import org.jspecify.annotations.NullMarked;
