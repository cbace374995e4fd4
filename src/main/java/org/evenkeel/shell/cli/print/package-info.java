/**
 * How answers look: tables for people, JSON for programs.
 *
 * <p>Goes in: records. Comes out: text. Must not know: where the records come from.
 */
@NullMarked
package org.evenkeel.shell.cli.print;

import org.jspecify.annotations.NullMarked;
