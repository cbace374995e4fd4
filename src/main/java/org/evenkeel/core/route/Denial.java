package org.evenkeel.core.route;

import java.time.Instant;
import org.evenkeel.core.basics.Refusal;

/**
 * An intent, or the rest of one, that is not ordered: the end of what was planned before anything was signed.
 *
 * @param intent what was wanted
 * @param refusal why it is not ordered
 * @param at when that was decided
 */
public record Denial(Intent intent, Refusal refusal, Instant at) {}
