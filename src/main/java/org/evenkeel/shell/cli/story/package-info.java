/**
 * Past days retold: what gate, detectors and overlay would have said, from a table of prices alone.
 *
 * <p>Goes in: closing prices and the knobs. Comes out: one record per day. Must not know: configuration files,
 * databases, venues.
 */
@NullMarked
package org.evenkeel.shell.cli.story;

import org.jspecify.annotations.NullMarked;
