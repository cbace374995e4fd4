package org.evenkeel.shell.simvenue.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A comma-separated file, plain or gzip, read row by row, that names file and line in every complaint. */
final class CsvFile implements AutoCloseable {

  private static final String TIME_SHAPE = "a UTC time like 2022-11-09T00:00:00Z";
  private static final int TIME_LENGTH = 20;

  private final Path path;
  private final BufferedReader reader;
  private final List<String> columns;
  private long line;
  private String[] cells = {};

  private CsvFile(Path path, BufferedReader reader, List<String> columns) {
    this.path = path;
    this.reader = reader;
    this.columns = columns;
  }

  /** Opens a file and checks that its first line names exactly these columns in this order. */
  static CsvFile open(Path path, List<String> columns) {
    CsvFile file;
    try {
      InputStream bytes = Files.newInputStream(path);
      InputStream text =
          path.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
      file =
          new CsvFile(
              path,
              new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8), 1 << 16),
              columns);
    } catch (IOException e) {
      throw unreadable(path, 0, e);
    }
    file.checkHeader();
    return file;
  }

  private void checkHeader() {
    String header = readLine();
    if (header == null || !header.equals(String.join(",", columns))) {
      throw fail(
          header == null ? "an empty file" : "header '" + header + "'",
          "the header '" + String.join(",", columns) + "'",
          "rename, reorder or remove columns so that the first line reads exactly so");
    }
  }

  /** Moves to the next row; false at the end of the file. */
  boolean next() {
    String text = readLine();
    if (text == null) {
      return false;
    }
    cells = text.split(",", -1);
    if (cells.length != columns.size()) {
      throw fail(
          cells.length + " columns in '" + text + "'",
          columns.size() + " columns (" + String.join(",", columns) + ")",
          "complete the row or delete it");
    }
    return true;
  }

  private @Nullable String readLine() {
    line++;
    try {
      return reader.readLine();
    } catch (IOException e) {
      throw unreadable(path, line, e);
    }
  }

  String text(int column) {
    return cells[column];
  }

  /** The time in a column, epoch milliseconds; only whole UTC seconds in the one shape the files use. */
  long timeMs(int column) {
    String text = cells[column];
    if (text.length() == TIME_LENGTH && hasTimePunctuation(text)) {
      try {
        LocalDate day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if (hour < 24 && minute < 60 && second < 60) {
          return 1000 * (day.toEpochDay() * 86_400 + hour * 3600L + minute * 60L + second);
        }
      } catch (DateTimeException | NumberFormatException e) {
        throw badTime(column);
      }
    }
    throw badTime(column);
  }

  private MarketFileException badTime(int column) {
    return fail(
        named(column), TIME_SHAPE, "write the bar's open time in UTC, with the T and the Z");
  }

  private static boolean hasTimePunctuation(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && text.charAt(19) == 'Z';
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw new NumberFormatException(text);
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  BigDecimal number(int column) {
    try {
      BigDecimal number = new BigDecimal(cells[column]);
      if (Math.abs((long) number.scale()) <= 100) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw badNumber(column);
    }
    throw badNumber(column);
  }

  private MarketFileException badNumber(int column) {
    return fail(
        named(column),
        "a decimal number like 15905.0",
        "correct the row or delete it (a missing hour is accepted as a gap)");
  }

  /** A column as a complaint names it, for example "close '0'". */
  String named(int column) {
    return columns.get(column) + " '" + cells[column] + "'";
  }

  MarketFileException fail(String found, String expected, String remedy) {
    return new MarketFileException(path, line, found, expected, remedy);
  }

  private static MarketFileException unreadable(Path path, long line, IOException cause) {
    boolean missing = cause instanceof NoSuchFileException;
    MarketFileException failure =
        new MarketFileException(
            path,
            line,
            missing ? "no such file" : "a file that cannot be read (" + cause + ")",
            "a readable .csv, or a complete .csv.gz",
            missing ? "check the folder and the symbol" : "copy the file again");
    failure.initCause(cause);
    return failure;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(path, line, e);
    }
  }
}
