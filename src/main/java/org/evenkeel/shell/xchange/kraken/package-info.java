/**
 * Kraken's spot market without credentials: pairs, books and candles over XChange's transport.
 *
 * <p>No XChange module for it loads on the pinned version line, so the interfaces are our own.
 * Must not know {@code trade}: the paper mode uses this package.
 */
@NullMarked
package org.evenkeel.shell.xchange.kraken;

import org.jspecify.annotations.NullMarked;
