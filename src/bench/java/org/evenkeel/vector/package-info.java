/**
 * Faster products for the risk-parity engine, of the incubating Vector API.
 *
 * <p>Never part of the bot: its decisions keep one order of summation on every machine, which vector lanes do not.
 * Whoever uses the engine for other things may put these classes beside it and run Java with
 * {@code --add-modules jdk.incubator.vector}.
 */
@NullMarked
package org.evenkeel.vector;

import org.jspecify.annotations.NullMarked;
