/**
 * Strict reading of YAML against the key table.
 *
 * <p>Goes in: text and a table. Comes out: checked values with their places, or every error of the file at once.
 * Must not know: what a key is used for.
 */
@NullMarked
package org.evenkeel.shell.config.read;

import org.jspecify.annotations.NullMarked;
