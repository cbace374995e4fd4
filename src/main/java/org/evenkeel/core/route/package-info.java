/**
 * Orders: intents, attempts, the state machine of an order, and the proof that an order never existed.
 *
 * <p>Goes in: approved legs and what a venue answered. Comes out: the next state of an attempt. Must not know: how
 * answers travel or where states are stored.
 */
@NullMarked
package org.evenkeel.core.route;

import org.jspecify.annotations.NullMarked;
