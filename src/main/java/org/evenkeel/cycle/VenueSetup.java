package org.evenkeel.cycle;

import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;

/** The check of how an account is set at a venue, with the one setting that is ours to change. */
public interface VenueSetup {

  /**
   * Checks that the account holds one net position per instrument under cross margin and sets the leverage of the
   * derivatives among the instruments; true if something had to be changed.
   *
   * <p>Refused, with what to change where, if the account is set otherwise: nothing may be sent then.
   */
  Result<Boolean> prepare(List<InstrumentId> instruments, int leverage);

  /**
   * Reads whether the account is still set as {@link #prepare} has left it; changes nothing.
   *
   * <p>Refused with what differs. A venue without such settings has nothing to read.
   */
  default Result<Boolean> verify(List<InstrumentId> instruments, int leverage) {
    return Result.ok(true);
  }
}
