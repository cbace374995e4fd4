package org.evenkeel.shell.simvenue.market;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes small market folders for tests. */
final class MarketFiles {

  static final Instant FROM = Instant.parse("2022-11-09T00:00:00Z");
  static final Instant TO = Instant.parse("2022-11-10T00:00:00Z");

  static final List<String> PERP_HEADER = List.of("ts,open,high,low,close,volume,mark_close");
  static final List<String> SPOT_HEADER = List.of("ts,open,high,low,close,volume");
  static final List<String> FUNDING_HEADER = List.of("venue,symbol,ts,funding_rate");

  private final Path folder;

  MarketFiles(Path folder) {
    this.folder = folder;
  }

  /** A row of a perpetual file with plausible prices. */
  static String perpRow(int hour) {
    return "2022-11-09T%02d:00:00Z,100.1,103.5,99.2,101.3,5000.5,101.25".formatted(hour);
  }

  /** A row of a spot file with plausible prices. */
  static String spotRow(int hour) {
    return "2022-11-09T%02d:00:00Z,100,104,99,102,70".formatted(hour);
  }

  MarketFiles perp(String symbol, String... rows) {
    return write("perp_1h/binance_" + symbol + "_perp_1h.csv", PERP_HEADER, rows);
  }

  MarketFiles spot(String symbol, String... rows) {
    return write("spot_1h/binance_" + symbol + "_spot_1h.csv", SPOT_HEADER, rows);
  }

  MarketFiles funding(String... rows) {
    return write("funding/funding_rates.csv", FUNDING_HEADER, rows);
  }

  MarketFiles write(String name, List<String> header, String... rows) {
    String text = String.join("\n", header) + "\n" + String.join("\n", rows) + "\n";
    return bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  MarketFiles bytes(String name, byte[] content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compresses a file and removes the plain one. */
  MarketFiles gzip(String name) {
    Path plain = folder.resolve(name);
    try {
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".gz")))) {
        Files.copy(plain, out);
      }
      Files.delete(plain);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FileMarket load(String... symbols) {
    return FileMarket.load(folder, List.of(symbols), FROM, TO);
  }
}
