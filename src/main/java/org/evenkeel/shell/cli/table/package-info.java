/**
 * Files that people hand in: text, comma-separated tables, JSON, prices.
 *
 * <p>Goes in: a path. Comes out: names and numbers, or a complaint that names file, line, column and what to do.
 * Must not know: what the numbers are for, and how commands answer.
 */
@NullMarked
package org.evenkeel.shell.cli.table;

import org.jspecify.annotations.NullMarked;
