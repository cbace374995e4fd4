package org.evenkeel.core.policy.watch;

import java.util.List;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Quote;

/**
 * What one look at all venues has shown; a look of which a part is missing is none.
 *
 * @param account balances and positions of all venues
 * @param working every working order of the instruments that were asked for
 * @param specs the contracts of what is held or ordered
 * @param quotes the venues' own marks of that, and of what prices currencies
 */
public record Sighting(
    AccountSnapshot account,
    List<WorkingOrder> working,
    List<InstrumentSpec> specs,
    List<Quote> quotes) {

  public Sighting {
    working = List.copyOf(working);
    specs = List.copyOf(specs);
    quotes = List.copyOf(quotes);
  }
}
