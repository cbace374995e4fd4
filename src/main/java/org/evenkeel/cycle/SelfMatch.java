package org.evenkeel.cycle;

import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;

/**
 * How an account keeps its orders from trading with each other, at a venue where that is a setting of the account.
 *
 * <p>Elsewhere every order says it itself.
 */
public interface SelfMatch {

  /** Asks the venue; refused, with what to set where, if the setting is none that is known to keep them apart. */
  Result<Found> read();

  /**
   * What an account is set to.
   *
   * @param word the venue's word for it
   * @param reachesOthers whether orders of other accounts are ended by ours, or ours by theirs
   */
  record Found(VenueId venue, String word, boolean reachesOthers) {}
}
