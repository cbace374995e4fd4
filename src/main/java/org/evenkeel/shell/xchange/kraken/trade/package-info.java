/**
 * The signed side of Kraken's spot market, and what its futures sign in the same way.
 *
 * <p>Must not be reachable from the paper mode.
 */
@NullMarked
package org.evenkeel.shell.xchange.kraken.trade;

import org.jspecify.annotations.NullMarked;
