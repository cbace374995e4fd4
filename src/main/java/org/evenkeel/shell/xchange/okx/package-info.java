/**
 * OKX through XChange's transport, the public side: instrument specifications, bars, books, funding, the venue's clock.
 *
 * <p>Goes in: JSON over HTTP. Comes out: observations under our own names, or a refusal. Must not know: any credential,
 * nor how orders are written.
 */
@NullMarked
package org.evenkeel.shell.xchange.okx;

import org.jspecify.annotations.NullMarked;
