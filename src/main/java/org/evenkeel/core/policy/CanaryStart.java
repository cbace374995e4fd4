package org.evenkeel.core.policy;

import java.time.Instant;

/**
 * A start after which limits are small for a while.
 *
 * @param at when, by the bot's clock
 * @param cause what was new, in words
 */
public record CanaryStart(Instant at, String cause) {}
