/**
 * The table of configuration keys: what may be written, in which unit and range, and what follows from it.
 *
 * <p>Goes in: nothing. Comes out: the rules that validation applies, the JSON Schema and the table for readers.
 * Must not know: files or values.
 */
@NullMarked
package org.evenkeel.shell.config.keys;

import org.jspecify.annotations.NullMarked;
