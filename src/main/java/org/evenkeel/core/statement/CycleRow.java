package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One decision in a list.
 *
 * @param cycleId strategy and slot
 * @param dueAt the slot
 * @param startedAt when work on it began
 * @param endedAt when it ended
 * @param status how
 * @param reason why, for everything but DONE
 * @param legs orders planned
 * @param fills executions booked for it
 * @param turnover value traded, in NAV currency
 * @param nav value of the portfolio at its end
 */
public record CycleRow(
    String cycleId,
    Instant dueAt,
    Instant startedAt,
    Optional<Instant> endedAt,
    CycleStatus status,
    String reason,
    int legs,
    int fills,
    BigDecimal turnover,
    Optional<BigDecimal> nav) {}
