/**
 * A deterministic exchange for one account with a spot wallet and a USD-margined futures wallet.
 *
 * <p>Orders, quotes and market time go in; balances, positions, trades and an append-only log of events come out, and the state is nothing but the fold of that log.
 * It must not know HTTP, a venue's dialect, a clock or where its log is kept.
 */
@NullMarked
package org.evenkeel.shell.simvenue.exchange;

import org.jspecify.annotations.NullMarked;
