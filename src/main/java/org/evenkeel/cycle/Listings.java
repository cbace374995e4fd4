package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import org.evenkeel.core.catalog.InstrumentSpec;

/** Every version of what venues have published about instruments; part of the {@link Journal} and of its transactions. */
public interface Listings {

  /** The newest version of each instrument that was ever read, in order of name. */
  List<InstrumentSpec> newest();

  /** Writes down a version that differs from the one before. */
  void note(InstrumentSpec spec, Instant seenAt);
}
