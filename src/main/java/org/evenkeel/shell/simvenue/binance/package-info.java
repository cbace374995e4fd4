/**
 * An HTTP front that lets the simulated exchange speak Binance spot and USD-M futures.
 *
 * <p>Requests in Binance's dialect go in, signed as Binance wants them, and Binance's answers and error codes come out; faults can be ordered under {@code /sim}.
 * It must not decide anything an exchange decides: that is the exchange core's part.
 */
@NullMarked
package org.evenkeel.shell.simvenue.binance;

import org.jspecify.annotations.NullMarked;
