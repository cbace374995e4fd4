/**
 * Paper trading: the simulated exchange fed with live public prices, behind the port of a real venue.
 *
 * <p>Goes in: orders, live quotes, settled funding and an append-only log. Comes out: one account that survives restarts.
 * Must not know: credentials, HTTP, or how the market data are read.
 */
@NullMarked
package org.evenkeel.shell.simvenue.paper;

import org.jspecify.annotations.NullMarked;
