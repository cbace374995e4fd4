package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.FundingRate;

/** The funding that a venue has settled, which is public: a simulated account pays it too. */
public interface FundingFeed {

  /**
   * The settlements of a perpetual in a time, oldest first and complete as far as the venue has published them, which
   * may be some seconds late. A refusal never means that there were none.
   */
  Result<List<FundingRate>> settled(
      InstrumentId instrument, Instant sinceExclusive, Instant untilInclusive);
}
