package org.evenkeel.shell.cli;

import java.util.List;
import java.util.Locale;

/**
 * The times to flat of many simulated flattens.
 *
 * @param instruments positions of the book
 * @param runs how many flattens
 * @param flatSeconds simulated seconds until the venue held nothing
 * @param provedSeconds simulated seconds until that was proved
 * @param callsToFlat calls of the venue until it held nothing
 * @param callsToProof calls of the venue in all
 * @param orders orders sent
 * @param bounds the most orders that one pass may send
 */
public record FlattenTimes(
    int instruments,
    long runs,
    Spread flatSeconds,
    Spread provedSeconds,
    Spread callsToFlat,
    Spread callsToProof,
    Spread orders,
    Spread bounds) {

  /** Median, 99th percentile and worst of a figure. */
  public record Spread(double median, double p99, double worst) {

    /** The spread of some figures, of which there is at least one; ranks are rounded up. */
    public static Spread of(List<Double> figures) {
      List<Double> sorted = figures.stream().sorted().toList();
      return new Spread(
          sorted.get(rank(sorted.size(), 50)),
          sorted.get(rank(sorted.size(), 99)),
          sorted.get(sorted.size() - 1));
    }

    private static int rank(int size, int percent) {
      return (size * percent + 99) / 100 - 1;
    }

    private String line(String name) {
      return String.format(Locale.ROOT, "%-34s %9.1f %9.1f %9.1f%n", name, median, p99, worst);
    }
  }

  String text() {
    return String.format(
            Locale.ROOT,
            "%d flattens of %d positions, every fifth answer wrong%n",
            runs,
            instruments)
        + String.format(Locale.ROOT, "%-34s %9s %9s %9s%n", "", "median", "p99", "worst")
        + flatSeconds.line("simulated seconds until flat")
        + provedSeconds.line("simulated seconds until proved")
        + callsToFlat.line("calls until flat")
        + callsToProof.line("calls until proved")
        + orders.line("orders")
        + bounds.line("orders allowed in one pass");
  }
}
