/**
 * PostgreSQL: the server itself where none is given, its schema, and the journal, lease, controls and records in it.
 *
 * <p>Goes in: decisions and facts as core values. Comes out: the same values, exactly, after any restart. Must not know:
 * venues, schedules, or why a decision was made.
 */
@NullMarked
package org.evenkeel.shell.jdbc;

import org.jspecify.annotations.NullMarked;
