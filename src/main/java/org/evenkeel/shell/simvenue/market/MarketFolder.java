package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds and loads the files of {@link FileMarket} for one period. */
final class MarketFolder {

  private static final String VENUE = "binance";

  /** Pairs of a stablecoin against USDT, which may be absent: venues delisted and relisted them. */
  private static final Set<String> OPTIONAL_SYMBOLS =
      Set.of("USDCUSDT", "FDUSDUSDT", "TUSDUSDT", "USDPUSDT", "BUSDUSDT", "DAIUSDT");

  private final Path folder;
  private final long fromMs;
  private final long toMs;
  private final List<String> notices = new ArrayList<>();

  /** A folder and the period [fromMs, toMs). */
  MarketFolder(Path folder, long fromMs, long toMs) {
    this.folder = folder;
    this.fromMs = fromMs;
    this.toMs = toMs;
  }

  /** What was left out so far, as sentences. */
  List<String> notices() {
    return List.copyOf(notices);
  }

  /** The perpetual and spot series of these symbols, at least one. */
  List<PricedSeries> series(Collection<String> symbols) {
    List<PricedSeries> series = new ArrayList<>();
    for (String symbol : new TreeSet<>(symbols)) {
      series.addAll(seriesOf(symbol));
    }
    if (series.isEmpty()) {
      throw new MarketFileException(
          folder, 0, "no file for " + symbols, "at least one series", "add a symbol with prices");
    }
    return series;
  }

  private List<PricedSeries> seriesOf(String symbol) {
    Path perp = folder.resolve("perp_1h").resolve(VENUE + "_" + symbol + "_perp_1h.csv");
    Path spot = folder.resolve("spot_1h").resolve(VENUE + "_" + symbol + "_spot_1h.csv");
    List<PricedSeries> found = new ArrayList<>();
    plainOrGzip(perp).ifPresent(file -> found.add(load(file, SeriesId.perpetual(symbol))));
    plainOrGzip(spot).ifPresent(file -> found.add(load(file, SeriesId.spot(symbol))));
    if (found.isEmpty() && OPTIONAL_SYMBOLS.contains(symbol)) {
      notices.add(symbol + " has no file and is left out");
    } else if (found.isEmpty()) {
      throw new MarketFileException(
          folder,
          0,
          "no file for symbol " + symbol,
          perp + "[.gz] or " + spot + "[.gz]",
          "add one of them or leave the symbol out");
    }
    return found;
  }

  private static Optional<Path> plainOrGzip(Path plain) {
    Path gzip = plain.resolveSibling(plain.getFileName() + ".gz");
    if (Files.exists(plain) && Files.exists(gzip)) {
      throw new MarketFileException(
          plain, 0, "the file both plain and as .gz", "one of them", "delete the one not meant");
    }
    if (Files.exists(plain)) {
      return Optional.of(plain);
    }
    return Files.exists(gzip) ? Optional.of(gzip) : Optional.empty();
  }

  private PricedSeries load(Path file, SeriesId id) {
    BarFile.Loaded loaded = BarFile.read(file, id.kind(), fromMs, toMs);
    HourBars bars = loaded.bars();
    BigDecimal price = BigDecimal.valueOf(bars.close(bars.firstHour()), PriceUnits.SCALE);
    InstrumentTable.Row row =
        InstrumentTable.withTickFor(InstrumentTable.rowOf(id, price), loaded.decimals());
    return new PricedSeries(row.info(), bars, row.spreadBasisPoints());
  }

  /** The settlements of the perpetuals among some series. */
  List<FundingEvent> funding(List<PricedSeries> series) {
    Set<String> missing = new TreeSet<>();
    series.stream()
        .map(PricedSeries::id)
        .filter(id -> id.kind() == SeriesId.Kind.PERPETUAL)
        .forEach(id -> missing.add(id.symbol()));
    Path plain = folder.resolve("funding").resolve("funding_rates.csv");
    List<FundingEvent> events =
        plainOrGzip(plain)
            .map(file -> FundingFile.read(file, VENUE, Set.copyOf(missing), fromMs, toMs))
            .orElse(List.of());
    events.forEach(event -> missing.remove(event.symbol()));
    missing.forEach(symbol -> notices.add(symbol + " perpetual has no funding in the period"));
    return events;
  }
}
