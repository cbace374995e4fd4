/**
 * Kraken Futures without credentials: instruments, books, candles and settled funding over XChange's transport.
 *
 * <p>No XChange module for it loads on the pinned version line, so the interfaces are our own.
 * Must not know {@code trade}: the paper mode uses this package.
 */
@NullMarked
package org.evenkeel.shell.xchange.krakenfutures;

import org.jspecify.annotations.NullMarked;
