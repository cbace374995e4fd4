package org.evenkeel.shell.cli.bands;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.parity.bands.BandSettings;
import org.evenkeel.shell.cli.table.InputProblem;
import org.evenkeel.shell.cli.table.PriceTable;
import org.evenkeel.shell.cli.table.TextFile;

/**
 * A sweep of band widths over past prices.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class BandTrial {

  private BandTrial() {}

  /**
   * What a command line says.
   *
   * @param from the first day
   * @param to the last day
   * @param targetVolatility of the targets, per year
   * @param halfLifeDays of the covariance
   * @param cost of one unit of turnover
   * @param funding table of rates, 'venue,symbol,ts,funding_rate', if there is one
   */
  public record Words(
      LocalDate from,
      LocalDate to,
      double targetVolatility,
      double halfLifeDays,
      double cost,
      Optional<Path> funding) {}

  public static BandCurve of(PriceTable prices, Words words, BandSettings settings) {
    List<BandDay> days =
        BandDays.of(
            prices,
            new BandDays.Words(
                words.from(), words.to(), words.targetVolatility(), words.halfLifeDays()),
            words.funding().map(BandTrial::funding).orElseGet(TreeMap::new));
    return BandCurve.of(days, words.cost(), settings);
  }

  /** The sums of a day's rates of the first venue that a symbol has. */
  private static SortedMap<String, SortedMap<LocalDate, Double>> funding(Path file) {
    TreeMap<String, String> venues = new TreeMap<>();
    TreeMap<String, SortedMap<LocalDate, Double>> sums = new TreeMap<>();
    List<String> lines = TextFile.read(file).lines();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      if (cells.length != 4) {
        throw InputProblem.of(file, "line " + (i + 1) + " has not the four columns of funding");
      }
      if (venues.computeIfAbsent(cells[1], symbol -> cells[0]).equals(cells[0])) {
        LocalDate date = Instant.parse(cells[2]).atZone(ZoneOffset.UTC).toLocalDate();
        sums.computeIfAbsent(cells[1], symbol -> new TreeMap<>())
            .merge(date, Double.parseDouble(cells[3]), Double::sum);
      }
    }
    return sums;
  }
}
