/**
 * The simulated venue: a market, an exchange core and an HTTP front put together behind one address.
 *
 * <p>In goes a {@code Market}, a clock and opening balances, out comes a loopback URL that speaks a venue's dialect; nothing here may know the bot, its database or its strategy.
 */
@NullMarked
package org.evenkeel.shell.simvenue;

import org.jspecify.annotations.NullMarked;
