/**
 * The dialect of Kraken's spot market.
 *
 * <p>The market core's series are quoted in USDT; here they are called by their names in USD.
 * Must not know any other dialect.
 */
@NullMarked
package org.evenkeel.shell.simvenue.kraken;

import org.jspecify.annotations.NullMarked;
