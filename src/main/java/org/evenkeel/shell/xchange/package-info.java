/**
 * Binance through XChange, the public side: instrument specifications, bars, books, the venue's clock.
 *
 * <p>Goes in: JSON over HTTP, through XChange's transport. Comes out: observations under our own names, or a refusal; an
 * answer that cannot be read is never 'nothing there'. Must not know: any credential, nor how orders are written.
 */
@NullMarked
package org.evenkeel.shell.xchange;

import org.jspecify.annotations.NullMarked;
