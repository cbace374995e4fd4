package org.evenkeel.cycle;

import org.evenkeel.core.basics.Result;

/**
 * The venue's word on what our key may do, and whose account it opens.
 *
 * <p>A venue that tells nothing of a right says so ({@link KeyReport.Answer#NOT_REPORTED}); the operator must look there.
 */
public interface KeyRights {

  /** Asks the venue; refused if it does not answer. */
  Result<KeyReport> read();
}
