package org.evenkeel.shell.cli.table;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads prices in either form; complains at the first cell that is wrong. */
final class PriceReader {

  private static final List<String> TIME_NAMES =
      List.of("date", "ts", "time", "timestamp", "datetime", "open_time");
  private static final Pattern EPOCH = Pattern.compile("[0-9]{9,13}");
  private static final String SHAPES =
      "the first row of prices names its columns: 'date,BTC,ETH' (one column per asset)"
          + " or 'date,symbol,close' (one row per asset and time)";

  private final Path file;
  private final List<List<Cell>> rows;
  private final List<Cell> header;

  PriceReader(Path file, List<List<Cell>> rows) {
    this.file = file;
    this.rows = rows;
    this.header = rows.get(0);
  }

  PriceTable read() {
    if (rows.size() < 2) {
      throw InputProblem.of(file, "there is a header, but no row of prices");
    }
    for (List<Cell> row : rows) {
      if (row.size() != header.size()) {
        throw InputProblem.of(
            file,
            row.get(0).line(),
            row.size() + " cells, but the header has " + header.size() + "; complete the row");
      }
    }
    int symbol = column("symbol");
    return symbol < 0 ? wide() : narrow(symbol);
  }

  private int column(String name) {
    for (Cell cell : header) {
      if (cell.text().toLowerCase(Locale.ROOT).equals(name)) {
        return cell.column() - 1;
      }
    }
    return -1;
  }

  private PriceTable wide() {
    if (header.size() < 2) {
      throw header.get(0).problem("found '" + header.get(0).text() + "'; " + SHAPES);
    }
    List<String> names = new ArrayList<>();
    for (Cell cell : header.subList(1, header.size())) {
      if (!cell.isName()) {
        throw cell.problem(
            "found '" + cell.text() + "' where an asset's name should be; " + SHAPES);
      }
      if (names.contains(cell.text())) {
        throw cell.problem("'" + cell.text() + "' is named twice");
      }
      names.add(cell.text());
    }
    List<Instant> times = new ArrayList<>();
    double[][] closes = new double[rows.size() - 1][];
    for (int t = 0; t < closes.length; t++) {
      List<Cell> row = rows.get(t + 1);
      Instant time = time(row.get(0));
      if (t > 0 && !time.isAfter(times.get(t - 1))) {
        throw row.get(0)
            .problem(
                row.get(0).text() + " is not later than the row before; sort the rows by time");
      }
      times.add(time);
      closes[t] =
          row.subList(1, row.size()).stream().mapToDouble(PriceReader::priceOrNan).toArray();
    }
    return new PriceTable(file, names, times, closes);
  }

  private PriceTable narrow(int symbol) {
    int time = timeColumn(header.stream().map(c -> c.text().toLowerCase(Locale.ROOT)).toList());
    int close = column("close");
    if (time < 0 || close < 0) {
      throw InputProblem.of(
          file,
          header.get(0).line(),
          "there is a column 'symbol', but none for the "
              + (time < 0 ? "time ('date', 'ts', 'time' or 'timestamp')" : "'close'"));
    }
    TreeMap<String, Integer> names = new TreeMap<>();
    TreeMap<Instant, TreeMap<String, Double>> byTime = new TreeMap<>();
    for (List<Cell> row : rows.subList(1, rows.size())) {
      String name = row.get(symbol).text();
      if (name.isEmpty()) {
        throw row.get(symbol).problem("the symbol is empty");
      }
      names.put(name, 0);
      Double before =
          byTime
              .computeIfAbsent(time(row.get(time)), at -> new TreeMap<>())
              .put(name, priceOrNan(row.get(close)));
      if (before != null) {
        throw row.get(symbol)
            .problem(name + " has a price at " + row.get(time).text() + " already");
      }
    }
    List<String> sorted = List.copyOf(names.keySet());
    double[][] closes = new double[byTime.size()][sorted.size()];
    int t = 0;
    for (TreeMap<String, Double> prices : byTime.values()) {
      Arrays.setAll(closes[t], i -> prices.getOrDefault(sorted.get(i), Double.NaN));
      t++;
    }
    return new PriceTable(file, sorted, List.copyOf(byTime.keySet()), closes);
  }

  /** Where the time stands under lower-case headings, or -1. */
  static int timeColumn(List<String> headings) {
    return TIME_NAMES.stream()
        .mapToInt(headings::indexOf)
        .filter(i -> i >= 0)
        .findFirst()
        .orElse(-1);
  }

  static double priceOrNan(Cell cell) {
    if (cell.text().isEmpty()) {
      return Double.NaN;
    }
    double price = cell.number();
    if (price <= 0) {
      throw cell.problem(
          "the price is " + cell.text() + "; a price is above zero, and a missing one is empty");
    }
    return price;
  }

  static Instant time(Cell cell) {
    String text = cell.text();
    try {
      if (EPOCH.matcher(text).matches()) {
        long number = Long.parseLong(text);
        return text.length() > 11 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
      }
      String joined = text.replace(' ', 'T');
      return joined.contains("T")
          ? Instant.parse(joined.endsWith("Z") ? joined : joined + "Z")
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw cell.problem(
          "found '"
              + text
              + "'; write a UTC date like 2022-11-09 or a time like"
              + " 2022-11-09T04:00:00Z");
    }
  }
}
