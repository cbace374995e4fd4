/**
 * Wiring: one class for each mode's object graph, and the program's entry.
 *
 * <p>Goes in: a configuration and the words of a command line. Comes out: a running bot. Nothing may depend on this
 * package, and no rule of the trade is decided here.
 */
@NullMarked
package org.evenkeel.shell.boot;

import org.jspecify.annotations.NullMarked;
