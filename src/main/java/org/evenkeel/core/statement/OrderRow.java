package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One attempt in a list.
 *
 * @param clientOrderId our id
 * @param cycleId the deciding cycle
 * @param instrument what
 * @param side BUY or SELL
 * @param orderQty contracts ordered
 * @param cumQty contracts filled and booked
 * @param avgPx average price of the booked fills, zero if none
 * @param limitPrice worst acceptable price
 * @param reduceOnly whether it could only reduce
 * @param state where it stands
 * @param detail reason, code or proof
 * @param committedAt when it was committed
 */
public record OrderRow(
    String clientOrderId,
    String cycleId,
    String instrument,
    String side,
    BigDecimal orderQty,
    BigDecimal cumQty,
    BigDecimal avgPx,
    BigDecimal limitPrice,
    boolean reduceOnly,
    String state,
    String detail,
    Instant committedAt) {}
