package org.evenkeel.core.catalog;

import java.time.Instant;

/**
 * A change of an instrument's specification that the venue has announced.
 *
 * <p>For example the tick of BTC-USDT-PERP@okx, which becomes 0.01 on 2026-04-01T08:00Z.
 *
 * @param effective when it takes effect
 * @param what what becomes of which part, such as 'tick 0.01'
 */
public record AnnouncedChange(Instant effective, String what) {

  @Override
  public String toString() {
    return what + " from " + effective;
  }
}
