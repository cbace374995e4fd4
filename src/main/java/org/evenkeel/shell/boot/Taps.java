package org.evenkeel.shell.boot;

import java.util.List;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.Venue;
import org.evenkeel.cycle.WalletTransfers;

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

  /** The ways between wallets as the cycle shall see them. */
  default List<WalletTransfers> transfers(List<WalletTransfers> real) {
    return real;
  }
}
