package org.evenkeel.core.data;

import org.evenkeel.core.basics.Money;

/**
 * The capital that a decision was sized on, to which the next one is held.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param agreed the portfolio's value as far as it was believed, in NAV currency
 * @param heldOut the value of money that was held out then; what is let in of it is believed
 */
public record CapitalBasis(Money agreed, Money heldOut) {}
