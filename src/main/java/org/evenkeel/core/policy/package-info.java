/**
 * Permission to trade: trading state, limits, overrides, freezes.
 *
 * <p>Goes in: a plan or one order, and what is in force. Comes out: what may be sent, and every denial with its reason.
 * Must not know: how orders travel.
 */
@NullMarked
package org.evenkeel.core.policy;

import org.jspecify.annotations.NullMarked;
