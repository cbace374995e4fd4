package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.statement.ListingRow;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.cli.print.TextTable;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Shows what may be held, what of it is held, and what the venues have announced about it. */
@Command(
    name = "universe",
    description =
        "List what the configuration may hold: sleeve, class, budget and instruments, with what is held and what the"
            + " venues say of them.")
final class UniverseCommand implements Callable<Integer> {

  private final Cli cli;

  UniverseCommand(Cli cli) {
    this.cli = cli;
  }

  static void addTo(CommandLine root, Cli cli) {
    CommandLine universe = new CommandLine(new UniverseCommand(cli));
    universe.addSubcommand(
        "list", new CommandLine(new UniverseCommand(cli)).setCommandName("list"));
    universe.addSubcommand(new QuarantineCommand(cli));
    universe.addSubcommand(new QuarantineCommand.Release(cli));
    UniverseChangeCommand.addTo(universe, cli);
    root.addSubcommand(universe);
  }

  /**
   * An instrument with what carries it.
   *
   * @param sleeve the sleeve, or 'stablecoins'
   * @param sleeveClass its class
   * @param budget its share of the portfolio's risk; none for a stablecoin
   * @param instrument what is traded
   * @param ratio exposure for one of the sleeve's, or the share of a venue's cash
   * @param held contracts or coins by all that is booked
   * @param listing what is not as usual at the venue; else empty
   */
  record Row(
      String sleeve,
      String sleeveClass,
      String budget,
      String instrument,
      BigDecimal ratio,
      BigDecimal held,
      String listing) {}

  @Override
  public Integer call() {
    AppConfig config = cli.config();
    return cli.inSession(
        session -> cli.answer(rows(config.universe(), session), UniverseCommand::text));
  }

  private static List<Row> rows(Universe universe, Session session) {
    LedgerBalances booked = session.records().booked();
    SortedMap<String, String> listings = new TreeMap<>();
    for (ListingRow row : session.records().status().listings()) {
      listings.put(row.instrument(), row.text());
    }
    BigDecimal sum =
        universe.sleeves().stream()
            .map(Sleeve::riskBudget)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Row> rows = new ArrayList<>();
    for (Sleeve sleeve : universe.sleeves()) {
      String budget = Figures.percent(sleeve.riskBudget().divide(sum, MathContext.DECIMAL32));
      for (Leg leg : sleeve.legs()) {
        rows.add(
            new Row(
                sleeve.id().value(),
                sleeve.sleeveClass().value(),
                budget,
                leg.instrument().value(),
                leg.ratio(),
                held(booked, leg.instrument()),
                listings.getOrDefault(leg.instrument().value(), "")));
      }
    }
    for (StablecoinShare coin : universe.stablecoins()) {
      rows.add(
          new Row(
              "stablecoins",
              "-",
              "-",
              coin.instrument().value(),
              coin.share().value(),
              held(booked, coin.instrument()),
              listings.getOrDefault(coin.instrument().value(), "")));
    }
    return rows;
  }

  /** Contracts of a future, coins of a spot market in whatever wallet of the venue pays for them. */
  private static BigDecimal held(LedgerBalances booked, InstrumentId id) {
    return Instrument.parse(id) instanceof Instrument.Spot spot
        ? booked.coins(spot.venue(), spot.base())
        : booked.position(id).value();
  }

  private static String text(List<Row> rows) {
    TextTable table =
        new TextTable("sleeve", "class", ">budget", "instrument", ">ratio", ">held", "listing");
    rows.forEach(
        row ->
            table.row(
                row.sleeve(),
                row.sleeveClass(),
                row.budget(),
                row.instrument(),
                row.ratio().toPlainString(),
                row.held().toPlainString(),
                row.listing().isEmpty() ? "as usual" : row.listing()));
    return table.toString();
  }
}
