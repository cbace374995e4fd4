/**
 * OKX through XChange's transport, the signed side: the account, its orders and its fills.
 *
 * <p>Goes in: tickets that are committed, and credentials. Comes out: what the venue did with them, or that nobody knows.
 * Must not know: why an order is sent or what follows from its outcome. Nothing of the paper mode may reach this package.
 */
@NullMarked
package org.evenkeel.shell.xchange.okx.trade;

import org.jspecify.annotations.NullMarked;
