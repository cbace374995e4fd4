package org.evenkeel.core.plan;

import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;

/**
 * What is held and what should be held of one instrument.
 *
 * @param instrument the instrument
 * @param current contracts held
 * @param exact contracts wanted before rounding
 * @param target contracts wanted, whole lots
 * @param targetNotional value of the target at the mark price, signed
 */
public record TargetPosition(
    InstrumentId instrument,
    Contracts current,
    Contracts exact,
    Contracts target,
    Money targetNotional) {}
