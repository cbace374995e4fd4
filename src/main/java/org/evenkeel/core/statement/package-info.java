/**
 * Reports as values: what the command line, the page and the metrics show.
 *
 * <p>Goes in: what the journal holds. Comes out: rows for people and programs. Must not know: how they are drawn.
 */
@NullMarked
package org.evenkeel.core.statement;

import org.jspecify.annotations.NullMarked;
