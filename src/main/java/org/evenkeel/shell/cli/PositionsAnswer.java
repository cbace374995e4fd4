package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.OpenRow;
import org.evenkeel.core.statement.PositionRow;
import org.evenkeel.core.statement.WalletRow;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.cli.print.PositionsText;
import org.evenkeel.shell.cli.print.TextTable;

/**
 * What is held: the last statement, and what was booked after it.
 *
 * @param asOf when the statement was made
 * @param nav the value of the portfolio then
 * @param positions contracts and money then
 * @param wallets what the venues said of each wallet then
 * @param open orders whose fate was open then
 * @param since contracts that are another number by what is booked now, such as after a flatten
 */
record PositionsAnswer(
    Instant asOf,
    BigDecimal nav,
    List<PositionRow> positions,
    List<WalletRow> wallets,
    List<OpenRow> open,
    List<Since> since) {

  /**
   * A contract of which there is more or less than in the statement.
   *
   * @param then contracts in the statement
   * @param now contracts by all that is booked
   */
  record Since(String instrument, BigDecimal then, BigDecimal now) {}

  static PositionsAnswer of(CycleStatement statement, LedgerBalances booked) {
    SortedMap<String, BigDecimal> then = new TreeMap<>();
    for (PositionRow row : statement.positions()) {
      if (isContract(row.subject())) {
        then.put(row.subject(), row.quantity());
      }
    }
    TreeSet<String> names = new TreeSet<>(then.keySet());
    names.addAll(booked.positions().keySet());
    List<Since> since = new ArrayList<>();
    for (String name : names) {
      BigDecimal before = then.getOrDefault(name, BigDecimal.ZERO);
      BigDecimal now = booked.positions().getOrDefault(name, BigDecimal.ZERO);
      if (before.compareTo(now) != 0) {
        since.add(new Since(name, before, now));
      }
    }
    return new PositionsAnswer(
        statement.asOf(),
        statement.nav(),
        statement.positions(),
        statement.wallets(),
        statement.open(),
        List.copyOf(since));
  }

  /** A row of money is named by its wallet and currency. */
  private static boolean isContract(String subject) {
    return !subject.contains("/") && Instrument.isFuture(InstrumentId.of(subject));
  }

  String text(CycleStatement statement) {
    if (since.isEmpty()) {
      return PositionsText.of(statement);
    }
    TextTable table = new TextTable("booked since then", ">held then", ">held now");
    since.forEach(
        row -> table.row(row.instrument(), Figures.exact(row.then()), Figures.exact(row.now())));
    return PositionsText.of(statement) + "\n" + table;
  }
}
