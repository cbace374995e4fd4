/**
 * Kraken Futures' dialect: linear perpetuals against a wallet in USD.
 *
 * <p>The market core's series are quoted in USDT; here they are called by their names in USD.
 * Must not know any other dialect.
 */
@NullMarked
package org.evenkeel.shell.simvenue.krakenfutures;

import org.jspecify.annotations.NullMarked;
