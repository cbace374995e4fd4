/**
 * Cadence and slots: which decision is due, missed or late.
 *
 * <p>Goes in: instants. Comes out: slots and what is to be done about each. Must not know: what fires the trigger; a
 * scheduler is an alarm clock here, never an identity and never a lock.
 */
@NullMarked
package org.evenkeel.core.calendar;

import org.jspecify.annotations.NullMarked;
