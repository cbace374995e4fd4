package org.evenkeel.shell.boot;

import org.evenkeel.core.basics.VenueId;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.shell.fault.CallSettings;

/** What is put before the gate of a venue to count its calls. */
@FunctionalInterface
interface Metering {

  /** Counts nothing. */
  Metering NONE = (venue, settings, gate) -> gate;

  /** The gate with its count; the settings are the venue's own limits, whatever the pace of the rehearsal. */
  CallGate of(VenueId venue, CallSettings settings, CallGate gate);
}
