package org.evenkeel.core.calendar;

import java.time.Instant;

/**
 * One appointment that a person has moved.
 *
 * @param from when it was due
 * @param to when it is due instead
 */
public record SlotMove(Instant from, Instant to) {}
