/**
 * The operator's commands.
 *
 * <p>Goes in: the words typed after 'evenkeel'. Comes out: tables or JSON, recorded instructions, an exit code.
 * Must not know: how the bot is wired; it asks for that through {@link org.evenkeel.shell.cli.Operations}.
 */
@NullMarked
package org.evenkeel.shell.cli;

import org.jspecify.annotations.NullMarked;
