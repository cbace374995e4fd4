package org.evenkeel.core.statement;

import java.math.BigDecimal;

/**
 * One reason to hold less than the solver's targets.
 *
 * @param cause the reason
 * @param factor factor on every exposure that it asks for
 * @param detail the numbers behind it
 * @param binds whether it is the one that applies
 */
public record ScaleRow(String cause, BigDecimal factor, String detail, boolean binds) {}
