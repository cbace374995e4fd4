/**
 * What the bot tells about itself while it runs: alerts in the log, counters for Prometheus, a line per cycle.
 *
 * <p>Goes in: cycles, statements and events of the ports. Comes out: text. Must not know: who reads it, nor any other
 * part of the shell.
 */
@NullMarked
package org.evenkeel.shell.telemetry;

import org.jspecify.annotations.NullMarked;
