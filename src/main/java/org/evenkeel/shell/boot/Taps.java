package org.evenkeel.shell.boot;

import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.Venue;

/**
 * What is put between the cycle and its ports: nothing in the product.
 *
 * <p>A test that ends the process between two port calls puts itself there, so that everything else is the product's own.
 */
interface Taps {

  /** The ports themselves. */
  Taps NONE = new Taps() {};

  /** The journal as the cycle shall see it. */
  default Journal journal(Journal real) {
    return real;
  }

  /** The venue as the cycle shall see it. */
  default Venue venue(Venue real) {
    return real;
  }
}
