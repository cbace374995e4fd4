package org.evenkeel.shell.simvenue.paper;

import org.evenkeel.contract.VenueContract;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.cycle.Venue;

/** The paper account keeps the contract that the live adapter is held to. */
class PaperVenueContractTest extends VenueContract {

  private final PaperRig rig = new PaperRig();
  private final PaperVenue venue = rig.venue();

  @Override
  protected Venue venue() {
    return venue;
  }

  /** Live quotes have no sizes: 50,000 at the best price is assumed whatever a test says. */
  @Override
  protected void book(InstrumentId instrument, String bid, String ask, String quantity) {
    rig.book(instrument, bid, ask);
  }
}
