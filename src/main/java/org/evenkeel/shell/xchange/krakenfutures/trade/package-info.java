/**
 * The signed side of Kraken Futures: orders, account, fills and the account log.
 *
 * <p>Must not be reachable from the paper mode.
 */
@NullMarked
package org.evenkeel.shell.xchange.krakenfutures.trade;

import org.jspecify.annotations.NullMarked;
