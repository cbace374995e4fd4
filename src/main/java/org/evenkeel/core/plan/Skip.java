package org.evenkeel.core.plan;

import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;

/**
 * A trade that is not made, with its reason.
 *
 * @param instrument what is not traded
 * @param refusal why
 */
public record Skip(InstrumentId instrument, Refusal refusal) {}
