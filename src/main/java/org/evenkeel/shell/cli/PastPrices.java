package org.evenkeel.shell.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.evenkeel.shell.cli.table.PriceTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that name past prices and the days to look at. */
final class PastPrices {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      required = true,
      description =
          "Closing prices: 'date,BTC,ETH,...' or 'date,symbol,close'; a row is named by the beginning of its"
              + " bar; empty is missing.")
  private Path prices = Path.of("");

  @Option(names = "--from", paramLabel = "DATE", required = true, description = "The first day.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", required = true, description = "The last day.")
  private @Nullable LocalDate to;

  @Option(
      names = "--assets",
      paramLabel = "LIST",
      split = ",",
      description = "The columns to hold; all if not given.")
  private List<String> assets = List.of();

  /** The columns that were asked for. */
  PriceTable table() {
    PriceTable table = PriceTable.read(prices);
    return assets.isEmpty() ? table : table.only(assets);
  }

  LocalDate from() {
    return given(from);
  }

  /** The last day, which is not before the first. */
  LocalDate to() {
    LocalDate last = given(to);
    if (last.isBefore(from())) {
      throw new ParameterException(
          command.commandLine(), "--to " + last + " is before --from " + from());
    }
    return last;
  }

  private static LocalDate given(@Nullable LocalDate day) {
    if (day == null) {
      throw new IllegalStateException("the parser lets no required option be absent");
    }
    return day;
  }
}
