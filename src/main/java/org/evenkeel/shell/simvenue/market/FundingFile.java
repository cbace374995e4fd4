package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the funding settlements of one venue's symbols that lie in a period. */
final class FundingFile {

  static final List<String> COLUMNS = List.of("venue", "symbol", "ts", "funding_rate");

  private static final int VENUE = 0;
  private static final int SYMBOL = 1;
  private static final int TS = 2;
  private static final int RATE = 3;

  private FundingFile() {}

  /** Settlements in [fromMs, toMs], sorted by time and then by symbol. */
  static List<FundingEvent> read(
      Path path, String venue, Set<String> symbols, long fromMs, long toMs) {
    List<FundingEvent> events = new ArrayList<>();
    Map<String, Long> previous = new HashMap<>();
    try (CsvFile csv = CsvFile.open(path, COLUMNS)) {
      while (csv.next()) {
        if (!csv.text(VENUE).equals(venue) || !symbols.contains(csv.text(SYMBOL))) {
          continue;
        }
        long timeMs = csv.timeMs(TS);
        requireOrder(csv, previous.put(csv.text(SYMBOL), timeMs), timeMs);
        if (timeMs >= fromMs && timeMs <= toMs) {
          events.add(new FundingEvent(timeMs, csv.text(SYMBOL), rate(csv)));
        }
      }
    }
    events.sort(Comparator.comparingLong(FundingEvent::timeMs).thenComparing(FundingEvent::symbol));
    return List.copyOf(events);
  }

  private static void requireOrder(CsvFile csv, @Nullable Long previous, long timeMs) {
    if (previous == null || timeMs > previous) {
      return;
    }
    String row = csv.text(SYMBOL) + " " + csv.named(TS);
    if (timeMs == previous) {
      throw csv.fail(
          row + " a second time", "each settlement at most once", "delete the duplicate row");
    }
    throw csv.fail(
        row + " after a later time",
        "times that increase within a symbol",
        "sort the file by venue, symbol and ts");
  }

  private static BigDecimal rate(CsvFile csv) {
    BigDecimal rate = csv.number(RATE);
    if (rate.abs().compareTo(BigDecimal.ONE) >= 0) {
      throw csv.fail(
          csv.named(RATE),
          "a fraction per settlement, like 0.0001 for 0.01 %",
          "divide percentages by 100");
    }
    return rate;
  }
}
