package org.evenkeel.core.parity.score;

import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.data.Quote;

/**
 * The price by which an instrument is valued at a moment.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param instrument whose price
 * @param price the venue's mark price
 */
public record Mark(InstrumentId instrument, Price price) {

  /** The marks of the wanted instruments, in order of name; those without a quote are missing. */
  public static List<Mark> of(List<Quote> quotes, List<InstrumentId> wanted) {
    TreeMap<InstrumentId, Mark> marks = new TreeMap<>();
    for (Quote quote : quotes) {
      if (wanted.contains(quote.instrument())) {
        marks.putIfAbsent(quote.instrument(), new Mark(quote.instrument(), quote.mark()));
      }
    }
    return List.copyOf(marks.values());
  }
}
